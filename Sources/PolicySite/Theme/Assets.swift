import PolicyModel

/// A site's stylesheet in the workspace's accent, the script, and the theme's other assets.
enum Assets {
  /// The files that become the stylesheet of a site, in order: later rules win. What is published does
  /// not carry the rules of drafts.
  static func stylesheets(_ site: SiteKind, isDraft: Bool) -> [String] {
    ["site.css", "\(site.rawValue).css", "print.css"]
      + (isDraft && site == .moderators ? ["draft.css"] : [])
  }

  /// The fields that a stylesheet may name.
  static let fields: Set = ["accentLight", "accentDark"]

  /// The files that become the script of a site, in order: customers get none of the tools' code.
  static func scripts(_ site: SiteKind) -> [String] {
    ["site.js"] + (site == .help ? [] : ["\(site.rawValue).js"]) + ["search.js"]
  }

  /// The files that are joined to others, and are not copied by themselves.
  static let joined = Set(
    SiteKind.allCases.flatMap { stylesheets($0, isDraft: true) + scripts($0) })

  static func files(_ context: SiteContext, for site: SiteKind) -> [OutputFile] {
    let theme = context.theme
    let accent = AccentColor(context.workspace.sites.accent)
    let css = stylesheets(site, isDraft: context.draft != nil).map { theme.text("assets/\($0)") }
      .joined(separator: "\n")
      .replacing("{{accentLight}}", with: accent.light)
      .replacing("{{accentDark}}", with: accent.dark)
    let script = scripts(site).map { withoutIndentation(theme.text("assets/\($0)")) }
      .joined(separator: "\n")
    var files = [
      OutputFile("assets/site.css", withoutBlanks(css)), OutputFile("assets/site.js", script),
    ]
    for path in theme.assets where !joined.contains(path) {
      files.append(OutputFile("assets/\(path)", theme.file("assets/\(path)") ?? []))
    }
    return files
  }

  /// Without comments on lines of their own, and without the blanks that mean nothing.
  private static func withoutBlanks(_ css: String) -> String {
    var out = ""
    for line in css.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      guard !line.hasPrefix("/*") else { continue }
      out += line
      if let last = line.last, !"{};,".contains(last) { out += " " }
    }
    for (wide, narrow) in [
      (": ", ":"), ("; ", ";"), (", ", ","), (" {", "{"), ("{ ", "{"), (" }", "}"), (";}", "}"),
      (" > ", ">"),
    ] {
      out = out.replacing(wide, with: narrow)
    }
    return out
  }

  /// Without indentation and lines of comment; no string of ours spans lines.
  private static func withoutIndentation(_ script: String) -> String {
    script.split(separator: "\n").map { line in line.drop { $0 == " " } }
      .filter { !$0.hasPrefix("//") }.joined(separator: "\n")
  }
}
