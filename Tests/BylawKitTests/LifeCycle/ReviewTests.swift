import PolicyModel
import PolicyProjection
import PolicyReading
import Testing

@testable import BylawKit

@Suite("The periodic review")
struct ReviewTests {
  @Test("is a signed record about what is in force, whatever stands in the file")
  func record() async throws {
    let repository = try LifeRepository()
    try repository.edit("Advertise only where", "Advertise solely where")
    let desk = try await repository.desk("2026-08-01")
    let name = try await repository.review(.keep, as: LifeRepository.ana, on: "2026-08-01")
    #expect(name == "v1-review-legal-ana@example.com-1.signoff")
    let path = "policies/signoffs/\(LifeRepository.policy)/\(name)"
    let read = try RecordReader.read(Array(repository.text(path).utf8), name: name).get()
    #expect(read.signOff.considered == [.law, .data])
    #expect(read.signature != nil)
    let current = try #require(desk.line.inForce(on: desk.today))
    for scope in Scope.published {
      #expect(read.signOff.digest(of: scope.rawValue) == current.snapshot.digests[scope])
    }
    #expect(read.signOff.digest(of: "policy") != desk.snapshot.digests[.policy])
  }

  @Test("is refused without something considered, without words, and to strangers")
  func refused() async throws {
    let repository = try LifeRepository()
    try repository.ask(
      "groups: {legal:",
      "groups: {support: {name: Support, members: [\(LifeRepository.ana)]}, legal:")
    let desk = try await repository.desk("2026-08-01")
    func review(
      _ verdict: SignOff.Verdict, _ considered: [SignOff.Consideration], _ text: String,
      group: String? = "legal", by reviewer: String = LifeRepository.ana
    ) throws -> SignOff {
      try ReviewJob.record(
        at: desk, group: group, verdict: verdict, considered: considered, text: text,
        reviewer: reviewer
      ).signOff()
    }
    #expect(try review(.keep, [.law], "", group: nil).group == "legal")
    #expect(throws: LoadError.self) { try review(.keep, [], "Fine.") }
    #expect(throws: LoadError.self) { try review(.revise, [.law], "") }
    #expect(throws: LoadError.self) { try review(.keep, [.law], "", group: "support") }
    #expect(throws: LoadError.self) { try review(.keep, [.law], "", by: LifeRepository.mira) }
  }

  @Test(
    "is refused where nothing is in force, and of the common text",
    arguments: [(LifeRepository.policy, "2026-02-01"), ("common", "2026-08-01")])
  func nothing(id: String, day: String) async throws {
    let desk = try await LifeRepository().desk(of: id, day)
    #expect(throws: LoadError.self) {
      try ReviewJob.record(
        at: desk, group: "legal", verdict: .keep, considered: [.law], text: "",
        reviewer: LifeRepository.ana)
    }
  }

  @Test("is the owner's, and unsigned, where the settings ask no group")
  func owner() async throws {
    let repository = try LifeRepository(living: "[]")
    let desk = try await repository.desk("2026-08-20")
    #expect(desk.reviewSchedule?.overdueDays(on: desk.today) == 4)
    let job = try ReviewJob.record(
      at: desk, group: nil, verdict: .keep, considered: [.law], text: "",
      reviewer: LifeRepository.mira)
    try repository.carryOut(try await job.plan(key: nil, isInteractive: false))
    try repository.commit("a record", on: "2026-08-20")
    let after = try await repository.desk("2026-08-21")
    let schedule = try #require(after.reviewSchedule)
    #expect(schedule.last?.reviewer == LifeRepository.mira)
    #expect(schedule.due == CalendarDate("2027-02-20"))
    #expect(throws: LoadError.self) {
      try ReviewJob.record(
        at: after, group: nil, verdict: .keep, considered: [.law], text: "",
        reviewer: LifeRepository.ana
      ).signOff()
    }
  }

  @Test("is not that of somebody else where the owner reviews, whatever a file says")
  func notTheOwner() async throws {
    let repository = try LifeRepository(living: "[]")
    for (reviewer, group) in [(LifeRepository.ana, "none"), (LifeRepository.mira, "legal")] {
      let record = SignOff(
        workspace: try repository.load().settings.id, policy: LifeRepository.policy,
        purpose: .review, version: 1, group: group, reviewer: reviewer, number: 1, verdict: .keep,
        signed: try LifeRepository.day("2026-08-01"), digests: [], considered: [.law])
      try repository.write(
        "policies/signoffs/\(LifeRepository.policy)/\(record.fileName)",
        String(decoding: RecordWriter.text(of: record), as: UTF8.self))
    }
    try repository.commit("records", on: "2026-08-01")
    let schedule = try #require(try await repository.desk("2026-08-02").reviewSchedule)
    #expect(schedule.last == nil)
  }

  @Test("counts also when its maker has left the group since, and not when they never were in it")
  func members() async throws {
    let repository = try LifeRepository()
    try await repository.review(.keep, as: LifeRepository.ana, on: "2026-08-01")
    try repository.write(
      "bylaw.yml",
      LifeRepository.settings().replacing(
        "members: [\(LifeRepository.ana), ", with: "members: ["))
    try repository.commit("ana leaves", on: "2026-08-02")
    let desk = try await repository.desk("2026-08-21")
    #expect(desk.reviewSchedule?.last?.reviewer == LifeRepository.ana)
  }
}
