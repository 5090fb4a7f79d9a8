import Foundation
import PolicyModel
import Testing

@testable import BylawKit

@Suite("A sign-off that is not the reviewer's yes to these words")
struct HistoryForgingTests {
  private static let id = "unwanted-advertising"
  private static let link = "in your own [profile](https://example.com/me)"

  /// One way to forge it, and what the finding says of it.
  struct Forgery: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var says: String
    var edit: @Sendable (inout SignOff) -> Void = { _ in }
    /// The record's path and text, changed before it lands.
    var tamper: @Sendable ([String: String?]) -> [String: String?] = { $0 }
    /// The policy, changed after it was signed.
    var words: (old: String, new: String)?
    var finds = ["error gate-unmet"]
    var isUnlisted = false
    var isRevoked = false

    init(_ name: String, says: String, _ change: (inout Forgery) -> Void = { _ in }) {
      testDescription = name
      self.says = says
      change(&self)
    }
  }

  static let forgeries: [Forgery] = [
    Forgery("a name typed in by hand", says: "The record is not signed") {
      $0.tamper = { record in
        record.mapValues { text in
          text.map { String($0.prefix { _ in true }.split(separator: "-----BEGIN")[0]) }
        }
      }
    },
    Forgery("words changed below a signature", says: "does not fit the record") {
      $0.tamper = {
        $0.mapValues { $0?.replacing("signed: 2026-06-01", with: "signed: 2026-05-31") }
      }
    },
    Forgery("a record of another policy", says: "made for the policy `pay-outside`") {
      $0.edit = { $0.policy = "pay-outside" }
      $0.finds.append("note record-malformed")
    },
    Forgery("a record of another workspace", says: "made for the workspace `inkwork`") {
      $0.edit = { $0.workspace = "inkwork" }
      $0.finds.append("note record-malformed")
    },
    Forgery("a record of another version", says: "made for version 2") {
      $0.edit = { $0.version = 2 }
    },
    Forgery("a record of another round", says: "The policy has no round 7") {
      $0.edit = { $0.purpose = .round(7) }
    },
    Forgery("a record that was copied under another round's name", says: "v1-r1-legal") {
      $0.finds.append("note record-malformed")
      $0.tamper = { record in
        Dictionary(
          uniqueKeysWithValues: record.map {
            ($0.key.replacing("v1-r7-", with: "v1-r1-"), $0.value)
          })
      }
      $0.edit = { $0.purpose = .round(7) }
    },
    Forgery("a key that nobody lists", says: "No reviewer is listed for the key") {
      $0.isUnlisted = true
    },
    Forgery("a revoked key", says: "is revoked") { $0.isRevoked = true },
    Forgery("one other character in the rule", says: "words have changed since they were signed") {
      $0.words = ("Advertising where nobody asked", "Advertising where nobody asks")
    },
    Forgery("one other character in a link", says: "words have changed since they were signed") {
      $0.words = ("https://example.com/me", "https://example.com/mw")
    },
  ]

  @Test("opens no gate, and the finding says why it does not count", arguments: forgeries)
  func forged(_ forgery: Forgery) async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana], listsKeys: !forgery.isUnlisted)
    let signed = Life.implementation.round(1, isClosed: true)
      .edited("linking to it, in your own profile", "linking to it, \(Self.link)")
    try repository.land(.development, on: "2026-01-06")
    try repository.folder.write(Life.path, signed.text)
    var files = forgery.tamper(
      try await ana.record(
        on: Self.id, in: repository, group: "legal", scopes: [.policy], edit: forgery.edit))
    if let (old, new) = forgery.words { files[Life.path] = signed.edited(old, new).text }
    try repository.land(files, on: "2026-01-07")
    if forgery.isRevoked {
      let key = ana.line.dropFirst(ana.address.count + 1)
      #expect(try await repository.verdicts() == [])
      try repository.land(["policies/signoffs/revoked_keys": String(key)], on: "2026-01-08")
    }
    let found = try await repository.history()
    #expect(found.map(\.verdict).sorted() == forgery.finds)
    let notes = found.flatMap(\.notes).map(\.text)
    #expect(notes.contains { $0.contains(forgery.says) }, "\(notes)")
  }

  @Test("is what it seems without the forgery")
  func sound() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development, on: "2026-01-06")
    try repository.folder.write(
      Life.path,
      Life.implementation.round(1, isClosed: true)
        .edited("linking to it, in your own profile", "linking to it, \(Self.link)").text)
    try repository.land(
      try await ana.record(on: Self.id, in: repository, group: "legal", scopes: [.policy]),
      on: "2026-01-07")
    #expect(try await repository.verdicts() == [])
  }

  @Test("does not come from whoever wrote them")
  func author() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana, try SigningReviewer("ben@example.com")])
    try repository.land(.development, on: "2026-01-06")
    try repository.land(
      .development.edited("Advertising where nobody", "Advertising wherever nobody"),
      on: "2026-01-06", by: ana.address)
    try repository.folder.write(
      Life.path,
      Life.implementation.round(1, isClosed: true)
        .edited("Advertising where nobody", "Advertising wherever nobody").text)
    try repository.land(
      try await ana.record(on: Self.id, in: repository, group: "legal", scopes: [.policy]),
      on: "2026-01-07")
    let found = try await repository.history()
    #expect(found.map(\.verdict) == ["error gate-unmet"])
    #expect(
      found.flatMap(\.notes).contains { $0.text.contains("nobody approves their own text") })
  }

  @Test("is one person's, and counts for one group", arguments: [1, 2])
  func twice(_ secondRound: Int) async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    let settings = try repository.folder.text("bylaw.yml")
      .replacing(
        "groups: {legal", with: "groups: {sup: {name: Sup, members: [\(ana.address)]}, legal"
      )
      .replacing("{rounds: 1, groups: [legal]}", with: "{rounds: 1, groups: [legal, sup]}")
    try repository.land(["bylaw.yml": settings], on: "2026-01-04")
    try repository.land(.development, on: "2026-01-06")
    let life = Life.implementation.round(1, isClosed: true).round(2, isClosed: true).with { life in
      life.rounds = life.rounds.map {
        $0.replacing("groups: [legal]", with: "groups: [legal, sup]")
      }
    }
    try repository.folder.write(Life.path, life.text)
    let first = try await ana.record(on: Self.id, in: repository, group: "legal", scopes: [.policy])
    let second = try await ana.record(
      on: Self.id, in: repository, group: "sup", scopes: [.policy], round: secondRound, number: 2)
    try repository.land(first.merging(second) { $1 }, on: "2026-01-07")
    let found = try await repository.history()
    #expect(found.map(\.verdict) == ["error gate-unmet"])
    let says =
      secondRound == 1
      ? "The reviewer acts for `legal` in this round already"
      : "The same person or key counts for `legal` already"
    #expect(found.flatMap(\.notes).contains { $0.text.contains(says) }, "\(found.flatMap(\.notes))")
  }

  // MARK: Proof by commit

  /// The record of `ana`, added by a commit of `author`.
  private func proven(
    by author: String, _ prepare: (LandingRepository) throws -> Void = { _ in }
  ) async throws -> LandingRepository {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana], isProvenByCommits: true)
    try prepare(repository)
    try repository.land(Life.development.round(1), on: "2026-01-06")
    try repository.land(
      try await ana.record(on: Self.id, in: repository, group: "legal", scopes: [.policy]),
      on: "2026-01-07", by: author)
    try repository.land(
      .implementation.round(1, isClosed: true).with { life in
        life.rounds = life.rounds.map {
          $0.replacing("closed: 2026-01-07", with: "closed: 2026-01-08")
        }
      }, on: "2026-01-08")
    return repository
  }

  @Test("is proven by the reviewer's own commit, and by nobody else's")
  func commit() async throws {
    #expect(try await proven(by: "ana@example.com").verdicts() == [])
    let found = try await proven(by: "mira@example.com").history()
    #expect(found.map(\.verdict).sorted() == ["error gate-unmet", "note record-lost"])
    #expect(
      found.flatMap(\.notes).contains {
        $0.text.contains("lost by a rewrite")
          && $0.text.contains("made by mira@example.com, who is not the reviewer")
      })
    let lost = try #require(found.first { $0.rule == "record-lost" })
    #expect(lost.help?.contains("a new record, with the next number") == true)
    #expect(lost.help?.contains("list it under `also` in `people`") == true)
  }

  @Test("is not proven by a commit that only changes it")
  func changed() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana], isProvenByCommits: true)
    try repository.land(.development.round(1), on: "2026-01-06")
    for (author, text) in [("mira@example.com", ""), (ana.address, "Read.")] {
      try repository.land(
        try await ana.record(
          on: Self.id, in: repository, group: "legal", scopes: [.policy], text: text),
        on: "2026-01-07", by: author)
    }
    try repository.land(.implementation.round(1, isClosed: true), on: "2026-01-07")
    #expect(
      try await repository.verdicts() == [
        "error gate-unmet", "error record-changed", "note record-lost", "note record-lost",
      ])
  }

  @Test("is not proven by a mailmap that lies")
  func mailmap() async throws {
    let repository = try await proven(by: "mira@example.com") { repository in
      try repository.land(
        [".mailmap": "Ana <ana@example.com> <mira@example.com>\n"], on: "2026-01-05")
      try repository.git("config", "log.mailmap", "true")
    }
    #expect(try repository.git("log", "-1", "--format=%aE", "HEAD~1") == "ana@example.com")
    #expect(try await repository.verdicts() == ["error gate-unmet", "note record-lost"])
  }

  @Test("is not proven by a commit that is shown in another's place")
  func replaced() async throws {
    let repository = try await proven(by: "mira@example.com")
    let true_ = try repository.git("rev-parse", "HEAD~1")
    let tree = try repository.git("rev-parse", "HEAD~1^{tree}")
    let fake = try repository.git(
      "commit-tree", tree, "-p", "HEAD~2", "-m", "A landing", by: "ana@example.com",
      on: "2026-01-07")
    try repository.git("replace", true_, fake)
    #expect(try repository.git("log", "-1", "--format=%ae", true_) == "ana@example.com")
    #expect(try await repository.verdicts() == ["error gate-unmet", "note record-lost"])
  }
}
