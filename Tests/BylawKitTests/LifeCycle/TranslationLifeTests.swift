import Foundation
import PolicyModel
import PolicyProjection
import PolicyRules
import PolicySite
import Testing

@testable import BylawKit

/// The sample with a translation into British English, which `legal` (Ana and Ben) approves.
private struct Translated {
  static let path = RuleDescription.Example.translationPath
  static let page = "en-GB/\(LifeRepository.policy)/index.html"
  let repository: LifeRepository

  init(groups: String = "[legal]", words: String = "{}") throws {
    repository = try LifeRepository()
    try repository.write(
      "bylaw.yml",
      LifeRepository.settings()
        + "locales: {en: {}, en-GB: {groups: \(groups), name: British, words: \(words), "
        + "months: [I, II, III, IV, V, VI, VII, VIII, IX, X, XI, XII]}}\n")
    try repository.commit("a language", on: "2026-02-20")
    try repository.write(
      Self.path,
      SoundSample.translation.replacing(
        "title: Unwanted advertising", with: "title: Advertising nobody wants"))
    try repository.commit("a translation", on: "2026-02-21")
  }

  func sign(_ verdict: SignOff.Verdict = .approve, as person: String, on day: String) async throws {
    let job = try SignJob(
      desk: try await repository.desk(day), group: "legal", verdict: verdict,
      translationInto: "en-GB", text: "Read it.", reviewer: person)
    try await repository.write(job, by: person)
    try repository.commit("a record", by: person, on: day)
  }

  /// The files of the help site and of the e-mails.
  @discardableResult
  func build(on day: String, leaks: Bool = false) async throws -> [String: String] {
    let outcome = try await WriteJob(
      folder: try repository.load(), today: try LifeRepository.day(day),
      sites: [.help, .moderators, .emails], isPortable: false, output: nil
    ).run()
    guard case .built(let result, _) = outcome else { throw LoadError("Nothing was built") }
    #expect(result.leaks.isEmpty == !leaks)
    var texts: [String: String] = [:]
    for (name, bytes) in try repository.folder.files("work/build") {
      texts[name] = String(decoding: bytes, as: UTF8.self)
    }
    return texts
  }

  func dues(on day: String) async throws -> [DueItem] {
    try await DueJob.run(in: try repository.load(), today: try LifeRepository.day(day)).items
      .filter { $0.kind == .translation }
  }
}

