import CommonMark

/// A Markdown page of the theme, with a few lines of `key: value` before it.
struct PageSource {
  /// The one field that a page can hold.
  static let organizationField = "{{organization.name}}"
  static let keys = ["title", "summary"]

  private(set) var title: String?
  private(set) var summary: String?
  var body: String
  /// The keys that mean nothing here.
  private(set) var unknownKeys: [(name: String, range: SourceRange)] = []
  /// Where `---` opens lines of keys that no second one closes.
  private(set) var unclosed: SourceRange?
  /// Where `body` begins in the file.
  private(set) var bodyStart = 0

  init(_ source: String) {
    let text = SourceText(source)
    body = source
    guard Self.isFence(0, text) else { return }
    guard let end = (1..<text.lineCount).first(where: { Self.isFence($0, text) }) else {
      unclosed = text.lineRange(0)
      return
    }
    for line in 1..<end { read(text, line) }
    bodyStart = end + 1 < text.lineCount ? text.lineStarts[end + 1] : text.bytes.count
    body = text.string(bodyStart..<text.bytes.count)
  }

  /// The page's title, from its keys or else from its first heading, and what stands under it.
  func document() throws(MarkdownLimit) -> (title: String?, blocks: [Block]) {
    var blocks = try Document(parsing: body).blocks
    guard title == nil, case .heading(1, let inlines)? = blocks.first?.kind else {
      return (title, blocks)
    }
    blocks.removeFirst()
    let words = inlines.plainText
    return (words.isEmpty ? nil : words, blocks)
  }

  private static func isFence(_ line: Int, _ text: SourceText) -> Bool {
    text.bytes[text.lineRange(line)].elementsEqual("---".utf8)
  }

  private mutating func read(_ text: SourceText, _ line: Int) {
    let range = text.lineRange(line)
    let bytes = text.bytes[range]
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return }
    var value = bytes[(colon + 1)...].drop { $0 == 0x20 }
    if value.count >= 2, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
      value = value.dropFirst().dropLast()
    }
    let words = String(decoding: value, as: UTF8.self)
    let key = String(decoding: bytes[..<colon], as: UTF8.self)
    switch key {
    case "title": title = words.isEmpty ? nil : words
    case "summary": summary = words.isEmpty ? nil : words
    default: if !key.hasPrefix("#") { unknownKeys.append((key, range.lowerBound..<colon)) }
    }
  }
}
