/// Splits text into the words that search knows: capitals without marks and plural.
///
/// As `words` of `search.js` does it; a golden file holds both to the same.
struct SearchWords {
  /// The text folded: words of capitals and digits with spaces between.
  let bytes: [UInt8]
  /// Of the word that ``next()`` found last, as ``SearchWordTable`` wants it.
  private(set) var hash = SearchWordTable.emptyHash
  private var index = 0

  init(_ text: String) {
    var bytes = Array(text.utf8)
    var isASCII = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80 { isASCII = false }
      bytes[index] = Self.folded(byte)
    }
    self.bytes = isASCII ? bytes : Self.folded(text)
  }

  static func words(in text: String) -> [String] {
    var reader = Self(text)
    var words: [String] = []
    while let word = reader.next() {
      words.append(String(decoding: reader.bytes[word], as: UTF8.self))
    }
    return words
  }

  /// All words of `text` in one: `PAY-1`, `Pay 1` and `pay1` are the same name.
  static func name(_ text: String) -> [UInt8] {
    var reader = Self(text)
    var name: [UInt8] = []
    while let word = reader.next() { name += reader.bytes[word] }
    return name
  }

  /// Where the next word lies in ``bytes``.
  mutating func next() -> Range<Int>? {
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    guard index < bytes.count else { return nil }
    let start = index
    var beforeLast = hash
    hash = SearchWordTable.emptyHash
    while index < bytes.count, bytes[index] != UInt8(ascii: " ") {
      beforeLast = hash
      hash = SearchWordTable.hash(hash, bytes[index])
      index += 1
    }
    guard isPlural(start..<index) else { return start..<index }
    hash = beforeLast
    return start..<(index - 1)
  }

  /// True of `reviews`, not of `access`, `status`, `basis` or `gps`. Both sides take the s off, so
  /// that a word that only looks like a plural is still found.
  private func isPlural(_ word: Range<Int>) -> Bool {
    let end = word.upperBound
    guard word.count > 3, bytes[end - 1] == UInt8(ascii: "S"), Self.isLetter(bytes[end - 2]),
      Self.isLetter(bytes[end - 3]), Self.isLetter(bytes[end - 4])
    else { return false }
    return !"SUI".utf8.contains(bytes[end - 2])
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    let capital = byte & 0xDF
    if isLetter(capital) { return capital }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? byte : UInt8(ascii: " ")
  }

  /// The slow way, for text beyond ASCII.
  private static func folded(_ text: String) -> [UInt8] {
    let space = UInt8(ascii: " ")
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        out.append(folded(UInt8(truncatingIfNeeded: scalar.value)))
        continue
      }
      switch SearchFolding.of(scalar) {
      case .separator: out.append(space)
      case .mark: break
      case .letters(let letters): out += letters
      case .word(let letter): out += out.last ?? space == space ? letter + [space] : letter
      case .sign(let sign): out += [space] + sign + [space]
      }
    }
    return out
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }
}
