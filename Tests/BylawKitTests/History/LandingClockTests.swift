import PolicyModel
import PolicyProjection
import PolicyRules
import TestSupport
import Testing

@testable import BylawKit

@Suite("The day of a landing")
struct LandingClockTests {
  private func days(_ claims: [String], today: String = "2026-06-01") throws -> [String] {
    let today = try #require(CalendarDate(today))
    return LandingClock(claims: claims.compactMap { CalendarDate($0) }, today: today).days
      .map(\.description)
  }

  @Test("is what its commit says, where days do not go back")
  func plain() throws {
    let claims = ["2026-01-01", "2026-01-01", "2026-03-02"]
    #expect(try days(claims) == claims)
    #expect(try days([]) == [])
  }

  @Test("is the next one's where one clock was ahead, whatever day it is now")
  func ahead() throws {
    let claims = ["2026-01-01", "2026-09-09", "2026-01-03", "2026-01-04"]
    for today in ["2026-01-04", "2026-09-08", "2026-09-09", "2030-01-01"] {
      #expect(
        try days(claims, today: today) == ["2026-01-01", "2026-01-03", "2026-01-03", "2026-01-04"])
    }
  }

  @Test("is the one before where one clock was behind")
  func behind() throws {
    let claims = ["2026-01-01", "2026-01-02", "1970-01-01", "2026-01-04"]
    #expect(try days(claims) == ["2026-01-01", "2026-01-02", "2026-01-02", "2026-01-04"])
    #expect(
      try days(["2026-01-01", "2026-01-02", "1970-01-01"])
        == ["2026-01-01", "2026-01-02", "2026-01-02"])
  }

  @Test("is no day that has not come")
  func today() throws {
    #expect(try days(["2026-01-01", "2026-09-09"]) == ["2026-01-01", "2026-06-01"])
  }

  @Test("never goes back and never lies outside what was claimed, whatever is claimed")
  func anyClaims() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let claims = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        CalendarDate(daysSinceEpoch: Int.random(in: 20_000...20_020, using: &random))
      }
      let days = LandingClock(claims: claims, today: CalendarDate(daysSinceEpoch: 20_030)).days
      #expect(zip(days, days.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(Set(days).isSubset(of: Set(claims)))
      let later = LandingClock(claims: claims, today: CalendarDate(daysSinceEpoch: 30_000)).days
      #expect(days == later)
    }
  }
}

@Suite("A clock that is ahead")
struct ClockAheadTests {
  @Test("gives up no withdrawal once its day has come, and is an error until then")
  func withdrawal() async throws {
    let repository = try LandingRepository()
    for (life, day) in [
      (Life.released, "2026-01-08"), (.revised, "2026-03-02"), (.released2, "2026-03-04"),
    ] { try repository.land(life, on: day) }
    try repository.land(["policies/other.md": SoundSample.neighbour], on: "2027-01-01")
    try repository.land(.withdrawn2, on: "2026-03-10")
    for today in ["2026-04-01", "2026-05-10", "2027-06-01"] {
      let day = try #require(CalendarDate(today))
      let history = try #require(
        try await WorkspaceHistory.load(repository.folder.path, timeZone: "UTC", today: day))
      let line = try #require(history.lines["unwanted-advertising"])
      #expect(line.candidates.allSatisfy { $0.version == 1 }, "\(today)")
    }
    let before = try await repository.history(today: try #require(CalendarDate("2026-04-01")))
    #expect(before.map(\.verdict).contains("error history-clock-ahead"))
    let after = try await repository.history(today: try #require(CalendarDate("2027-01-02")))
    #expect(!after.map(\.verdict).contains("error history-clock-ahead"))
  }

  @Test("is an error of the branch that has the commit")
  func branch() async throws {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    try repository.branch("work")
    try repository.land(.development, on: "2027-01-06")
    let result = try await repository.change()
    #expect(result.findings.map(\.verdict) == ["error history-clock-ahead"])
  }
}
