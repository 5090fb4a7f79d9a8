import CommonMark

/// Bytes that take the place of others; an empty range inserts.
struct Splice {
  var range: SourceRange
  var bytes: [UInt8]

  init(_ range: SourceRange, _ text: String) {
    self.range = range
    bytes = Array(text.utf8)
  }

  init(_ range: SourceRange, _ bytes: [UInt8]) {
    self.range = range
    self.bytes = bytes
  }

  /// Inserts at `offset`.
  init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }

  /// Makes all changes at once: their ranges are of the bytes as they were, and do not overlap.
  static func apply(_ splices: [Splice], to bytes: [UInt8]) -> [UInt8] {
    var changed: [UInt8] = []
    var offset = 0
    for splice in splices.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      changed += bytes[offset..<splice.range.lowerBound]
      changed += splice.bytes
      offset = splice.range.upperBound
    }
    return changed + bytes[offset...]
  }
}
