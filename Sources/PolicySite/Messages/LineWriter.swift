/// Writes lines of plain text, wrapped by words, behind what quotes and lists put before them.
///
/// Works on UTF-8: only ASCII spaces and line feeds have a meaning here.
struct LineWriter {
  /// RFC 5322 (2.1.1) wants at most 78; quoting adds two at a time.
  static let width = 72

  private(set) var bytes: [UInt8] = []
  /// What stands before the next line, and before those after it.
  private var lead: [UInt8] = []
  private var rest: [UInt8] = []

  init() { bytes.reserveCapacity(4096) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// How many columns are left for words.
  var room: Int { Self.width - Self.columns(rest[...]) }

  /// What ``indent(_:_:)`` changed.
  struct Indent {
    fileprivate var rest: [UInt8]
    fileprivate var start: Int
  }

  /// From here on `first` stands before the next line and `others` before those after it.
  mutating func indent(_ first: String, _ others: String) -> Indent {
    let indent = Indent(rest: rest, start: bytes.count)
    lead += first.utf8
    rest += others.utf8
    return indent
  }

  /// Ends what `indent` began; without a line in between, its sign stands alone.
  mutating func outdent(_ indent: Indent) {
    if bytes.count == indent.start { blank() }
    lead = indent.rest
    rest = indent.rest
  }

  /// An empty line: of a quote its sign remains.
  mutating func blank() { line([]) }

  /// One line, not wrapped; blanks at its end are dropped.
  mutating func line(_ content: ArraySlice<UInt8>) {
    bytes += lead
    bytes += content
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    bytes.append(0x0A)
    lead = rest
  }

  mutating func line(_ content: String) { line(Array(content.utf8)[...]) }

  /// Words, wrapped; a word longer than the line stands on one of its own. Returns the width of the
  /// longest line.
  @discardableResult
  mutating func wrap(_ run: WordRun) -> Int {
    let words = run.bytes
    var longest = 0
    var start = 0
    var end = 0
    var column = Self.columns(lead[...])
    var index = 0
    while index < words.count {
      let wordStart = index
      var width = 0
      while index < words.count, words[index] != 0x20, words[index] != 0x0A {
        if words[index] & 0xC0 != 0x80 { width += 1 }
        index += 1
      }
      if end > start, column + 1 + width > Self.width {
        longest = max(longest, column)
        line(words[start..<end])
        start = wordStart
        column = Self.columns(rest[...]) + width
      } else {
        if end == start { start = wordStart }
        column += width + (end > start ? 1 : 0)
      }
      end = index
      if index < words.count, words[index] == 0x0A {
        longest = max(longest, column)
        line(words[start..<end])
        start = index + 1
        end = start
        column = Self.columns(rest[...])
      }
      index += 1
    }
    if end > start {
      longest = max(longest, column)
      line(words[start..<end])
    }
    return longest
  }

  /// Scalars, not bytes.
  static func columns(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}

/// Words of a paragraph with single spaces between them; a line feed breaks the line.
struct WordRun {
  private(set) var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }
  var columns: Int { LineWriter.columns(bytes[...]) }
  var hasLineBreak: Bool { bytes.contains(0x0A) }

  mutating func append(_ text: String) {
    let start = bytes.count
    bytes += text.utf8
    var last = start > 0 ? bytes[start - 1] : 0x20
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || (byte == 0x20 && (last == 0x20 || last == 0x0A)) {
        return clean(from: start)
      }
      last = byte
    }
  }

  /// Makes every run of blanks from `start` on one space.
  private mutating func clean(from start: Int) {
    let added = Array(bytes[start...])
    bytes.removeSubrange(start...)
    for byte in added {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        space()
      } else {
        bytes.append(byte)
      }
    }
  }

  mutating func space() {
    if let last = bytes.last, last != 0x20, last != 0x0A { bytes.append(0x20) }
  }

  mutating func lineBreak() {
    trim()
    if !bytes.isEmpty { bytes.append(0x0A) }
  }

  /// Drops blanks at the end.
  mutating func trim() {
    while let last = bytes.last, last == 0x20 || last == 0x0A { bytes.removeLast() }
  }
}
