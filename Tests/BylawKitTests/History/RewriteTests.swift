import PolicyModel
import Testing

@testable import BylawKit

@Suite("A branch that is rewritten on its way to the main line")
struct RewriteTests {
  private static let id = "unwanted-advertising"

  /// Main has the policy in development; the branch has the round, Ana's record, and the step.
  private func reviewed(isProvenByCommits: Bool = false) async throws -> LandingRepository {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana], isProvenByCommits: isProvenByCommits)
    try repository.land(.development, on: "2026-01-06")
    try repository.branch("work")
    try repository.land(.development.round(1), on: "2026-01-06")
    try repository.land(
      try await ana.record(on: Self.id, in: repository, group: "legal", scopes: [.policy]),
      on: "2026-01-07", by: ana.address)
    try repository.land(.implementation.round(1, isClosed: true), on: "2026-01-07")
    return repository
  }

  /// How it lands.
  enum Way: String, CaseIterable, Sendable {
    case merge, fastForward, squash, rebase, cherryPick, octopus
  }

  private func land(_ way: Way, _ repository: LandingRepository) throws {
    func git(_ arguments: String...) throws { try repository.git(arguments, on: "2026-01-09") }
    try repository.checkout("main")
    switch way {
    case .merge: try repository.merge("work", on: "2026-01-09")
    case .fastForward: try git("merge", "--quiet", "--ff-only", "work")
    case .squash:
      try git("merge", "--quiet", "--squash", "work")
      try git("commit", "--quiet", "--message", "squashed")
    case .rebase:
      try repository.land(["README.md": "Main went on.\n"], on: "2026-01-08")
      try git("rebase", "--quiet", "main", "work")
      try repository.checkout("main")
      try repository.merge("work", on: "2026-01-09")
    case .cherryPick:
      try repository.land(["README.md": "Main went on.\n"], on: "2026-01-08")
      try git("cherry-pick", "main~1..work")
    case .octopus:
      try git("checkout", "--quiet", "-b", "other")
      try repository.land(["README.md": "Another branch.\n"], on: "2026-01-08")
      try repository.checkout("main")
      try repository.merge("work", "other", on: "2026-01-09")
    }
  }

  @Test("keeps every sign-off that is signed", arguments: Way.allCases)
  func signatures(_ way: Way) async throws {
    let repository = try await reviewed()
    try land(way, repository)
    #expect(try await repository.verdicts() == [])
  }

  @Test(
    "loses those that a commit proves, and says so",
    arguments: [
      (Way.merge, nil), (.fastForward, nil), (.squash, true), (.rebase, true), (.cherryPick, true),
    ])
  func commits(_ way: Way, _ isLost: Bool?) async throws {
    let repository = try await reviewed(isProvenByCommits: true)
    try land(way, repository)
    let found = try await repository.history()
    guard isLost == true else {
      #expect(found.map(\.verdict) == [])
      return
    }
    #expect(found.map(\.verdict).contains("error gate-unmet"))
    let notes = found.flatMap(\.notes).map(\.text)
    #expect(notes.contains { $0.contains("lost") && $0.contains("by a rewrite") }, "\(notes)")
  }

  @Test("and a file that is renamed, wrapped anew and in another order, keeps its sign-offs")
  func sameWords() async throws {
    let repository = try await reviewed()
    try land(.squash, repository)
    var text = Life.released.round(1, isClosed: true)
      .with {
        $0.steps[$0.steps.count - 1] = "{stage: iteration, on: 2026-01-10, by: mira@example.com}"
      }
      .dated("2026-01-10", "2026-02-20").text
    let old = text
    // The same words, in other lines, with other bullets and other quotes, and the keys in another order.
    text = text.replacing(
      "- **SAM-1** Advertising where nobody", with: "* **SAM-1** Advertising where\n  nobody"
    )
    .replacing("\n- **SAM-2** Hiding", with: "\n* **SAM-2** Hiding")
    .replacing("title: Unwanted advertising\n", with: "")
    .replacing("\nversion: 1\n", with: "\nversion: 1\ntitle: \"Unwanted advertising\"\n")
    #expect(text != old)
    try repository.land(
      [Life.path: nil, "policies/spam/another-name.md": text], on: "2026-01-10")
    #expect(try await repository.verdicts() == [])
  }

  @Test("loses them with one word")
  func otherWords() async throws {
    let repository = try await reviewed()
    try land(.squash, repository)
    let text = Life.released.round(1, isClosed: true)
      .with {
        $0.steps[$0.steps.count - 1] = "{stage: iteration, on: 2026-01-10, by: mira@example.com}"
      }
      .dated("2026-01-10", "2026-02-20")
      .edited("Advertising where nobody", "Advertising when nobody").text
    try repository.land([Life.path: text], on: "2026-01-10")
    #expect(try await repository.verdicts().contains("error gate-unmet"))
  }

  @Test("a revert of the step is found, and a revert of that restores all")
  func reverts() async throws {
    let repository = try await reviewed()
    try land(.merge, repository)
    try repository.git("revert", "--no-edit", "--mainline", "1", "HEAD", on: "2026-01-10")
    let found = try await repository.verdicts()
    #expect(found == ["error history-rewritten", "error record-changed", "error round-rewritten"])
    try repository.git("revert", "--no-edit", "HEAD", on: "2026-01-11")
    #expect(try await repository.verdicts() == found)
  }
}
