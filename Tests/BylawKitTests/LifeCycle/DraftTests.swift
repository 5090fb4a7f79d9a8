import CommonMark
import Foundation
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules
import Testing

@testable import BylawKit

@Suite("A draft for reviewers")
struct DraftTests {
  private func build(_ repository: LifeRepository) async throws -> [String: String] {
    let today = try LifeRepository.day("2026-03-04")
    let checked = await CheckedWorkspace.load(try repository.load(), today: today)
    let result = try await DraftJob(LifeRepository.policy, checked: checked, today: today).run()
    #expect(result.leaks.isEmpty)
    return try repository.folder.files("work/build-preview/\(LifeRepository.policy)")
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private static let pack = "moderators/\(LifeRepository.policy)/round/index.html"

  @Test("says on every page that it is a draft, and holds no message that could be sent")
  func marked() async throws {
    let files = try await build(try await LifeRepository.inRound())
    let pages = files.filter { $0.key.hasSuffix(".html") }
    #expect(pages.count > 10)
    for (path, text) in pages {
      #expect(text.contains(DraftJob.mark), "\(path)")
    }
    for (path, text) in files where path.hasSuffix("template.txt") {
      #expect(text.hasPrefix(DraftJob.mark), "\(path)")
    }
    #expect(!files.keys.contains { $0.hasSuffix(".eml") })
    #expect(files["help/\(LifeRepository.policy)/index.html"]?.contains("noindex") == true)
    let index = try #require(files["index.html"])
    #expect(index.contains("href=\"\(Self.pack)\""))
    #expect(index.contains("<h1>Unwanted advertising</h1>"))
    #expect(index.contains("color-scheme: light dark"))
  }

  @Test("shows each group what changed, what was said, the evidence and the command to sign")
  func pack() async throws {
    let repository = try await LifeRepository.inRound()
    try await repository.sign(
      .approve, as: LifeRepository.ben, on: "2026-03-03")
    try await repository.sign(.comment, as: LifeRepository.ben, "No <flyers>.", on: "2026-03-03")
    try repository.edit("synonyms: [spam, flyers,", "synonyms: [spam, leaflets,")
    let pack = try #require(try await build(repository)[Self.pack])
    #expect(pack.contains("Waiting for Ana Ruiz or Ben Ode: one of them is enough."))
    #expect(pack.contains("what differs from what Legal signed last, on 3 March 2026"))
    #expect(pack.contains("leaflets"))
    #expect(pack.contains("No &lt;flyers&gt;."))
    let sign = "bylaw sign unwanted-advertising --as legal"
    for verdict in ["--approve", "--request-changes -m \"…\"", "--comment -m \"…\""] {
      #expect(pack.contains(">\("\(sign) \(verdict)".htmlEscaped)</pre>"), "\(verdict)")
    }
    #expect(pack.contains("Reports of one quarter"))
  }

  @Test("compares with what is in force for a group that never signed, and without a round")
  func first() async throws {
    let repository = try await LifeRepository.inRound()
    let pack = try #require(try await build(repository)[Self.pack])
    #expect(pack.contains("what differs from version 1, in force:"))
    try repository.git("reset", "--quiet", "--hard", "HEAD~1")
    let none = try #require(try await build(repository)[Self.pack])
    #expect(none.contains("No round is open."))
    #expect(none.contains("No words differ from version 1, in force."))
  }

  @Test("holds the record to paste where the commit is the proof")
  func paste() async throws {
    let pack = try #require(
      try await build(try await LifeRepository.inRound(proof: "commit"))[Self.pack])
    let name = "v1-r1-legal-ana@example.com-1.signoff"
    #expect(pack.contains("policies/signoffs/unwanted-advertising/\(name)"))
    let start = try #require(pack.firstRange(of: "bylaw-record/v1"))
    let end = try #require(pack[start.lowerBound...].firstRange(of: "</pre>"))
    let text = String(pack[start.lowerBound..<end.lowerBound])
    #expect(pack.contains("change to the branch <code>main</code>."))
    #expect(pack.contains("with the address <code>\(LifeRepository.ana)</code>"))
    #expect(!pack.contains("bylaw sign"))
    let record = try RecordReader.read(Array(text.utf8), name: name).get()
    #expect(record.signOff.verdict == .approve)
    #expect(record.signOff.reviewer == LifeRepository.ana)
    #expect(pack.contains("<code>request-changes</code> or <code>comment</code> in place of"))
    for verdict in ["request-changes", "comment"] {
      let other = text.replacing("verdict: approve", with: "verdict: \(verdict)") + "Why not?"
      let record = try RecordReader.read(Array(other.utf8), name: name).get()
      #expect(record.signOff.verdict.rawValue == verdict)
      #expect(record.signOff.text == "Why not?")
    }
  }

  @Test("shows the words that all share where they stand, with the pack of their round")
  func common() async throws {
    let repository = try await LifeRepository.inRound()
    try repository.write(
      "policies/common.md", SoundSample.common.replacing("Reply to it", with: "Please reply"))
    let today = try LifeRepository.day("2026-03-04")
    let desk = try await PolicyDesk.open(
      "common", in: try repository.load(), today: today, needsJudgements: true)
    try repository.carryOut(try RoundJob(desk: desk).open())
    let checked = await CheckedWorkspace.load(try repository.load(), today: today)
    let result = try await DraftJob("common", checked: checked, today: today).run()
    #expect(result.leaks.isEmpty)
    let files = try repository.folder.files("work/build-preview/common")
      .mapValues { String(decoding: $0, as: UTF8.self) }
    let pack = try #require(files["moderators/common/round/index.html"])
    #expect(pack.contains("Please"))
    #expect(pack.contains(">bylaw sign common --as legal --approve</pre>"))
    #expect(pack.contains("href=\"../../index.html\">What all our policies share</a>"))
    let article = try #require(files["help/\(LifeRepository.policy)/index.html"])
    #expect(article.contains("Please reply") && article.contains(DraftJob.mark))
    for link in ["moderators/common/round", "help", "moderators", "emails"] {
      #expect(files["index.html"]?.contains("href=\"\(link)/index.html\"") == true, "\(link)")
      #expect(files["\(link)/index.html"] != nil, "\(link)")
    }
  }

  @Test("is refused for a text with errors, and replaces no folder that bylaw did not make")
  func refused() async throws {
    let repository = try await LifeRepository.inRound()
    try repository.write("build-preview/\(LifeRepository.policy)/mine.txt", "mine")
    await #expect(throws: OutputError.self) { try await build(repository) }
    try repository.edit("theme: platform-misuse", "theme: nothing")
    await #expect(throws: LoadError.self) { try await build(repository) }
    #expect(try repository.text("build-preview/\(LifeRepository.policy)/mine.txt") == "mine")
  }
}