@Suite struct `A translated policy` {
  @Test func `has a page in the other language once its group has approved it`() async throws {
    let life = try Translated()
    let before = try await life.build(on: "2026-02-22")
    #expect(before["help/\(Translated.page)"] == nil)
    let source = try #require(before["help/\(LifeRepository.policy)/index.html"])
    #expect(!source.contains("en-GB"))
    let waiting = try await life.dues(on: "2026-02-22")
    #expect(waiting.map(\.what) == ["the translation into British waits for Legal"])
    #expect(waiting.first?.who == [LifeRepository.ana, LifeRepository.ben])
    #expect(waiting.first?.command?.hasSuffix("--for translation --locale en-GB --approve") == true)

    try await life.sign(as: LifeRepository.ana, on: "2026-02-23")
    let after = try await life.build(on: "2026-02-24")
    let page = try #require(after["help/\(Translated.page)"])
    #expect(page.contains("<html lang=\"en-GB\" dir=\"ltr\""))
    #expect(page.contains("<h1>Advertising nobody wants</h1>"))
    #expect(page.contains("id=\"SAM-2\""))
    #expect(page.contains("hreflang=\"en\""))
    #expect(!page.contains("has changed since"))
    let linked = try #require(after["help/\(LifeRepository.policy)/index.html"])
    #expect(
      linked.contains(
        "<a href=\"../en-GB/\(LifeRepository.policy)/\" lang=\"en-GB\" hreflang=\"en-GB\">British</a>"
      ))
    #expect(linked.contains("<link rel=\"alternate\" hreflang=\"en-GB\" href=\"https://help."))
    #expect(after["help/sitemap.xml"]?.contains("/en-GB/") == true)
    #expect(try await life.dues(on: "2026-02-24").isEmpty)
  }

  @Test func `shows whoever signs it what differs from the words that were approved`() async throws
  {
    let life = try Translated()
    func shown(_ day: String) async throws -> String {
      let job = try SignJob(
        desk: try await life.repository.desk(day), group: "legal", verdict: .approve,
        translationInto: "en-GB", text: "", reviewer: LifeRepository.ben)
      return SignReport(palette: Palette(isColored: false)).text(job)
    }
    #expect(try await !shown("2026-02-22").contains("differs"))
    try await life.sign(as: LifeRepository.ana, on: "2026-02-22")
    let text = try life.repository.text(Translated.path)
    try life.repository.write(
      Translated.path,
      text.replacing("title: Advertising nobody wants", with: "title: Adverts nobody wants"))
    let report = try await shown("2026-02-23")
    #expect(
      report.contains(
        "translation: what differs from the translation that was approved last, on 22 February 2026"
      ))
    #expect(report.contains("[-Advertising-]{+Adverts+} nobody wants"), "\(report)")
  }

  @Test func `waits for an answer to an objection, and says so`() async throws {
    let life = try Translated()
    try await life.sign(.requestChanges, as: LifeRepository.ben, on: "2026-02-22")
    try await life.sign(as: LifeRepository.ana, on: "2026-02-23")
    let waiting = try await life.dues(on: "2026-02-24")
    #expect(waiting.count == 1)
    #expect(
      waiting.first?.what.hasPrefix(
        "the translation into British waits for an answer to v1-translation-")
        == true)
  }

  @Test func `is not signed while it has an error, whatever landed`() async throws {
    let life = try Translated()
    let text = try life.repository.text(Translated.path)
    let broken = text.replacing(#/\nsource: [^\n]*/#, with: "")
    try #require(broken != text)
    try life.repository.write(Translated.path, broken)
    try life.repository.commit("no source", on: "2026-02-22")
    let refused = try await refusal {
      try await life.sign(as: LifeRepository.ana, on: "2026-02-23")
    }
    #expect(refused?.message == "There is no sound translation at \(Translated.path)")
  }

  @Test func `without git has a page only where nobody has to approve it`() async throws {
    for (groups, isShown) in [("[legal]", false), ("[]", true)] {
      let life = try Translated(groups: groups)
      try FileManager.default.removeItem(atPath: life.repository.folder.path("work/.git"))
      let files = try await life.build(on: "2026-02-22")
      #expect(files["help/\(LifeRepository.policy)/index.html"] != nil)
      #expect((files["help/\(Translated.page)"] != nil) == isShown)
    }
  }

  @Test func `has its inherited parts in the source's language, marked as such`() async throws {
    let life = try Translated(groups: "[]")
    let page = try #require(try await life.build(on: "2026-02-22")["help/\(Translated.page)"])
    #expect(page.contains("<div lang=\"en\" dir=\"ltr\">"))
  }

  @Test func `has the words and days of its language, and its pages`() async throws {
    let life = try Translated(
      groups: "[]",
      words: "{in-force-since: \"Since <{date}>\", date: \"{day}.{month}.{year}\", actions: Acts, "
        + "related: Kin, allowed: Fine, why: Because, warning: Caution}")
    try life.repository.write(
      "site/pages/actions.en-GB.md", "# Acts\n\nWhat [the rule](/unwanted-advertising/) brings.\n")
    try life.repository.write("site/pages/promise.md", "# Promise\n\n## What we say\n\nMuch.\n")
    try life.repository.write("site/pages/promise.en-GB.md", "# Word\n\n## Our saying\n\nMuch.\n")
    try life.repository.commit("a page", on: "2026-02-22")
    let files = try await life.build(on: "2026-02-23")
    let page = try #require(files["help/\(Translated.page)"])
    #expect(
      page.contains("Since &lt;<time datetime=\"2026-02-16\">16.II.2026</time>&gt;"), "\(page)")
    #expect(page.contains("<a href=\"../../en-GB/actions/\">Acts</a>"))
    #expect(page.contains("<a href=\"../../en-GB/actions/#warning\">Caution</a>"))
    #expect(page.contains("<th scope=\"col\">Because</th>"))
    #expect(page.contains("<span class=\"verdict allowed\">Fine</span>"))
    let acts = try #require(files["help/en-GB/actions/index.html"])
    #expect(acts.contains("<html lang=\"en-GB\""))
    #expect(acts.contains("hreflang=\"en\">en</a>"))
    let promise = try #require(files["help/en-GB/promise/index.html"])
    #expect(promise.contains("<h2 id=\"what-we-say\">Our saying</h2>"))
    #expect(files["help/actions.en-GB/index.html"] == nil)
    #expect(files["help/actions/index.html"]?.contains("hreflang=\"en-GB\">British</a>") == true)
  }

  @Test func `keeps what its file does not publish out of the help site`() async throws {
    let life = try Translated(groups: "[]")
    let secret = "Translators were told that the rule may change soon."
    try life.repository.write(
      Translated.path,
      try life.repository.text(Translated.path).replacing(
        "## E-mails\n", with: "## Notes\n\n\(secret)\n\n## E-mails\n"))
    try life.repository.commit("notes", on: "2026-02-22")
    let page = try #require(try await life.build(on: "2026-02-23")["help/\(Translated.page)"])
    #expect(!page.contains(secret))
    try life.repository.write("site/pages/slip.md", "# A slip\n\n\(secret)\n")
    try life.repository.commit("a slip", on: "2026-02-24")
    try await life.build(on: "2026-02-25", leaks: true)
  }

  @Test func `has e-mails in the other language beside the source's`() async throws {
    let life = try Translated(groups: "[]")
    let files = try await life.build(on: "2026-02-22")
    let folder = "emails/en-GB/\(LifeRepository.policy)/warning"
    #expect(files["\(folder)/template.html"]?.contains("lang=\"en-GB\"") == true)
    #expect(files["\(folder)/template.txt"]?.contains("{{case.facts}}") == true)
    let page = try #require(files["emails/\(LifeRepository.policy)/warning/index.html"])
    #expect(page.contains("href=\"../../en-GB/\(LifeRepository.policy)/warning/\""))
    #expect(files["emails/index.html"]?.contains("Advertising nobody wants (British)") == true)
  }

  @Test func `tells the reader when the source has gone on, and blocks nothing`() async throws {
    let life = try Translated()
    try await life.sign(as: LifeRepository.ana, on: "2026-02-23")
    try life.repository.edit("An advertisement that nobody", "A notice that nobody")
    try life.repository.commit("other words", on: "2026-03-01")
    let files = try await life.build(on: "2026-03-02")
    let source = try #require(files["help/\(LifeRepository.policy)/index.html"])
    #expect(source.contains("A notice that nobody"))
    let page = try #require(files["help/\(Translated.page)"])
    #expect(
      page.contains("<strong>The original has changed since this translation was made.</strong>"))
    #expect(page.contains("An advertisement that nobody"))
    #expect(files["emails/en-GB/\(LifeRepository.policy)/warning/template.html"] == nil)
    let due = try await life.dues(on: "2026-03-02")
    #expect(
      due.map(\.what) == ["the translation into British is behind version 1, which the sites show"])
    #expect(due.first?.isOverdue == false)
  }

  @Test func `says nothing to the reader when only an e-mail has gone on`() async throws {
    let life = try Translated(groups: "[]")
    try life.repository.edit("Hello {{customer.first_name}},", "Dear {{customer.first_name}},")
    try life.repository.commit("other words", on: "2026-03-01")
    let files = try await life.build(on: "2026-03-02")
    let page = try #require(files["help/\(Translated.page)"])
    #expect(!page.contains("has changed since"))
  }

  @Test func `cannot be approved by whoever wrote it, or for a group that is not asked`()
    async throws
  {
    let life = try Translated()
    let text = try life.repository.text(Translated.path)
    try life.repository.write(
      Translated.path, text.replacing("nobody wants", with: "that nobody wants"))
    try life.repository.commit("better words", by: LifeRepository.ana, on: "2026-02-22")
    await #expect(throws: LoadError.self) {
      try await life.sign(as: LifeRepository.ana, on: "2026-02-23")
    }
    let stranger = try await refusal {
      try SignJob(
        desk: try await life.repository.desk("2026-02-23"), group: "legal", verdict: .approve,
        translationInto: "en-GB", text: "", reviewer: "zoe@example.com"
      ).signOff()
    }
    #expect(stranger?.message == "zoe@example.com is no member of `legal`")
    try await life.sign(as: LifeRepository.ben, on: "2026-02-23")
    #expect(try await life.build(on: "2026-02-24")["help/\(Translated.page)"] != nil)
    let nobody = try Translated(groups: "[]")
    await #expect(throws: LoadError.self) {
      try await nobody.sign(as: LifeRepository.ana, on: "2026-02-23")
    }
  }

  @Test func `has records that are verified like any other`() async throws {
    let life = try Translated()
    try await life.sign(as: LifeRepository.ana, on: "2026-02-23")
    func states(_ day: String) async throws -> [RecordStanding.State] {
      try await VerifyJob.run(
        [LifeRepository.policy], in: try life.repository.load(),
        today: try LifeRepository.day(day)
      ).policies.flatMap { $0.records.map(\.state) }
    }
    #expect(try await states("2026-02-24") == [.counts])
    let text = try life.repository.text(Translated.path)
    try life.repository.write(
      Translated.path, text.replacing("nobody wants", with: "that nobody wants"))
    try life.repository.commit("better words", on: "2026-02-25")
    // It is still what the page rests on.
    #expect(try await states("2026-02-26") == [.counts])
  }

  @Test func `keeps its page while its file is malformed, and loses it with the file`() async throws
  {
    let life = try Translated()
    try await life.sign(as: LifeRepository.ana, on: "2026-02-23")
    try life.repository.write(Translated.path, "no front-matter\n")
    try life.repository.commit("a slip", on: "2026-02-24")
    #expect(try await life.build(on: "2026-02-25")["help/\(Translated.page)"] != nil)
    try life.repository.git("rm", "-q", Translated.path)
    try life.repository.commit("take it back", on: "2026-02-26")
    #expect(try await life.build(on: "2026-02-27")["help/\(Translated.page)"] == nil)
  }

  @Test func `is judged in a branch like the words it translates`() async throws {
    let life = try Translated()
    try life.repository.git("checkout", "--quiet", "-b", "work")
    try life.repository.write(
      Translated.path,
      SoundSample.translation.replacing(
        "title: Unwanted advertising", with: "title: Advertising that nobody asked for"))
    try life.repository.commit("other words", on: "2026-02-22")
    func change() async throws -> ChangeCheckJob.Result {
      try await ChangeCheckJob(
        checked: await CheckedWorkspace.load(try life.repository.load(), today: SoundSample.today),
        base: "main",
        today: try LifeRepository.day("2026-02-24")
      ).run()
    }
    let open = try await change()
    #expect(open.report.policies.first?.translations.map(\.isApproved) == [false])
    #expect(open.report.policies.first?.translations.first?.missing == ["legal"])
    let comment = ChangeComment(open, findings: open.findings, base: "main").text
    #expect(comment.contains("- `en-GB` is **not approved**: Legal"))
    try await life.sign(as: LifeRepository.ana, on: "2026-02-23")
    let signed = try await change()
    #expect(signed.report.policies.first?.translations.map(\.isApproved) == [true])
  }

  @Test func `cannot be approved by whoever wrote it while it could not be read`() async throws {
    let life = try Translated()
    let words = SoundSample.translation.replacing(
      "title: Unwanted advertising", with: "title: Advertising that nobody asked for")
    try life.repository.write(Translated.path, "---\na: [\n---\n" + words)
    try life.repository.commit("broken", by: LifeRepository.ana, on: "2026-02-22")
    try life.repository.write(Translated.path, words)
    try life.repository.commit("mended", on: "2026-02-22")
    await #expect(throws: (any Error).self) {
      try await life.sign(as: LifeRepository.ana, on: "2026-02-23")
    }
    try await life.sign(as: LifeRepository.ben, on: "2026-02-23")
  }
}
