import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import BylawKit

@Suite("The gates of landings ask for signatures")
struct HistorySignOffTests {
  private let id = "unwanted-advertising"

  @Test("a squash with the record of every group is legal")
  func signed() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development, on: "2026-01-06")
    let next = Life.implementation.round(1, isClosed: true)
    try repository.folder.write(Life.path, next.text)
    let record = try await ana.record(on: id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(record, on: "2026-01-07")
    #expect(try await repository.verdicts() == [])
  }

  @Test("a step without them is found, with who is missing")
  func unsigned() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development, on: "2026-01-06")
    try repository.land(.implementation.round(1, isClosed: true), on: "2026-01-07")
    let found = try await repository.history()
    #expect(found.map(\.verdict) == ["error gate-unmet"])
    #expect(found.flatMap(\.notes).map(\.text).contains { $0.contains("Legal approves `policy`") })
  }

  @Test("the record of another's key is refused with its reason")
  func forged() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let ben = try SigningReviewer("ben@example.com")
    let repository = try LandingRepository.asking([ana, ben])
    try repository.land(.development, on: "2026-01-06")
    try repository.folder.write(Life.path, Life.implementation.round(1, isClosed: true).text)
    let record = try await ben.record(
      on: id, in: repository, group: "legal", scopes: [.policy], named: "ana@example.com")
    try repository.land(record, on: "2026-01-07")
    let found = try await repository.history()
    #expect(found.map(\.verdict) == ["error gate-unmet"])
    #expect(
      found.flatMap(\.notes).map(\.text).contains { $0.contains("belongs to ben@example.com") },
      "\(found.flatMap(\.notes))")
  }

  @Test("a record that lands after the step mends nothing of the past")
  func late() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development, on: "2026-01-06")
    try repository.land(.implementation.round(1, isClosed: true), on: "2026-01-07")
    let record = try await ana.record(on: id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(record, on: "2026-01-08", by: "ana@example.com")
    #expect(try await repository.verdicts() == ["error gate-unmet", "note record-late"])
  }

  @Test("a record that lands after its round was closed is a note, and changes no outcome")
  func afterClosing() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let ben = try SigningReviewer("ben@example.com")
    let repository = try LandingRepository.asking([ana, ben])
    try repository.land(.development, on: "2026-01-06")
    try repository.folder.write(Life.path, Life.implementation.round(1, isClosed: true).text)
    try repository.land(
      try await ana.record(on: id, in: repository, group: "legal", scopes: [.policy]),
      on: "2026-01-07")
    try repository.land(
      try await ben.record(on: id, in: repository, group: "legal", scopes: [.policy]),
      on: "2026-01-08")
    #expect(try await repository.verdicts() == ["note record-late"])
  }

  @Test("a round that was withdrawn need not have asked everybody")
  func withdrawnRound() async throws {
    for (end, found) in [
      (", closed: 2026-01-06, outcome: withdrawn}", false), ("}", true),
    ] {
      let repository = try LandingRepository.asking([try SigningReviewer("ana@example.com")])
      let settings = try repository.folder.text("bylaw.yml").replacing(
        "groups: {legal", with: "groups: {sup: {name: Support, members: []}, legal")
      try repository.land(["bylaw.yml": settings], on: "2026-01-04")
      try repository.land(
        .development.round(1).with {
          $0.rounds[0] =
            $0.rounds[0].replacing("groups: [legal]", with: "groups: [sup]")
            .dropLast() + end
        }, on: "2026-01-06")
      let rules = try await repository.history().map(\.rule)
      #expect(rules.contains("round-groups-missing") == found, "\(rules)")
    }
  }

  @Test("a group that comes later finds nothing in the past")
  func laterGroup() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    let settings = LandingRepository.settingsWithPeople
      .replacing("groups: {}", with: "groups: {legal: {name: Legal, members: [ana@example.com]}}")
      .replacing(
        "good_fit: {rounds: 0, groups: []}", with: "good_fit: {rounds: 2, groups: [legal]}")
    try repository.land(["bylaw.yml": settings], on: "2026-03-01")
    #expect(try await repository.verdicts() == [])
  }

  @Test("an approved end of a released policy needs its groups")
  func retirement() async throws {
    let settings = LandingRepository.settingsWithPeople
      .replacing("groups: {}", with: "groups: {lead: {name: Lead, members: [lea@example.com]}}")
      .replacing("retire: {groups: []}", with: "retire: {groups: [lead]}")
    let repository = try LandingRepository(settings: settings)
    try repository.land(.released, on: "2026-01-08")
    let retired = Life.released.then("retired", on: "2026-04-01", reason: "Done.").with {
      $0.retired = "{on: 2026-05-01, reason: Done.}"
    }
    try repository.land(retired, on: "2026-04-01")
    let found = try await repository.history()
    #expect(found.map(\.verdict) == ["error gate-unmet"])
    #expect(found.first?.headline == "Scope `retire` was not approved by lead")
  }

  @Test("the end of a draft needs nobody")
  func retiredDraft() async throws {
    let settings = LandingRepository.settingsWithPeople
      .replacing("groups: {}", with: "groups: {lead: {name: Lead, members: [lea@example.com]}}")
      .replacing("retire: {groups: []}", with: "retire: {groups: [lead]}")
    let repository = try LandingRepository(settings: settings)
    try repository.land(.development, on: "2026-01-06")
    let retired = Life.development.then("retired", on: "2026-04-01", reason: "Done.").with {
      $0.retired = "{on: 2026-05-01, reason: Done.}"
    }
    try repository.land(retired, on: "2026-04-01")
    #expect(try await repository.verdicts() == [])
  }

  @Test("an end that has come is not moved, and a file that says so is found")
  func retirementMoved() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    let retired = Life.released.then("retired", on: "2026-04-01", reason: "Done.").with {
      $0.retired = "{on: 2026-05-01, reason: Done.}"
    }
    try repository.land(retired, on: "2026-04-01")
    let moved = retired.with { $0.retired = "{on: 2026-05-20, reason: Done.}" }
    try repository.land(moved, on: "2026-04-10")
    #expect(try await repository.verdicts() == [])
    try repository.land(retired, on: "2026-05-21")
    #expect(try await repository.verdicts() == ["warning retired-unapproved"])
    try repository.land(moved, on: "2026-05-22")
    #expect(try await repository.verdicts() == [])
  }

  @Test("an amendment brings no version forward without the notice that readers were promised")
  func broughtForward() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    func day() async throws -> String? {
      try await WorkspaceHistory.load(
        repository.folder.path, timeZone: "UTC", today: LandingRepository.today)?
        .lines["unwanted-advertising"]?.effectiveDay(of: 1)?.description
    }
    try repository.land(.released.dated("2026-01-08", "2026-03-01"), on: "2026-01-09")
    #expect(try await day() == "2026-03-01")
    try repository.land(.released.dated("2026-01-08", "2026-02-20"), on: "2026-01-10")
    #expect(try await day() == "2026-02-20")
    try repository.land(.released.dated("2026-01-08", "2026-01-12"), on: "2026-01-11")
    #expect(try await day() == "2026-02-20")
  }

  @Test("a round whose last word is void is not borne out")
  func voidWord() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    let settings = try repository.folder.text("bylaw.yml").replacing(
      "groups: {legal", with: "groups: {sup: {name: Support, members: [ana@example.com]}, legal"
    ).replacing("groups: [legal]}", with: "groups: [legal, sup]}")
    try repository.land(["bylaw.yml": settings], on: "2026-01-04")
    func asking(_ life: Life) -> Life {
      life.with { $0.rounds[0] = $0.rounds[0].replacing("[legal]", with: "[legal, sup]") }
    }
    try repository.land(asking(.development.round(1)), on: "2026-01-06")
    for (number, group) in ["legal", "sup"].enumerated() {
      try repository.land(
        try await ana.record(
          on: id, in: repository, group: group, scopes: [.policy], number: number + 1),
        on: "2026-01-06", by: ana.address)
    }
    try repository.land(asking(.development.round(1, isClosed: true)), on: "2026-01-07")
    #expect(try await repository.verdicts() == ["warning round-outcome-unfounded"])
  }
}
