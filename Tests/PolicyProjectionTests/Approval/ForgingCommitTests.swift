import PolicyModel
import PolicyProjection
import Testing

@Suite("Forging a sign-off that a commit proves") struct ForgingCommitTests {
  private func refusals(
    _ change: (inout RecordFile.Addition) throws -> Void = { _ in }
  ) throws -> [Refusal] {
    var line = try LineBuilder.inReview()
    line.settings = line.settings.with {
      $0.proof = .commit
      $0.forgeCommitters = ["NoReply@forge.example"]
      $0.people["ana@quillwork.example"]?.also = ["ana@forge.example"]
    }
    try line.land("2026-01-02")
    var record = try line.record(of: "ana", as: "legal", on: [.policy])
    record.signature = .missing
    var addition = RecordFile.Addition(
      commit: try LineBuilder.object(7), author: "ana@quillwork.example",
      committer: "ana@quillwork.example", isAlone: true)
    try change(&addition)
    record.addition = addition
    line.records = [record]
    try line.land("2026-01-03")
    return try line.refusals(of: "legal", on: .policy)
  }

  @Test("a commit of the reviewer that adds the record alone proves it")
  func proven() throws { #expect(try refusals().isEmpty) }

  @Test("a forge that is listed may commit for the reviewer, whose other addresses are known")
  func forge() throws {
    #expect(
      try refusals {
        $0.author = "ana@forge.example"
        $0.committer = "noreply@forge.example"
      }.isEmpty)
  }

  @Test(
    "an author who is not the signer proves nothing", arguments: ["abe@quillwork.example", nil])
  func otherAuthor(_ author: String?) throws {
    let refusal = try #require(refusals { $0.author = author }.first)
    #expect(refusal == .otherAuthor(author: author ?? "a commit that cannot be read"))
    #expect(refusal.description.contains("who is not the reviewer"))
  }

  @Test("a committer who is neither the signer nor a forge proves nothing")
  func otherCommitter() throws {
    let refusal = try #require(refusals { $0.committer = "mallory@quillwork.example" }.first)
    #expect(refusal == .otherCommitter(committer: "mallory@quillwork.example"))
  }

  @Test("a commit that changes more proves nothing: a squash loses the sign-off, and says so")
  func changesMore() throws {
    let refusal = try #require(refusals { $0.isAlone = false }.first)
    #expect(refusal == .changesMore(commit: try LineBuilder.object(7)))
    #expect(refusal.state == .lost)
    #expect(refusal.description.contains("lost by a rewrite"))
    #expect(refusal.help?.contains("without squashing") == true)
  }

  @Test("a record whose commit is not in the history is lost")
  func lost() throws {
    var line = try LineBuilder.inReview()
    line.settings = line.settings.with { $0.proof = .commit }
    try line.land("2026-01-02")
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-03")
    let refusal = try #require(line.refusals(of: "legal", on: .policy).first)
    #expect(refusal == .lostByRewrite)
    #expect(refusal.state == .lost)
  }
}
