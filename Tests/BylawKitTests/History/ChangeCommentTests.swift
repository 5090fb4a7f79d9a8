import Foundation
import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite("The comment on a pull request")
struct ChangeCommentTests {
  private let id = "unwanted-advertising"

  private func comment(_ repository: LandingRepository) async throws -> String {
    let result = try await repository.change()
    return ChangeComment(result, findings: result.findings, base: "main").text
  }

  /// Main has the policy in development, and Ana has approved it on the branch.
  private func signed(by ana: SigningReviewer) async throws -> LandingRepository {
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development, on: "2026-01-06")
    try repository.branch("work")
    try repository.land(.development.round(1), on: "2026-01-06")
    let record = try await ana.record(on: id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(record, on: "2026-01-07", by: ana.address)
    return repository
  }

  @Test("says what is approved, and what comes next")
  func approved() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try await signed(by: ana)
    let text = try await comment(repository)
    #expect(text.contains("### Unwanted advertising (`unwanted-advertising`)"))
    #expect(text.contains("Nothing stands in its way."))
    #expect(text.contains("- `policy` is approved: Legal (`ana@example.com`)"))
    #expect(text.contains("**Next for “a good fit”**"))
    #expect(text.contains("`bylaw round close unwanted-advertising`"))
  }

  @Test("says which sign-off went stale, what changed since, and who must sign")
  func stale() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try await signed(by: ana)
    try repository.land(
      .development.round(1).edited("Advertising where nobody", "Advertising wherever nobody"),
      on: "2026-01-08")
    let text = try await comment(repository)
    #expect(text.contains("- `policy` is **not approved**"))
    #expect(text.contains("**Stale**: `v1-r1-legal-ana@example.com-1.signoff`."))
    #expect(text.contains("~~where~~ **wherever**"), "\(text)")
    #expect(
      text.contains(
        "- **unmet**: Legal has not spoken in round 1. `ana@example.com`: `bylaw sign \(id)"))
    #expect(text.contains("No error stands in its way, and 1 scope waits for sign-offs."))
    #expect(!text.contains("Nothing stands in its way"))
  }

  @Test("shows the same changes once, whoever signed before them")
  func repeated() async throws {
    let reviewers = try ["ana@example.com", "ben@example.com"].map(SigningReviewer.init)
    let repository = try LandingRepository.asking(reviewers)
    try repository.land(.development, on: "2026-01-06")
    try repository.branch("work")
    try repository.land(.development.round(1), on: "2026-01-06")
    for reviewer in reviewers {
      let record = try await reviewer.record(
        on: id, in: repository, group: "legal", scopes: [.policy])
      try repository.land(record, on: "2026-01-07", by: reviewer.address)
    }
    try repository.land(
      .development.round(1).edited("Advertising where nobody", "Advertising wherever nobody"),
      on: "2026-01-08")
    let text = try await comment(repository)
    #expect(text.components(separatedBy: "~~where~~ **wherever**").count == 2)
    #expect(text.contains("\nWhat changed since it was signed: the same as above.\n"))
  }

  @Test("shows steps, each allowed or not, and why")
  func steps() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    try repository.land(.research, on: "2026-01-05")
    try repository.branch("work")
    try repository.land(.implementation, on: "2026-01-07")
    let text = try await comment(repository)
    #expect(text.contains("- research → development (`advance`): allowed\n"))
    #expect(text.contains("- development → implementation (`advance`): **not allowed**\n"))
    #expect(text.contains("  - Legal approves `policy`"))
    #expect(text.contains("**1 error stands in its way.**"))
  }

  @Test("compares with what was approved")
  func redline() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    try repository.branch("work")
    try repository.land(
      .released.edited("takes the place", "takes away the place"), on: "2026-03-01")
    let text = try await comment(repository)
    #expect(text.contains("What changes against the approved words: 1 change</summary>\n\n"))
    #expect(text.contains("takes **away** the place"), "\(text)")
    #expect(text.contains("These words are approved."))
  }

  @Test("lets no word of a file mention people or write HTML")
  func escaping() async throws {
    let repository = try LandingRepository()
    try repository.branch("work")
    let life = Life.research.with { $0.title = "'Ads @everyone <img src=x> #12'" }
      .edited("One report", "Hello @everyone <script>alert(1)</script> One report")
    try repository.land(life, on: "2026-01-05")
    let text = try await comment(repository)
    #expect(text.contains("everyone"))
    // A backslash keeps Markdown from reading a tag.
    let read = text.replacing("\\<", with: "")
    for word in ["@everyone", "<img", "#12", "<script"] {
      #expect(!read.contains(word), "\(word)")
    }
  }

  @Test("stays below what a forge takes")
  func length() async throws {
    let repository = try LandingRepository()
    try repository.land(.released, on: "2026-01-08")
    try repository.branch("work")
    let many = (1...400).map { "- A thing of its own, number \($0), with words for it." }
    try repository.land(
      .released.edited(
        "## What's allowed\n", "## What's allowed\n\n" + many.joined(separator: "\n")),
      on: "2026-03-01")
    let text = try await comment(repository)
    #expect(text.utf8.count < 15_000)
    #expect(text.contains("see it on your machine with `bylaw diff`"))
    #expect(text.hasSuffix("</details>\n"))
  }

  @Test("as JSON the change stands beside the findings")
  func json() async throws {
    let repository = try LandingRepository()
    try repository.land(.research, on: "2026-01-05")
    try repository.branch("work")
    try repository.land(.development, on: "2026-01-06")
    let result = try await repository.change()
    let json = JSONReporter.report(result.findings, change: result.report)
    for key in [#""isAllowed" : true"#, #""to" : "development""#, #""verb" : "advance""#] {
      #expect(json.contains(key), "\(json)")
    }
    #expect(!JSONReporter.report([]).contains("change"))
  }

  // MARK: Who wrote it

  @Test("a closed round that lacks an author is an error, an open one a warning")
  func authors() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development, on: "2026-01-06")
    try repository.branch("work")
    let edited = Life.development.edited("Advertising where nobody", "Advertising wherever nobody")
    try repository.land(edited, on: "2026-01-06", by: "sue@example.com")
    try repository.land(edited.round(1), on: "2026-01-06")
    #expect(
      try await repository.change().findings.map(\.verdict) == ["warning round-author-missing"])
    let record = try await ana.record(on: id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(record, on: "2026-01-07", by: ana.address)
    try repository.land(edited.round(1, isClosed: true), on: "2026-01-07")
    let found = try await repository.change().findings
    #expect(found.map(\.verdict) == ["error round-author-missing"])
    #expect(found.first?.headline == "`authors` of round 1 lacks sue@example.com")
    try repository.land(
      edited.round(1, authors: ["mira@example.com", "sue@example.com"], isClosed: true),
      on: "2026-01-08")
    #expect(try await repository.change().findings == [])
  }

  @Test("a reviewer who wrote on the branch does not approve it")
  func ownWords() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let ben = try SigningReviewer("ben@example.com")
    let repository = try LandingRepository.asking([ana, ben])
    try repository.land(.development, on: "2026-01-06")
    try repository.branch("work")
    let edited = Life.development.edited("Advertising where nobody", "Advertising wherever nobody")
      .round(1, authors: ["ana@example.com", "mira@example.com"])
    try repository.land(edited, on: "2026-01-06", by: ana.address)
    let record = try await ana.record(on: id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(record, on: "2026-01-07", by: ana.address)
    let refused = try await repository.change().report.policies.first?.scopes.first?.refused
    #expect(refused?.map(\.state) == ["void"])
    #expect(refused?.first?.reason.contains("nobody approves their own text") == true)
  }

  @Test("sign-offs of two branches land in any order")
  func twoBranches() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let ben = try SigningReviewer("ben@example.com")
    let repository = try LandingRepository.asking([ana, ben])
    try repository.land(.development.round(1), on: "2026-01-06")
    let first = try await ana.record(on: id, in: repository, group: "legal", scopes: [.policy])
    let second = try await ben.record(on: id, in: repository, group: "legal", scopes: [.policy])
    try repository.branch("work")
    try repository.land(first, on: "2026-01-07", by: ana.address)
    try repository.checkout("main")
    try repository.land(second, on: "2026-01-08", by: ben.address)
    try repository.checkout("work")
    let result = try await repository.change()
    #expect(result.findings == [])
    #expect(result.report.policies.first?.scopes.first?.isApproved == true)
  }

  @Test("a key that the branch brings itself signs nothing")
  func ownKey() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana], listsKeys: false)
    try repository.land(.development.round(1), on: "2026-01-06")
    try repository.branch("work")
    try repository.land(
      ["policies/signoffs/allowed_signers": ana.line], on: "2026-01-07", by: ana.address)
    let record = try await ana.record(on: id, in: repository, group: "legal", scopes: [.policy])
    try repository.land(record, on: "2026-01-07", by: ana.address)
    let result = try await repository.change()
    #expect(result.findings.map(\.verdict) == ["error settings-with-words"])
    #expect(result.report.policies.first?.scopes.first?.isApproved == false)
  }
}
