/// Sets runs of words into lines, painting each piece by itself so that no colour runs on.
struct LineWrapping {
  private typealias Piece = (kind: Redline.Run.Kind, text: String)

  private let width: Int
  private let indent: String
  private let style: RedlineText.Style
  private var lines: [String] = []
  private var line = ""
  private var columns = 0
  /// Blanks that are written only if a word follows on the same line.
  private var blank: Piece?
  /// What cannot be parted: the pieces since the last blank.
  private var word: [Piece] = []

  init(width: Int, indent: String, style: RedlineText.Style) {
    self.width = max(width, indent.utf8.count + 20)
    self.indent = indent
    self.style = style
  }

  /// The blanks at either end of a change stand outside its marks, unless it is of blanks alone.
  mutating func add(_ run: Redline.Run) {
    let marks: (open: String, close: String) =
      switch run.kind {
      case .same: ("", "")
      case .deleted: style.deletion
      case .inserted: style.insertion
      }
    var pieces = run.text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { WordCutter.words(of: style.shown($0)) + ["\n"] }.dropLast()
    guard let first = pieces.firstIndex(where: { !$0.isBlank }),
      let last = pieces.lastIndex(where: { !$0.isBlank })
    else {
      push(run.kind, marks.open)
      for piece in pieces where piece != "\n" { push(run.kind, piece) }
      push(run.kind, marks.close)
      if pieces.contains("\n") { endLine() }
      return
    }
    let behind = pieces[(last + 1)...]
    for piece in pieces[..<first] { add(run.kind, piece) }
    push(run.kind, marks.open)
    pieces = pieces[first...last]
    for piece in pieces { add(run.kind, piece) }
    push(run.kind, marks.close)
    for piece in behind { add(run.kind, piece) }
  }

  mutating func finish() -> [String] {
    endLine()
    return lines
  }

  private mutating func add(_ kind: Redline.Run.Kind, _ piece: String) {
    if piece == "\n" {
      endLine()
    } else if piece.isBlank {
      endWord()
      blank = (kind, (blank?.text ?? "") + piece)
    } else {
      push(kind, piece)
    }
  }

  private mutating func push(_ kind: Redline.Run.Kind, _ text: String) {
    guard !text.isEmpty else { return }
    if word.last?.kind == kind {
      word[word.count - 1].text += text
    } else {
      word.append((kind, text))
    }
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let own = word.reduce(0) { $0 + style.columns($1.text) }
    let gap = blank.map { style.columns($0.text) } ?? 0
    if !line.isEmpty, indent.utf8.count + columns + gap + own > width {
      lines.append(indent + line)
      (line, columns) = ("", 0)
    } else if let blank, !line.isEmpty {
      line += style.paint(blank.kind, blank.text)
      columns += gap
    }
    blank = nil
    // What is harmless inside a line may be a command to a CI runner at its start.
    if line.isEmpty { word[0].text = style.safe(word[0].text) }
    for piece in word { line += style.paint(piece.kind, piece.text) }
    columns += own
    word = []
  }

  private mutating func endLine() {
    endWord()
    if !line.isEmpty { lines.append(indent + line) }
    (line, columns, blank) = ("", 0, nil)
  }
}

extension RedlineText.Style {
  /// A text from a file, in which nothing passes for one of our own marks.
  fileprivate func shown(_ text: Substring) -> String {
    var text = safe(String(text))
    for mark in [deletion.open, deletion.close, insertion.open, insertion.close] {
      guard let first = mark.first, mark.unicodeScalars.count > 1 else { continue }
      text = text.split(separator: mark, omittingEmptySubsequences: false)
        .joined(separator: "\(first)\\\(mark.dropFirst())")
    }
    return text
  }
}

extension String {
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }
}
