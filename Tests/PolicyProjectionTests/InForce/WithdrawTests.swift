import PolicyModel
import PolicyProjection
import Testing

@Suite("Withdrawing a version") struct WithdrawTests {
  /// Version 2 is upcoming from 2026-05-01.
  private func upcoming() throws -> (line: LineBuilder, old: PolicySnapshot) {
    var line = try LineBuilder.released()
    let old = line.snapshot
    try line.revise(effective: "2026-05-01")
    try line.signAll()
    try line.land("2026-04-01")
    return (line, old)
  }

  @Test("before its day brings the version before it back, and its number is used up")
  func revision() throws {
    var (line, old) = try upcoming()
    try line.withdraw(to: old)
    try line.land("2026-04-30")
    #expect(try line.last().withdrawn == [2])
    #expect(try line.last().becameCandidate)
    #expect(line.line.inForce(on: try day("2026-05-01"))?.version == 1)
    #expect(line.line.upcoming(after: try day("2026-04-30")).isEmpty)
    #expect(line.line.nextVersion == 3)
    #expect(line.line.interval(of: 1)?.until == nil)
  }

  @Test("uses its number up, also where one squash brings both and the list is emptied later")
  func numberStays() throws {
    var line = try LineBuilder.released()
    let old = line.snapshot
    try line.revise(effective: "2026-05-01")
    try line.withdraw(to: old)
    try line.land("2026-04-01")
    line.snapshot.withdrawn = []
    try line.land("2026-04-02")
    #expect(line.line.nextVersion == 3)
  }

  @Test("on its day or later does nothing", arguments: ["2026-05-01", "2026-05-02"])
  func tooLate(_ date: String) throws {
    var (line, old) = try upcoming()
    try line.withdraw(to: old)
    try line.land(date)
    #expect(try line.last().withdrawn.isEmpty)
    #expect(line.line.inForce(on: try day(date))?.version == 2)
  }

  @Test("by a number without the step does nothing")
  func numberOnly() throws {
    var (line, _) = try upcoming()
    line.snapshot.withdrawn = [2]
    try line.land("2026-04-02")
    #expect(try line.last().withdrawn.isEmpty)
    #expect(line.line.inForce(on: try day("2026-05-01"))?.version == 2)
  }

  @Test("by the step of another verb does nothing")
  func otherStep() throws {
    var (line, _) = try upcoming()
    try line.step(.development, reason: "a revision")
    line.snapshot.version = 3
    line.snapshot.withdrawn = [2]
    try line.land("2026-04-02")
    #expect(try line.last().withdrawn.isEmpty)
    #expect(line.line.inForce(on: try day("2026-05-01"))?.version == 2)
  }

  @Test("without a reason does nothing")
  func noReason() throws {
    var (line, old) = try upcoming()
    try line.withdraw(to: old)
    line.snapshot.history[line.snapshot.history.count - 1].reason = nil
    try line.land("2026-04-02")
    #expect(try line.last().withdrawn.isEmpty)
  }

  @Test("reaches no version but the one that the file had")
  func another() throws {
    var (line, old) = try upcoming()
    try line.withdraw(to: old)
    line.snapshot.withdrawn = [1, 2]
    try line.land("2026-04-02")
    #expect(try line.last().withdrawn == [2])
    #expect(line.line.inForce(on: try day("2026-05-01"))?.version == 1)
  }

  @Test("of a draft leaves the upcoming version before it alone")
  func upcomingBelow() throws {
    var (line, old) = try upcoming()
    try line.step(.development, reason: "a revision")
    line.snapshot.version = 3
    try line.land("2026-04-02")
    try line.withdraw(to: old)
    line.snapshot.withdrawn = [2, 3]
    try line.land("2026-04-03")
    #expect(try line.last().withdrawn == [3])
    #expect(line.line.inForce(on: try day("2026-05-01"))?.version == 2)
  }

  @Test("while the file keeps the number does nothing")
  func keepsNumber() throws {
    var (line, _) = try upcoming()
    try line.step(.iteration, reason: "an error")
    line.snapshot.withdrawn = [2]
    try line.land("2026-04-02")
    #expect(try line.last().withdrawn.isEmpty)
    #expect(line.line.inForce(on: try day("2026-05-01"))?.version == 2)
  }

  @Test("of a first version leads to development under the next number")
  func first() throws {
    var line = try LineBuilder.released()
    try line.step(.development, reason: "an error")
    line.snapshot.withdrawn = [1]
    line.snapshot.version = 2
    try line.land("2026-02-02")
    #expect(try line.last().withdrawn == [1])
    #expect(line.line.inForce(on: try day("2026-03-01")) == nil)
    #expect(line.line.upcoming(after: try day("2026-02-02")).isEmpty)
  }

  @Test("of a version that one squash released together with the one before it")
  func squashed() throws {
    let first = try LineBuilder.released(effective: "2026-02-10")
    let old = first.snapshot
    var squash = try LineBuilder()
    squash.snapshot = old
    squash.records = first.records
    try squash.revise(effective: "2026-05-01")
    try squash.signAll()
    try squash.land("2026-04-01")
    #expect(try squash.last().becameCandidate)
    try squash.withdraw(to: old)
    try squash.land("2026-04-02")
    #expect(try squash.last().withdrawn == [2])
    // Version 1 never landed by itself, so its words wait for their own sign-offs.
    #expect(squash.line.inForce(on: try day("2026-06-01")) == nil)
    #expect(squash.line.upcoming(after: try day("2026-04-02")).isEmpty)
  }

  @Test("works through a landing that cannot be read")
  func throughUnreadable() throws {
    var (line, old) = try upcoming()
    try line.land(on: day("2026-04-02"), isReadable: false)
    try line.withdraw(to: old)
    try line.land("2026-04-03")
    #expect(try line.last().withdrawn == [2])
  }

  @Test("keeps a number from ever being published again")
  func usedUp() throws {
    var (line, old) = try upcoming()
    let second = line.snapshot
    try line.withdraw(to: old)
    try line.land("2026-04-02")
    let steps = line.snapshot.history
    line.snapshot = second
    line.snapshot.history = steps
    try line.land("2026-04-03")
    #expect(try !line.last().becameCandidate)
    #expect(line.line.inForce(on: try day("2026-05-01"))?.version == 1)
  }

  @Test("leaves no approval of the words that were given up")
  func approvals() throws {
    var (line, old) = try upcoming()
    line.write(.article, "of version 2", by: "dana")
    try line.sign("sue", as: "support", on: [.article])
    try line.land("2026-04-02")
    #expect(try line.last().becameCandidate)
    try line.withdraw(to: old)
    try line.land("2026-04-03")
    line.write(.article, "of version 2", by: "dana")
    try line.land("2026-04-04")
    #expect(try !line.last().becameCandidate)
    #expect(try line.refusals(of: "support", on: .article).contains(.superseded))
  }
}
