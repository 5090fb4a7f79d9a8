import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite("Settings that stand only for a while")
struct SettingsPassingTests {
  @Test(
    "are found where something else is left behind",
    arguments: [
      ("people:", "people:\n  new@example.com: {name: New}"),
      ("notice: 15 days", "notice: 16 days"),
      ("{name: A reviewer}", "{name: A reviewer, also: [a@example.org]}"),
    ])
  func passingWithMore(old: String, new: String) async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    let settings = try repository.folder.text("bylaw.yml")
    let weak = settings.replacing(
      "good_fit: {rounds: 1, groups: [legal]}", with: "good_fit: {rounds: 0, groups: []}")
    try repository.land(.development, on: "2026-01-06")
    try repository.land(["bylaw.yml": weak], on: "2026-01-07")
    try repository.land(.released, on: "2026-01-08")
    try #require(settings.contains(old))
    try repository.land(["bylaw.yml": settings.replacing(old, with: new)], on: "2026-01-09")
    let found = try await repository.history()
    #expect(found.map(\.verdict) == ["warning settings-passing"])
    #expect(found.first?.notes.last?.text == "legal was not asked about `policy`.")
  }

  @Test("a member for a while, whose yes nobody would take before or after, is found")
  func passingMember() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let ben = try SigningReviewer("ben@example.com")
    for leaves in [false, true] {
      let repository = try LandingRepository.asking([ana, ben])
      let settings = try repository.folder.text("bylaw.yml")
      let one = settings.replacing(
        "members: [ana@example.com, ben@example.com]", with: "members: [ana@example.com]")
      try repository.land(["bylaw.yml": one], on: "2026-01-04")
      try repository.land(.development, on: "2026-01-05")
      try repository.land(["bylaw.yml": settings], on: "2026-01-06")
      try repository.land(.development.round(1), on: "2026-01-06")
      let record = try await ben.record(
        on: "unwanted-advertising", in: repository, group: "legal", scopes: [.policy])
      try repository.land(record, on: "2026-01-06", by: ben.address)
      try repository.land(.development.round(1, isClosed: true), on: "2026-01-07")
      try repository.land(.released.round(1, isClosed: true), on: "2026-01-08")
      if leaves {
        let other = one.replacing("people:", with: "people:\n  new@example.com: {name: New}")
        try repository.land(["bylaw.yml": other], on: "2026-01-09")
      }
      #expect(
        try await repository.verdicts() == (leaves ? ["warning settings-passing"] : []))
    }
  }
}
