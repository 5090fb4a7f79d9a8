import PolicyModel

/// Lays values out as the corpus of policies is written: what fits on a line stands on one.
struct ValueLayout {
  /// In Unicode scalars. A single text may be longer: it is never folded.
  static let width = 110
  /// How far the items of a list stand in from their key: 0, 2 or what the file has.
  var listOffset = 2

  /// The value on one line. Within brackets more texts need quotes.
  static func inline(_ value: EditValue, isInFlow: Bool = false) -> String {
    switch value {
    case .text(let text): ScalarStyle.source(of: text, isInFlow: isInFlow)
    case .number(let number): String(number)
    case .date(let date): date.description
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items):
      "[" + items.map { inline($0, isInFlow: true) }.joined(separator: ", ") + "]"
    case .record(let pairs):
      "{" + pairs.map { flowPair($0.0, $0.1) }.joined(separator: ", ") + "}"
    }
  }

  static func flowPair(_ key: String, _ value: EditValue) -> String {
    "\(key): \(inline(value, isInFlow: true))"
  }

  /// The value as it stands behind its key, beginning at `column`, from 0; `nil` where it takes lines
  /// of its own.
  static func inline(_ value: EditValue, fittingAt column: Int) -> String? {
    let text = inline(value)
    switch value {
    case .list(let items) where items.contains(where: \.isRecord): return nil
    case .list(let items) where items.isEmpty: return text
    case .record(let pairs) where pairs.isEmpty: return text
    case .list, .record: return column + text.unicodeScalars.count <= width ? text : nil
    default: return text
    }
  }

  /// The lines of `key: value` in a block mapping whose keys stand at `column`.
  func pair(_ key: String, _ value: EditValue, at column: Int) -> [String] {
    let begin = Self.blanks(column) + key + ":"
    if let text = Self.inline(value, fittingAt: column + key.unicodeScalars.count + 2) {
      return [begin + " " + text]
    }
    return [begin] + below(value, at: column)
  }

  /// The lines of a value below its key, which stands at `column`.
  func below(_ value: EditValue, at column: Int) -> [String] {
    switch value {
    case .list(let items): items.flatMap { item($0, at: column + listOffset) }
    case .record(let pairs): pairs.flatMap { pair($0.0, $0.1, at: column + 2) }
    default: [Self.blanks(column + 2) + Self.inline(value)]
    }
  }

  /// The lines of an item of a block list whose hyphens stand at `column`, with `gap` blanks behind
  /// them. An open record has a line for each key even where it would fit on one.
  func item(
    _ value: EditValue, at column: Int, gap: Int = 1, isOpen: Bool = false
  ) -> [String] {
    let begin = Self.blanks(column) + "-" + Self.blanks(gap)
    let inside = column + 1 + gap
    if case .record(let pairs) = value, !pairs.isEmpty {
      let text = Self.inline(value)
      if isOpen || inside + text.unicodeScalars.count > Self.width {
        let lines = pairs.flatMap { pair($0.0, $0.1, at: inside) }
        return [begin + lines[0].dropFirst(inside)] + lines.dropFirst()
      }
    }
    return [begin + Self.inline(value)]
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
