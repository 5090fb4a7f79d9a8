import CommonMark
import Foundation
import PolicyModel
import PolicyReading
import PolicyRules
import Testing

@testable import BylawKit

@Suite struct `A workspace's own theme` {
  private static func findings(_ files: [String: String], settings: String? = nil) async throws
    -> [Finding]
  {
    let folder = try TemporaryFolder.workspace()
    if let settings { try folder.write("bylaw.yml", settings) }
    for (name, text) in files { try folder.write("site/\(name)", text) }
    return try await folder.checked().findings
  }

  /// As `--output-format concise` prints them, with the help behind them.
  private static func lines(_ findings: [Finding]) -> [String] {
    findings.map { finding in
      plain.concise([finding]).dropLast() + (finding.help.map { " | \($0)" } ?? "")
    }
  }

  @Test(
    arguments: [
      (
        "templates/toc.mustache", "<nav>\n{{#toc}}x\n</nav>\n",
        "2:1: error [site-template-malformed] The section `toc` is not closed"
          + " | Write {{/toc}} where it ends."
      ),
      (
        "templates/toc.mustache", "{{#toc}}{{#a}}x{{/toc}}{{/a}}",
        "1:16: error [site-template-malformed] `{{/toc}}` stands where `{{/a}}` is due"
          + " | Close sections in the order in which they lie in each other."
      ),
      (
        "templates/toc.mustache", "a\nb {{/toc}}",
        "2:3: error [site-template-malformed] `{{/toc}}` closes a section that is not open"
      ),
      (
        "templates/toc.mustache", "é {{title",
        "1:3: error [site-template-malformed] A tag is not closed | Write }} where it ends."
      ),
      (
        "templates/toc.mustache", "a\n{{a b}}\n",
        "2:1: error [site-template-malformed] A tag that is no Mustache"
          + " | A tag is a field, or #, ^, /, > or ! and a name, between {{ and }}."
      ),
      (
        "templates/toc.mustache", "a\n  {{{title}}}",
        "2:3: error [site-template-malformed] {{{title}}} writes text without escaping it: only "
          + "fields that end in HTML may | Write two braces."
      ),
      (
        "templates/toc.mustache", "{{> heda}}",
        "1:1: error [site-template-malformed] There is no template `heda` | Did you mean `head`?"
      ),
      (
        "templates/toc.mustache", "\n{{> toc}}",
        "2:1: error [site-template-malformed] It includes itself: toc → toc"
          + " | Remove one of these partials."
      ),
      (
        "templates/toc.mustache", "{{#toc}}\n{{tocLable}}{{/toc}}",
        "2:1: warning [site-field-unknown] `tocLable` is not a field | Did you mean `tocLabel`?"
      ),
      (
        "templates/letter-styles.json", "{\"p\": 1}",
        "1:1: error [site-template-malformed] Styles that are no JSON object"
          + " | Write one object: the name of an element, and its styles as a text."
      ),
      (
        "templates/letter-styles.json", "{\n \"h22\": \"\"}",
        "2:2: warning [site-field-unknown] `h22` is no element of a letter | Did you mean `h2`?"
      ),
      (
        "assets/site.css", "a{color:{{acentLight}}}",
        "1:9: warning [site-field-unknown] `acentLight` is not a field"
          + " | Did you mean `accentLight`?"
      ),
      (
        "pages/promise.md", "We answer.\n",
        "1:1: warning [site-page-title-missing] A page without a title"
          + " | Begin with a heading, `# Title`, or with `title:` between two lines of ---."
      ),
      (
        "pages/promise.md", "---\r\ntitle: A\r\nsumary: B\r\n---\r\n",
        "3:1: error [site-page-malformed] `sumary` is not a key of a page"
          + " | Did you mean `summary`?"
      ),
      (
        "pages/promise.md", "---\ntitle: A\n",
        "1:1: error [site-page-malformed] The lines before the page are not closed"
          + " | Write --- behind them."
      ),
      (
        "pages/promise.md", "# A\n\n{{organisation.name}}\n",
        "3:1: warning [site-field-unknown] `organisation.name` is not a field"
          + " | Did you mean `organization.name`?"
      ),
      (
        "pages/Promise.md", "# A\n",
        "1:1: error [site-page-name] `Promise` cannot be an address | Use lower-case letters and "
          + "digits joined by single hyphens, such as our-promise."
      ),
      (
        "pages/a-z.md", "# A\n",
        "1:1: error [site-page-name] `a-z` is the name of a page of the site"
          + " | Choose another name."
      ),
      (
        "templates/footr.mustache", "x",
        "1:1: warning [site-file-unknown] Nothing reads site/templates/footr.mustache"
          + " | Did you mean site/templates/footer.mustache?"
      ),
      (
        "templates/footer.html", "x",
        "1:1: warning [site-file-unknown] Nothing reads site/templates/footer.html"
          + " | Templates end in .mustache, pages in .md."
      ),
      (
        "assets/stie.css", "x",
        "1:1: warning [site-file-unknown] Nothing reads site/assets/stie.css"
          + " | Did you mean site/assets/site.css?"
      ),
      (
        "template/head.mustache", "x",
        "1:1: warning [site-file-unknown] Nothing reads site/template"
          + " | Did you mean site/templates/?"
      ),
      (
        "assets/img/a.png", "x",
        "1:1: warning [site-file-unknown] Folders in site/assets/ are not read"
          + " | Put the files directly into site/assets/."
      ),
    ])
  func `is checked, file and line`(name: String, text: String, line: String) async throws {
    let lines = Self.lines(try await Self.findings([name: text]))
    let found = lines.map { String($0.drop { $0 != ":" }.dropFirst()) }
    #expect(found == [line])
    #expect(lines.first?.hasPrefix("site/\(name.prefix(6))") == true)
  }

