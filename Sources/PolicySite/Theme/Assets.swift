import PolicyModel

/// The stylesheet in the workspace's accent, the script, and the theme's other assets.
enum Assets {
  static func files(_ context: SiteContext) -> [OutputFile] {
    let theme = context.theme
    let accent = AccentColor(context.workspace.sites.accent)
    let css = theme.text("assets/site.css")
      .replacing("{{accentLight}}", with: accent.light)
      .replacing("{{accentDark}}", with: accent.dark)
    let script = [theme.text("assets/site.js"), theme.text("assets/search.js")]
      .map(withoutIndentation).joined(separator: "\n")
    var files = [
      OutputFile("assets/site.css", withoutBlanks(css)), OutputFile("assets/site.js", script),
    ]
    for path in theme.assets where !["site.css", "site.js", "search.js"].contains(path) {
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
