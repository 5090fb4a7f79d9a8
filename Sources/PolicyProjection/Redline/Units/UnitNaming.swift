import CommonMark
import PolicyModel

/// What the units of a part are called, by what they are known in both documents, and which of them
/// the public article shows.
struct UnitNaming {
  struct Name {
    var subject: Redline.Subject
    var key: ByteText?
    var isKeyFirm = false
    var isPublic: Bool
    var isFrame = false
  }

  var shape: PartKind.Shape
  var isPublic: Bool

  init(_ kind: PartKind) {
    shape = kind.description.shape
    isPublic = kind.description.audience == .everyone
  }

  /// Where a part has a shape of its own, the article shows what has that shape, and drops the rest.
  private var isPlainPublic: Bool { isPublic && (shape == .prose || shape == .list) }

  /// A paragraph that begins with a label in bold, such as `**Counts:**`, is known by it.
  func block(
    _ kind: Redline.Subject.Kind, _ number: Int, _ inlines: [Inline], _ tokens: TokenTable
  ) -> Name {
    guard kind == .paragraph, let bold = inlines.bold(tokens), bold.hasSuffix(":"),
      bold.utf8.count > 1
    else { return plain(kind, number) }
    return Name(
      subject: .init(kind, bold.withoutMark), key: ByteText(bold), isPublic: isPlainPublic)
  }

  private func plain(_ kind: Redline.Subject.Kind, _ number: Int) -> Name {
    Name(subject: .init(kind, kind == .divider ? "" : String(number)), isPublic: isPlainPublic)
  }

  func frame(_ kind: Redline.Subject.Kind) -> Name {
    Name(subject: .init(kind), isPublic: isPlainPublic, isFrame: true)
  }

  func question(_ words: String) -> Name {
    Name(subject: .init(.question, words.trimmed), key: ByteText(words), isPublic: isPublic)
  }

  func item(_ item: ListItem, _ number: Int, step: Int?, _ tokens: TokenTable) -> Name {
    let first = item.blocks.first?.inlines ?? []
    if shape == .decision, let step {
      return Name(
        subject: .init(.step, String(step)), key: ByteText(first.plainText), isPublic: false)
    }
    guard let bold = first.bold(tokens) else { return plain(.item, number) }
    if shape == .rules, bold.isRuleID {
      return Name(
        subject: .init(.rule, bold), key: ByteText(bold), isKeyFirm: true, isPublic: isPublic)
    }
    let name = bold.withoutMark
    if name.isEmpty { return plain(.item, number) }
    guard shape == .definitions else {
      return Name(subject: .init(.item, name), key: ByteText(name), isPublic: isPlainPublic)
    }
    return Name(subject: .init(.definition, name), key: ByteText(name), isPublic: isPublic)
  }

  /// A row of a table; `columns` are the headings, where it is the table that shapes the part.
  func row(_ row: Table.Row, _ number: Int, columns: [String]) -> Name {
    let first = row.cells.first?.inlines.plainText.trimmed ?? ""
    let quoted = "“\(first.shortened)”"
    func name(_ kind: Redline.Subject.Kind, isPublic: Bool = false) -> Name {
      Name(subject: .init(kind, quoted), key: ByteText(first), isPublic: isPublic)
    }
    guard !columns.isEmpty, !first.isEmpty else { return plain(.row, number) }
    switch shape {
    case .severity:
      return Name(
        subject: .init(.severity, "Severity \(first)"), key: ByteText(first), isKeyFirm: true,
        isPublic: false)
    case .examples: return name(.example, isPublic: isPublic && isExample(row, columns))
    case .calibration: return name(.calibrationCase)
    case .escalation: return name(.escalation)
    default: return plain(.row, number)
    }
  }

  func ladderRow(_ severity: String) -> Name {
    Name(
      subject: .init(.severity, "Severity \(severity.trimmed)"),
      key: ByteText("row \(severity.trimmed)"), isKeyFirm: true, isPublic: false, isFrame: true)
  }

  func ladderCell(_ severity: String, _ column: String) -> Name {
    let place = "Severity \(severity.trimmed), \(column.trimmed.lowercased())"
    return Name(subject: .init(.ladderCell, place), key: ByteText(place), isPublic: false)
  }

  /// The reader of examples drops rows and tables of any other make.
  private func isExample(_ row: Table.Row, _ columns: [String]) -> Bool {
    columns.map { $0.trimmed.lowercased() } == ["example", "verdict", "rule", "why"]
      && row.cells.count == 4
      && [.allowed, .notAllowed].contains(
        Policy.Verdict(rawValue: row.cells[1].inlines.plainText.trimmed.lowercased()))
  }
}

extension [Inline] {
  /// The words in bold with which it begins.
  fileprivate func bold(_ tokens: TokenTable) -> String? {
    guard case .strong(let inner)? = first else { return nil }
    return tokens.restored(inner.plainText).trimmed
  }
}

extension String {
  /// Without the colon or the full stop behind a label.
  fileprivate var withoutMark: String {
    hasSuffix(":") || hasSuffix(".") ? String(dropLast()).trimmed : self
  }

  /// Without blanks at either end.
  fileprivate var trimmed: String {
    var scalars = unicodeScalars[...]
    while scalars.first?.isBlank == true { scalars.removeFirst() }
    while scalars.last?.isBlank == true { scalars.removeLast() }
    return String(scalars)
  }

  /// The first words, for a title.
  fileprivate var shortened: String {
    var short = ""
    for word in WordCutter.words(of: self) {
      if short.unicodeScalars.count + word.unicodeScalars.count > 48 { return short.trimmed + " …" }
      short += word
    }
    return short
  }

  /// `[A-Z][A-Z0-9]*-[0-9]+`
  fileprivate var isRuleID: Bool {
    let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, utf8.count <= 20, let first = parts[0].first,
      (0x41...0x5A).contains(first), !parts[1].isEmpty
    else { return false }
    return parts[0].allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
      && parts[1].allSatisfy { (0x30...0x39).contains($0) }
  }
}
