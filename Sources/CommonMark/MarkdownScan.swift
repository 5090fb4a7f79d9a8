/// One linear pass over a text that refuses what is known to overload cmark-gfm.
///
/// A *paragraph* here is a run of lines that are not blank: wider than CommonMark's own, so that the
/// count errs to the safe side whatever quotes and lists stand around it.
struct MarkdownScan {
  static let maximumSize = 256 * 1024
  static let maximumLine = 16 * 1024
  static let maximumParagraphLines = 2_000
  static let maximumColumns = 64
  static let maximumCells = 20_000
  static let maximumContainers = 32
  static let maximumOccurrences = 1_000
  static let maximumReferenceGrowth = 1024 * 1024

  private let bytes: ArraySlice<UInt8>
  /// What to add to an index of `bytes` to get an offset into the file.
  private let shift: Int
  private var paragraph = Paragraph()
  private var longestDefinition = 0
  private var brackets = 0

  private struct Paragraph {
    var lines = 0
    var autolinks = 0
    var markup = 0
    var images = 0
    var columns = 0
    /// Where the last `]:` stands: what follows it may be the target of a reference.
    var definition: Int?
  }

  /// The first limit that `bytes` exceed; `base` is their offset in the file.
  static func firstLimit(in bytes: ArraySlice<UInt8>, at base: Int) -> MarkdownLimit? {
    var scan = MarkdownScan(bytes: bytes, shift: base - bytes.startIndex)
    return scan.run()
  }

  private init(bytes: ArraySlice<UInt8>, shift: Int) {
    self.bytes = bytes
    self.shift = shift
  }

  private mutating func run() -> MarkdownLimit? {
    guard bytes.count <= Self.maximumSize else { return limit(.size, bytes.indices) }
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      if let limit = line(start..<end) { return limit }
      start = end + 1
    }
    endParagraph(at: bytes.endIndex)
    let growth = longestDefinition.multipliedReportingOverflow(by: brackets)
    guard !growth.overflow, growth.partialValue <= Self.maximumReferenceGrowth else {
      return limit(.referenceGrowth, bytes.indices)
    }
    return nil
  }

  private mutating func line(_ line: Range<Int>) -> MarkdownLimit? {
    guard line.count <= Self.maximumLine else { return limit(.lineLength, line) }
    let (content, containers) = afterContainers(line)
    guard containers <= Self.maximumContainers else { return limit(.containers, line) }
    if content == line.upperBound, containers == 0 {
      endParagraph(at: line.lowerBound)
      return nil
    }
    paragraph.lines += 1
    count(in: content..<line.upperBound)
    if paragraph.lines > Self.maximumParagraphLines { return limit(.paragraphLines, line) }
    if paragraph.columns > Self.maximumColumns { return limit(.tableColumns, line) }
    if paragraph.columns * paragraph.lines > Self.maximumCells { return limit(.tableCells, line) }
    if paragraph.autolinks > Self.maximumOccurrences { return limit(.autolinks, line) }
    if paragraph.markup > Self.maximumOccurrences { return limit(.markup, line) }
    if paragraph.images > Self.maximumOccurrences { return limit(.imageOpeners, line) }
    return nil
  }

  /// Where the text of a line begins behind its quote and list markers, and how many those are.
  private func afterContainers(_ line: Range<Int>) -> (content: Int, containers: Int) {
    var offset = line.lowerBound
    var containers = 0
    while offset < line.upperBound {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0D: offset += 1
      case UInt8(ascii: ">"):
        containers += 1
        offset += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard isBlank(offset + 1, line) else { return (offset, containers) }
        containers += 1
        offset += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var end = offset
        while end < line.upperBound, (0x30...0x39).contains(bytes[end]) { end += 1 }
        guard end < line.upperBound, bytes[end] == UInt8(ascii: ".") || bytes[end] == 0x29,
          isBlank(end + 1, line)
        else { return (offset, containers) }
        containers += 1
        offset = end + 1
      default: return (offset, containers)
      }
    }
    return (line.upperBound, containers)
  }

  private func isBlank(_ offset: Int, _ line: Range<Int>) -> Bool {
    offset >= line.upperBound || bytes[offset] == 0x20 || bytes[offset] == 0x09
      || bytes[offset] == 0x0D
  }

  private mutating func count(in content: Range<Int>) {
    var pipes = 0
    var isDelimiterRow = true
    for offset in content {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09, 0x0D:
        if byte == UInt8(ascii: ":"), offset > content.lowerBound {
          let before = bytes[offset - 1]
          if before == UInt8(ascii: "]") {
            endDefinition(at: offset)
            paragraph.definition = offset
          } else if before == UInt8(ascii: "p") || before == UInt8(ascii: "s") {
            paragraph.autolinks += starts(offset, with: "://", content) ? 1 : 0
          }
        }
      case UInt8(ascii: "<"):
        isDelimiterRow = false
        let next = offset + 1
        if next < content.upperBound, bytes[next] == UInt8(ascii: "?") || bytes[next] == 0x21 {
          paragraph.markup += 1
        }
      case UInt8(ascii: "["):
        isDelimiterRow = false
        brackets += 1
        if offset > content.lowerBound, bytes[offset - 1] == 0x21 { paragraph.images += 1 }
      case UInt8(ascii: "w"):
        isDelimiterRow = false
        paragraph.autolinks += starts(offset, with: "www.", content) ? 1 : 0
      default: isDelimiterRow = false
      }
    }
    if isDelimiterRow { paragraph.columns = max(paragraph.columns, pipes + 1) }
  }

  private func starts(_ offset: Int, with word: StaticString, _ content: Range<Int>) -> Bool {
    let end = offset + word.utf8CodeUnitCount
    guard end <= content.upperBound else { return false }
    return bytes[offset..<end].elementsEqual(word.description.utf8)
  }

  private mutating func endParagraph(at offset: Int) {
    endDefinition(at: offset)
    paragraph = Paragraph()
  }

  private mutating func endDefinition(at offset: Int) {
    guard let start = paragraph.definition else { return }
    longestDefinition = max(longestDefinition, offset - start)
    paragraph.definition = nil
  }

  private func limit(_ kind: MarkdownLimit.Kind, _ range: Range<Int>) -> MarkdownLimit {
    MarkdownLimit(kind, range: range.lowerBound + shift..<range.upperBound + shift)
  }
}
