import Foundation
import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import BylawKit

@Suite("Who wrote the words of a landing")
struct CoAuthorTests {
  private static let id = "unwanted-advertising"
  private static let words = ("Advertising where nobody", "Advertising wherever nobody")
  private static let trailer = "\n\nCo-authored-by: Ana <ana@example.com>"

  /// Whether Ana's record carries the step, where a landing before it had `message`.
  private func verdicts(
    _ message: String, by author: String = "mira@example.com",
    bringsRecord: Bool = false
  ) async throws -> [String] {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana, try SigningReviewer("ben@example.com")])
    try repository.land(.development, on: "2026-01-06")
    let step = Life.implementation.round(1, isClosed: true).edited(Self.words.0, Self.words.1)
    if bringsRecord {
      try repository.folder.write(Life.path, step.text)
      let record = try await ana.record(
        on: Self.id, in: repository, group: "legal", scopes: [.policy])
      try repository.land(record, on: "2026-01-07", by: author, message: message)
    } else {
      try repository.land(
        [Life.path: Life.development.edited(Self.words.0, Self.words.1).text], on: "2026-01-06",
        by: author, message: message)
      try repository.folder.write(Life.path, step.text)
      let record = try await ana.record(
        on: Self.id, in: repository, group: "legal", scopes: [.policy])
      try repository.land(record, on: "2026-01-07")
    }
    return try await repository.verdicts()
  }

  @Test("is the commit's author, and whoever its trailer names")
  func trailer() async throws {
    #expect(try await verdicts("New words") == [])
    #expect(try await verdicts("New words" + Self.trailer) == ["error gate-unmet"])
    #expect(try await verdicts("New words", by: "ana@example.com") == ["error gate-unmet"])
  }

  @Test("is not a reviewer whom a forge names beside the record that the same commit adds")
  func squash() async throws {
    #expect(try await verdicts("Squashed" + Self.trailer, bringsRecord: true) == [])
    #expect(
      try await verdicts("Squashed", by: "ana@example.com", bringsRecord: true)
        == ["error gate-unmet"])
  }

  @Test("is a co-author beside a file that only looks like their record", arguments: [false, true])
  func unsignedRecord(isSigned: Bool) async throws {
    let ana = try SigningReviewer(Self.ana)
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development, on: "2026-01-06")
    let words = Life.development.edited(Self.words.0, Self.words.1).round(1)
    try repository.folder.write(Life.path, words.text)
    var record = try await ana.record(
      on: Self.id, in: repository, group: "legal", scopes: [.policy])
    if !isSigned { record = record.mapValues { $0?.components(separatedBy: "-----BEGIN")[0] } }
    try repository.land(record, on: "2026-01-07", message: "Squashed" + Self.trailer)
    #expect(try await authors(in: repository)?.contains(Self.ana) == !isSigned)
  }

  /// Those of the rule.
  private func authors(in repository: LandingRepository) async throws -> Set<String>? {
    let history = try #require(
      try await WorkspaceHistory.load(
        repository.folder.path, timeZone: "UTC", today: LandingRepository.today))
    let line = try #require(history.lines[Self.id])
    return line.authors(of: try #require(line.snapshot))[.policy]
  }

  @Test("is a co-author whose record the same commit only changes")
  func changedRecord() async throws {
    let ana = try SigningReviewer(Self.ana)
    let repository = try LandingRepository.asking([ana, try SigningReviewer("ben@example.com")])
    try repository.land(.development.round(1), on: "2026-01-06")
    func record(_ text: String) async throws -> [String: String?] {
      try await ana.record(
        on: Self.id, in: repository, group: "legal", scopes: [.policy], text: text)
    }
    try repository.land(try await record(""), on: "2026-01-06", by: Self.ana)
    let words = Life.development.edited(Self.words.0, Self.words.1).round(1)
    try repository.folder.write(Life.path, words.text)
    try repository.land(
      try await record("Better."), on: "2026-01-07", message: "Squashed" + Self.trailer)
    #expect(try await authors(in: repository)?.contains(Self.ana) == true)
  }

  @Test(
    "is whoever a message names anywhere",
    arguments: [
      "New words\n\nCo-authored-by: Ana <ana@example.com>\n\nReviewed on Friday.",
      "New words\n\nCo-authored-by: Ben\nCo-authored-by: Ana <ana@example.com>",
      "New words\n\nCo-authored-by: ana@example.com",
    ])
  func anywhere(message: String) async throws {
    #expect(try await verdicts(message).contains("error gate-unmet"))
  }

  @Test("is asked for where it cannot be read")
  func unread() async throws {
    #expect(
      try await verdicts("New words\n\nCo-authored-by: Ana") == ["warning words-author-unread"])
    #expect(
      try await verdicts("New words\n\nCo-authored-by: Ana <ána@example.com>")
        == ["warning words-author-unread"])
    #expect(try await verdicts("New words\n\nCo-authored-by: Mira <mira@example.com>") == [])
  }

  /// Ana writes the words in `writing`, Mira lands them where they can be read, and Ana signs them.
  private func unreadable(
    _ writing: (LandingRepository, Life) throws -> Void
  ) async throws -> [String] {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana, try SigningReviewer("ben@example.com")])
    try repository.land(.development, on: "2026-01-06")
    let words = Life.development.edited(Self.words.0, Self.words.1)
    try writing(repository, words)
    try repository.land(words, on: "2026-01-07")
    let step = Life.implementation.round(1, isClosed: true).edited(Self.words.0, Self.words.1)
    try repository.folder.write(Life.path, step.text)
    let record = try await ana.record(
      on: Self.id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(record, on: "2026-01-08")
    return try await repository.verdicts()
  }

  private static let ana = "ana@example.com"
  private static func broken(_ life: Life) -> String {
    life.text.replacing("id: unwanted", with: "id: unwanted-advertising\nid: unwanted")
  }

  @Test("is who wrote them while the file could not be read")
  func duplicateKey() async throws {
    let found = try await unreadable { repository, words in
      try repository.land([Life.path: Self.broken(words)], on: "2026-01-06", by: Self.ana)
    }
    #expect(found == ["error gate-unmet"])
  }

  @Test("is who wrote them while the file could not be read, on a branch")
  func duplicateKeyOnBranch() async throws {
    let found = try await unreadable { repository, words in
      try repository.branch("side")
      try repository.land([Life.path: Self.broken(words)], on: "2026-01-06", by: Self.ana)
      try repository.land(words, on: "2026-01-06")
      try repository.checkout("main")
      try repository.merge("side", on: "2026-01-06")
    }
    #expect(found == ["error gate-unmet"])
  }

  @Test("is who wrote them in a new file that could not be read, and was moved")
  func moved() async throws {
    let found = try await unreadable { repository, words in
      let draft = "policies/draft.md"
      try repository.land([draft: "---\na: [\n---\n" + words.text], on: "2026-01-06", by: Self.ana)
      try repository.land([draft: nil, Life.path: words.text], on: "2026-01-06")
    }
    #expect(found == ["error gate-unmet"])
  }

  @Test("is who wrote them in a file that is no policy")
  func readme() async throws {
    let readme = "policies/README.md"
    let found = try await unreadable { repository, words in
      try repository.land([readme: words.text], on: "2026-01-06", by: Self.ana)
      try repository.land([readme: nil, Life.path: words.text], on: "2026-01-06")
    }
    #expect(found == ["error gate-unmet"])
  }

  @Test("is nobody who only moved or broke what was approved of others")
  func others() async throws {
    let found = try await unreadable { repository, words in
      let broken = Self.broken(.development)
      try repository.land([Life.path: broken], on: "2026-01-06", by: Self.ana)
      try repository.land(.development, on: "2026-01-06")
    }
    #expect(found == [])
  }

  @Test("is known before the words land, where they are mended on the disk")
  func onDisk() async throws {
    let ana = try SigningReviewer(Self.ana)
    let repository = try LandingRepository.asking([ana, try SigningReviewer("ben@example.com")])
    try repository.land(.development, on: "2026-01-06")
    let words = Life.development.edited(Self.words.0, Self.words.1)
    try repository.land([Life.path: Self.broken(words)], on: "2026-01-06", by: Self.ana)
    try repository.folder.write(Life.path, words.text)
    let desk = try await PolicyDesk.open(
      Self.id, in: try repository.folder.load(), today: LandingRepository.today)
    #expect(desk.judge.authors[.policy]?.contains(Self.ana) == true)
    try repository.folder.write(Life.path, Life.development.text)
    let restored = try await PolicyDesk.open(
      Self.id, in: try repository.folder.load(), today: LandingRepository.today)
    #expect(restored.judge.authors[.policy]?.contains(Self.ana) != true)
  }

  @Test("is told with the landing whose commits say so")
  func telling() async throws {
    let ana = try SigningReviewer(Self.ana)
    let repository = try LandingRepository.asking([ana, try SigningReviewer("ben@example.com")])
    try repository.land(.development, on: "2026-01-06")
    let words = Life.development.edited(Self.words.0, Self.words.1)
    let commit = try repository.land(
      [Life.path: words.text], on: "2026-01-06", message: "Squashed" + Self.trailer)
    try repository.land(words.edited("Advertising", "Adverts"), on: "2026-01-06")
    let step = Life.implementation.round(1, isClosed: true)
      .edited(Self.words.0, Self.words.1).edited("Advertising", "Adverts")
    try repository.folder.write(Life.path, step.text)
    try repository.land(
      try await ana.record(on: Self.id, in: repository, group: "legal", scopes: [.policy]),
      on: "2026-01-07")
    let notes = try await repository.history().flatMap(\.notes).map(\.text)
    let say = "wrote some of these words, as commits up to \(commit.prefix(12)) say, and nobody"
    #expect(notes.contains { $0.contains(say) }, "\(notes)")
  }

  @Test("is a co-author of whom the commit adds a record about another policy only")
  func otherRecord() async throws {
    let ana = try SigningReviewer(Self.ana)
    let repository = try LandingRepository.asking([ana, try SigningReviewer("ben@example.com")])
    try repository.land(.development, on: "2026-01-06")
    let common = ["policies/common.md": SoundSample.common]
    try repository.land(common.mapValues { $0 }, on: "2026-01-06")
    let record = try await ana.record(
      on: "common", in: repository, group: "legal", scopes: [.article])
    let words = Life.development.edited(Self.words.0, Self.words.1)
    try repository.land(
      record.merging([Life.path: words.text]) { $1 }, on: "2026-01-06",
      message: "Squashed" + Self.trailer)
    let step = Life.implementation.round(1, isClosed: true).edited(Self.words.0, Self.words.1)
    try repository.folder.write(Life.path, step.text)
    let yes = try await ana.record(on: Self.id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(yes, on: "2026-01-07")
    #expect(try await repository.verdicts().contains("error gate-unmet"))
  }

  @Test("is nobody whose commit on a branch left the words as they were")
  func sameWords() async throws {
    let ana = try SigningReviewer(Self.ana)
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development, on: "2026-01-06")
    try repository.branch("side")
    try repository.land(.development.round(1), on: "2026-01-06", by: Self.ana)
    try repository.checkout("main")
    try repository.merge("side", on: "2026-01-06")
    #expect(try await authors(in: repository) == ["mira@example.com"])
  }

  @Test("is who wrote them on a branch that a merge left behind")
  func cameAndWent() async throws {
    let ana = try SigningReviewer(Self.ana)
    let repository = try LandingRepository.asking([ana, try SigningReviewer("ben@example.com")])
    try repository.land(.development, on: "2026-01-06")
    let words = Life.development.edited(Self.words.0, Self.words.1)
    try repository.branch("side")
    try repository.land([Life.path: words.text], on: "2026-01-06", by: Self.ana)
    try repository.land(.development, on: "2026-01-06", by: Self.ana)
    try repository.checkout("main")
    try repository.merge("side", on: "2026-01-06")
    try repository.land([Life.path: words.text], on: "2026-01-07")
    let step = Life.implementation.round(1, isClosed: true).edited(Self.words.0, Self.words.1)
    try repository.folder.write(Life.path, step.text)
    let yes = try await ana.record(on: Self.id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(yes, on: "2026-01-08")
    let found = try await repository.verdicts()
    #expect(found == ["error gate-unmet"])
  }

  @Test("is who wrote a draft before enforcement began")
  func beforeEnforcement() async throws {
    let ana = try SigningReviewer(Self.ana)
    let repository = try LandingRepository.asking([ana, try SigningReviewer("ben@example.com")])
    try repository.land(.development, on: "2026-01-06")
    let words = Life.development.edited(Self.words.0, Self.words.1)
    try repository.land([Life.path: words.text], on: "2026-01-06", by: Self.ana)
    let begin = try repository.git("rev-parse", "HEAD")
    try repository.land(
      [
        "bylaw.yml": try repository.folder.text("bylaw.yml").replacing(
          "lifecycle:\n", with: "lifecycle:\n  enforced_since: \(begin)\n")
      ], on: "2026-01-07")
    let step = Life.implementation.round(1, isClosed: true).edited(Self.words.0, Self.words.1)
    try repository.folder.write(Life.path, step.text)
    let yes = try await ana.record(on: Self.id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(yes, on: "2026-01-08")
    #expect(try await repository.verdicts() == ["error gate-unmet"])
  }
}
