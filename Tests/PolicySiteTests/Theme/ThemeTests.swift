import Foundation
import PolicyModel
import Testing

@testable import PolicySite

@Suite struct `The built-in theme` {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "site")

  /// What stands in `site/assets`, `site/pages` and `site/templates`, by path. Pages in another language
  /// are Quillwork's own.
  private static func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for folder in ["assets", "pages", "templates"] {
      let names = try FileManager.default.subpathsOfDirectory(
        atPath: Self.folder.appending(path: folder).path())
      for name in names where !name.hasPrefix(".") && name.split(separator: ".").count == 2 {
        let path = "\(folder)/\(name)"
        files[path] = [UInt8](try Data(contentsOf: Self.folder.appending(path: path)))
      }
    }
    return files
  }

  @Test func `holds every file of site, byte for byte`() throws {
    let files = try Self.files()
    #expect(files.count > 20)
    #expect(BuiltInTheme.files.keys.sorted() == files.keys.sorted(), "theme.c forgets a file")
    for (path, bytes) in files {
      let isSame = BuiltInTheme.files[path] == bytes
      #expect(isSame, "\(path) is older in the program than in site/")
    }
  }

  @Test func `compiles, and no template needs one that is missing`() throws {
    let theme = try SiteTheme()
    for (path, bytes) in BuiltInTheme.files where path.hasPrefix("templates/") {
      let source = String(decoding: bytes, as: UTF8.self)
      for part in source.split(separator: "{{>").dropFirst() {
        let name = part.prefix { $0 != "}" }.filter { $0 != " " }
        #expect(theme.file("templates/\(name).mustache") != nil, "\(path) includes \(name)")
      }
      #expect(!source.contains("style=") || path.contains("letter"), "\(path) has inline styles")
      #expect(!source.contains("onclick="), "\(path) has inline script")
    }
  }

  @Test(arguments: SiteKind.allCases) func `stays within its budget`(_ kind: SiteKind) throws {
    let site = TestSite()
    let files = Dictionary(
      uniqueKeysWithValues: Assets.files(try site.context(), for: kind).map {
        ($0.path, $0.bytes.count)
      })
    #expect(try #require(files["assets/site.css"]) < 20_000)
    #expect(try #require(files["assets/site.js"]) < 10_000)
    let output = try site.files()
    let article = try #require(output["help/unwanted-advertising/index.html"])
    let view = article.utf8.count + 20_000 + 10_000
    #expect(view < 60_000, "the first view of an article")
  }

  @Test func `is replaced file by file`() throws {
    var site = TestSite()
    site.theme = ["assets/logo.svg": Array("<svg/>".utf8), "assets/icon.svg": Array("mine".utf8)]
    let files = try site.files()
    #expect(files["help/assets/logo.svg"] == "<svg/>")
    #expect(files["help/assets/icon.svg"] == "mine")
    #expect(files["help/assets/site.css"]?.isEmpty == false)
  }
}

@Suite struct `A template of a workspace` {
  @Test(
    arguments: [
      "{{{title}}}", "{{{ title }}}", "{{& title}}", "{{&title}}", "{{=<% %>=}}", "{{{bodyHTML",
      "{{{html}}}", "{{{HTML}}", "{{a}}{{{b}}}", "{{#x}}{{{y}}}{{/x}}", "{{{bodyHTML}}}{{{z}}}",
      "{{ &title}}", "{{ {title} }}", "{{\n&title}}", "{{ =<% %>=}}<%{title}%>",
      "{{% CONTENT_TYPE:TEXT}}{{title}}", "{{ % CONTENT_TYPE:TEXT}}{{title}}",
    ])
  func `that would write text without escaping it is refused`(source: String) {
    #expect(throws: ThemeError.self, "\(source)") {
      try SiteTheme(replacing: ["templates/help-home.mustache": Array(source.utf8)])
    }
  }

  @Test(arguments: ["{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{a"])
  func `that is no Mustache is refused`(source: String) {
    #expect(throws: ThemeError.self) {
      try SiteTheme(replacing: ["templates/help-home.mustache": Array(source.utf8)])
    }
  }

  @Test(arguments: ["{{title}}", "{{{bodyHTML}}}", "{{{jsonLD}}}", "{{#a}}{{.}}{{/a}}", "{ {& }"])
  func `that escapes is taken`(source: String) {
    #expect(throws: Never.self) {
      try SiteTheme(replacing: ["templates/help-home.mustache": Array(source.utf8)])
    }
  }

  @Test func `escapes what is no markup`() throws {
    let theme = try SiteTheme(replacing: [
      "templates/help-home.mustache": Array("<a title=\"{{t}}\">{{t}}</a>{{>toc}}".utf8),
      "templates/toc.mustache": Array("{{t}}".utf8),
    ])
    let html = theme.render("help-home", ["t": "\"><script>'&"])
    #expect(!html.contains("<script"))
    #expect(!html.dropFirst(10).prefix(12).contains("\""))
  }
}

@Suite struct `The accent` {
  private static func luminance(_ hex: String) -> Double {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func contrast(_ one: String, _ other: String) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func `can be read in both schemes, whatever colour it was`() {
    var random = SeededRandom(seed: 7)
    var colors = ["#000000", "#ffffff", "#ffff00", "#808080", "#0000ff", "#FBFAF8", "not a colour"]
    for _ in 0..<300 {
      let digits = String(Int.random(in: 0..<0x1000000, using: &random), radix: 16)
      colors.append("#" + String(repeating: "0", count: 6 - digits.count) + digits)
    }
    for color in colors {
      let accent = AccentColor(color)
      #expect(Self.contrast(accent.light, "#fbfaf8") >= 4.5, "\(color) → \(accent.light)")
      #expect(Self.contrast(accent.dark, "#1b1e22") >= 7.5, "\(color) → \(accent.dark)")
      #expect(accent.light.utf8.count == 7)
      #expect(accent.dark.utf8.count == 7)
    }
  }

  @Test func `is left alone where it can be read`() {
    #expect(AccentColor("#1f4f6f").light == "#1f4f6f")
    #expect(AccentColor("#a0d0f0").dark == "#a0d0f0")
  }
}