  @Test func `is fine where it adds pages, pictures and pieces`() async throws {
    let lines = Self.lines(
      try await Self.findings([
        "README.md": "Ours.", "assets/logo.svg": "<svg/>", "assets/icons.svg": "<svg/>",
        "pages/promise.md": "# Our promise\n\n{{organization.name}} answers.\n",
        "pages/actions.md": "---\ntitle: Actions\nsummary: What we do.\n---\n\nMuch.\n",
        "templates/toc.mustache": "{{! ours }}{{> piece}}{{#toc}}{{tocLabel}}{{/toc}}",
        "templates/piece.mustache": "<img src=\"{{root}}assets/icons.svg\" alt=\"{{siteTitle}}\">",
      ]))
    #expect(lines == [])
  }

  @Test func `is fine as a copy of the built-in one`() async throws {
    let site = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "site")
    let folder = try TemporaryFolder.workspace()
    try FileManager.default.copyItem(atPath: site.path(), toPath: folder.path("site"))
    // These are of Quillwork, which has a language more.
    for page in ["actions", "how-policies-are-made"] {
      try FileManager.default.removeItem(atPath: folder.path("site/pages/\(page).fr.md"))
    }
    #expect(Self.lines(try await folder.checked().findings) == [])
    guard case .built = try await folder.build() else {
      Issue.record("it was not built")
      return
    }
  }

  @Test(arguments: RuleDescription.siteRules.map(\.id))
  func `breaks each rule where its example says so, and not where it says otherwise`(
    id: RuleID
  ) async throws {
    let rule = try #require(RuleCatalog.description(of: id))
    for (example, isBroken) in [(rule.failing, true), (rule.passing, false)] {
      let example = try #require(example)
      let path = try #require(example.path)
      let folder = try TemporaryFolder.workspace()
      try folder.write(path, example.text)
      let rules = try await folder.checked().findings.map(\.rule)
      #expect(rules.contains(id) == isBroken, "\(rules)")
      #expect(isBroken || rules.isEmpty)
    }
  }

  @Test func `is weighed by the workspace, but for what no page can be made from`() async throws {
    let rules = "rules: {site-file-unknown: off, site-template-malformed: off}"
    let settings = SoundSample.settings.replacing("rules: {}", with: "") + rules + "\n"
    let found = try await Self.findings(
      ["notes.txt": "x", "templates/toc.mustache": "{{#a}}"], settings: settings
    ).map(\.rule)
    #expect(Set(found) == ["settings-rule-guarded", "site-template-malformed"])
  }

  @Test func `that cannot be read is a finding, and nothing is published`() async throws {
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("head.mustache", "CANARY")
    typealias Make = (TemporaryFolder) throws -> Void
    let cases: [(String, RuleID, Make)] = [
      (
        "site/templates/head.mustache", "file-not-regular",
        { try $0.link("site/templates/head.mustache", to: elsewhere.path("head.mustache")) }
      ),
      ("site/pages", "file-not-regular", { try $0.link("site/pages", to: elsewhere.path) }),
      ("site/assets", "site-file-unknown", { try $0.write("site/assets", "x") }),
      (
        "site/assets/big.png", "file-too-large",
        { try $0.write("site/assets/big.png", String(repeating: "x", count: 1 << 20 + 1)) }
      ),
      (
        "site/pages/a.md", "file-control-character", { try $0.write("site/pages/a.md", "# A\0") }
      ),
    ]
    for (path, rule, make) in cases {
      let folder = try TemporaryFolder.workspace()
      try folder.makeFolder("site/templates")
      try make(folder)
      let found = try await folder.checked().findings.map { ($0.location?.path, $0.rule) }
      #expect(found.map { $0.0 } == [path])
      #expect(found.map { $0.1 } == [rule])
      guard rule != "site-file-unknown" else { continue }
      guard case .refused(_, .theme) = try await folder.build() else {
        Issue.record("\(path): it was built")
        continue
      }
    }
  }

  @Test func `gives a page the title of its first heading, once`() async throws {
    let folder = try TemporaryFolder.workspace()
    try folder.write("site/pages/promise.md", "# Our *promise*\n\nWe answer.\n")
    _ = try await folder.build()
    let page = try folder.text("build/help/promise/index.html")
    #expect(page.contains("<title>Our promise – "))
    #expect(page.split(separator: "<h1").count == 2)
  }
}
