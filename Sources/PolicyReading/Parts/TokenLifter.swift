import CommonMark
import PolicyModel

/// A body whose tokens stand aside while cmark-gfm reads it.
struct LiftedBody {
  /// The body with every token replaced, byte for byte as long as before.
  var bytes: [UInt8]
  var table: TokenTable
  /// `{{#x}}`, `{{^x}}` and `{{/x}}`, each on a line of its own, which is blank in ``bytes``.
  var markers: [Marker]

  struct Marker {
    enum Kind { case open, openInverted, close }
    var kind: Kind
    var variable: Located<String>
    var line: SourceRange
  }
}

/// Lifts `{{…}}` out of a text: cmark-gfm would take what is inside for Markdown, and percent-encode
/// it in addresses.
struct TokenLifter {
  private let text: SourceText
  private let body: SourceRange
  private var lifted: LiftedBody

  static func lift(
    _ text: SourceText, _ body: SourceRange, _ findings: inout FindingCollector
  ) -> LiftedBody {
    var lifter = TokenLifter(text: text, body: body)
    lifter.run(&findings)
    return lifter.lifted
  }

  private init(text: SourceText, body: SourceRange) {
    self.text = text
    self.body = body
    lifted = LiftedBody(bytes: Array(text.bytes[body]), table: TokenTable(), markers: [])
  }

  private mutating func run(_ findings: inout FindingCollector) {
    let bytes = text.bytes
    var offset = body.lowerBound
    while offset + 1 < body.upperBound {
      guard bytes[offset] == UInt8(ascii: "{"), bytes[offset + 1] == UInt8(ascii: "{") else {
        offset += 1
        continue
      }
      offset = lift(at: offset, &findings)
    }
  }

  /// Lifts the token that begins at `start`; returns where to read on.
  private mutating func lift(at start: Int, _ findings: inout FindingCollector) -> Int {
    let line = text.lineRange(text.lineIndex(of: start))
    guard let end = end(from: start + 2, in: line) else {
      findings.report(
        .tokenMalformed, at: start..<min(start + 2, line.upperBound),
        "A token that is not closed: no }} follows on the line",
        help: "Write tokens as {{name}}, or leave the braces out.")
      return start + 2
    }
    // What begins with three braces ends with three.
    let isTriple =
      text.bytes[start + 2] == UInt8(ascii: "{") && end + 2 < line.upperBound
      && text.bytes[end + 2] == UInt8(ascii: "}")
    let range = start..<end + (isTriple ? 3 : 2)
    let inner = text.string(start + 2..<end)
    if let first = inner.unicodeScalars.first, "#^/".unicodeScalars.contains(first) {
      mark(first, String(inner.dropFirst()), range, line, &findings)
    } else if Self.isName(inner) {
      replace(inner, range, &findings)
    } else {
      findings.report(
        .tokenMalformed, at: range, "`\(text.string(range))` is not a token",
        explanation:
          "A token is a name in lower case, its parts joined by full stops, without blanks; "
          + "there are no raw values, partials or helpers.",
        help: "Write it as {{name}}.")
    }
    return range.upperBound
  }

  private func end(from start: Int, in line: SourceRange) -> Int? {
    var offset = start
    while offset + 1 < line.upperBound {
      if text.bytes[offset] == UInt8(ascii: "}"), text.bytes[offset + 1] == UInt8(ascii: "}") {
        return offset
      }
      offset += 1
    }
    return nil
  }

  private mutating func replace(
    _ name: String, _ range: SourceRange, _ findings: inout FindingCollector
  ) {
    let index = lifted.table.tokens.count
    guard index < TokenTable.maximumCount,
      let scalar = Unicode.Scalar(TokenTable.firstScalar + UInt32(index))
    else {
      findings.report(.tokenMalformed, at: range, "More than 6,400 tokens in one file")
      return
    }
    lifted.table.tokens.append(TokenTable.Token(name: name, range: range))
    var offset = range.lowerBound - body.lowerBound
    for byte in UTF8.encode(scalar) ?? .init() {
      lifted.bytes[offset] = byte
      offset += 1
    }
    while offset < range.upperBound - body.lowerBound {
      lifted.bytes[offset] = UInt8(ascii: "x")
      offset += 1
    }
  }

  private mutating func mark(
    _ sign: Unicode.Scalar, _ name: String, _ range: SourceRange, _ line: SourceRange,
    _ findings: inout FindingCollector
  ) {
    let isAlone = text.string(line).trimmingBlanks.utf8.count == range.count
    guard isAlone, Self.isName(name) else {
      findings.report(
        .tokenMalformed, at: range,
        isAlone
          ? "`\(text.string(range))` does not name a variable"
          : "`\(text.string(range))` must stand on a line of its own")
      return
    }
    let kind: LiftedBody.Marker.Kind =
      sign == "#" ? .open : sign == "^" ? .openInverted : .close
    lifted.markers.append(
      .init(
        kind: kind,
        variable: Located(name, range.lowerBound + 3..<range.upperBound - 2), line: line))
    for offset in line { lifted.bytes[offset - body.lowerBound] = UInt8(ascii: " ") }
  }

  /// `[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*`
  static func isName(_ text: String) -> Bool {
    var isStart = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): isStart = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        if isStart { return false }
      case UInt8(ascii: "."):
        if isStart { return false }
        isStart = true
      default: return false
      }
    }
    return !isStart && text.utf8.count <= 80
  }
}
