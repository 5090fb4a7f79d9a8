/// A redline as Markdown for the comment on a pull request: ~~gone~~ and **new**.
///
/// Words from files are written so that they stay words: no Markdown, no HTML, no mention of a person
/// or of another thread, and no command to the forge. Changes are widened to whole words, as
/// delimiters inside a word would not be read as such (GFM 0.29 §6.4, “left-flanking”).
package struct RedlineMarkdown: Sendable {
  package var elision: Elision?

  package init(elision: Elision? = Elision()) { self.elision = elision }

  /// Lines, each with its line break; empty for an empty redline.
  package func text(_ redline: Redline) -> String {
    var lines: [String] = []
    var place: Redline.Place?
    for entry in redline.entries {
      if entry.place != place {
        if place != nil { lines.append("") }
        lines += ["**\(line(entry.place.title))**", ""]
        place = entry.place
      }
      lines += self.lines(of: entry)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(of entry: Redline.Entry) -> [String] {
    var lines = ["- \(line(entry.headline))"]
    if entry.showsRuns {
      let runs = WordRuns.widened(elision?.elided(entry.runs) ?? entry.runs)
      let text = runs.map(marked).joined()
      let blocks = text.split(separator: "\n").filter { $0.contains { $0 != " " } }
      for (index, block) in blocks.enumerated() {
        lines += [index == 0 ? "" : "  >", "  > \(block)"]
      }
    }
    for note in entry.notes { lines += ["", "  \(line(note.text))"] }
    return lines
  }

  /// Each block of a change is marked by itself: delimiters end with their paragraph.
  private func marked(_ run: Redline.Run) -> String {
    let mark =
      switch run.kind {
      case .same: ""
      case .deleted: "~~"
      case .inserted: "**"
      }
    return run.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let scalars = line.unicodeScalars
      guard !mark.isEmpty, let first = scalars.firstIndex(where: { !$0.isBlank }),
        let last = scalars.lastIndex(where: { !$0.isBlank })
      else { return escaped(String(line)) }
      let words = line[first...last]
      let (before, after) = (line[..<first], line[scalars.index(after: last)...])
      return "\(before)\(mark)\(escaped(String(words)))\(mark)\(after)"
    }.joined(separator: "\n")
  }

  /// A title or a note, which is never more than one line.
  private func line(_ text: String) -> String {
    escaped(text.split { $0 == "\n" || $0 == " " }.joined(separator: " "))
  }

  private func escaped(_ text: String) -> String { MarkdownEscaping.escaped(text) }
}
