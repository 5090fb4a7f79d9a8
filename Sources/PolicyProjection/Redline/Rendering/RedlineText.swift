/// A redline as lines for a terminal or a file of plain text.
package struct RedlineText: Sendable {
  /// How changes are marked, and how texts from files are made safe to show.
  package struct Style: Sendable {
    /// What stands around deleted and inserted words; where both are empty, colour alone tells them.
    package var deletion: (open: String, close: String)
    package var insertion: (open: String, close: String)
    /// Colours a piece of one line, which holds no line break.
    package var paint: @Sendable (Redline.Run.Kind, String) -> String
    package var title: @Sendable (String) -> String
    /// Makes a text from a file safe for a terminal.
    package var safe: @Sendable (String) -> String
    /// How many columns a text takes.
    package var columns: @Sendable (String) -> Int

    /// As `git diff --word-diff` marks words: `[-gone-]{+new+}`.
    package static let plain = Style(
      deletion: ("[-", "-]"), insertion: ("{+", "+}"), paint: { $1 }, title: { $0 },
      safe: { $0 }, columns: { $0.unicodeScalars.count })

    package init(
      deletion: (open: String, close: String), insertion: (open: String, close: String),
      paint: @escaping @Sendable (Redline.Run.Kind, String) -> String,
      title: @escaping @Sendable (String) -> String,
      safe: @escaping @Sendable (String) -> String,
      columns: @escaping @Sendable (String) -> Int
    ) {
      self.deletion = deletion
      self.insertion = insertion
      self.paint = paint
      self.title = title
      self.safe = safe
      self.columns = columns
    }
  }

  package var width: Int
  package var style: Style
  package var elision: Elision?

  /// - Parameters:
  ///   - width: in columns.
  ///   - style: how changes are marked.
  ///   - elision: `nil` shows all words, as one should before one signs them.
  package init(width: Int = 100, style: Style = .plain, elision: Elision? = Elision()) {
    self.width = width
    self.style = style
    self.elision = elision
  }

  /// Lines, each with its line break; empty for an empty redline.
  package func text(_ redline: Redline) -> String {
    var lines: [String] = []
    var place: Redline.Place?
    for entry in redline.entries {
      if entry.place != place {
        if place != nil { lines.append("") }
        lines.append(style.title(style.safe(entry.place.title)))
        place = entry.place
      }
      lines += self.lines(of: entry)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(of entry: Redline.Entry) -> [String] {
    var lines = ["  " + style.safe(entry.headline)]
    if entry.showsRuns {
      var wrapping = LineWrapping(width: width, indent: "    ", style: style)
      for run in elision?.elided(entry.runs) ?? entry.runs { wrapping.add(run) }
      lines += wrapping.finish()
    }
    for note in entry.notes {
      var wrapping = LineWrapping(width: width, indent: "    ", style: style)
      wrapping.add(.init(.same, note.text))
      lines += wrapping.finish()
    }
    return lines
  }
}

extension Redline.Entry {
  /// What changed and how: “Rule PAY-2: reworded”.
  package var headline: String {
    let how =
      switch kind {
      case .added: "added"
      case .removed: "removed"
      case .reworded: "reworded"
      case .restyled: "same words, changed otherwise"
      case .moved: "moved, same words"
      }
    let title = subject.title
    return title.isEmpty ? how.prefix(1).uppercased() + how.dropFirst() : "\(title): \(how)"
  }

  /// Where no word changed, the notes quote the words that they concern.
  package var showsRuns: Bool { !runs.isEmpty && kind != .restyled }
}
