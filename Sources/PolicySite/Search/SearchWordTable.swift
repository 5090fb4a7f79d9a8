/// Distinct words, each with a number from 0 in order of arrival.
struct SearchWordTable: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private(set) var hashes: [UInt32] = []
  /// Open addressing: the number of a word plus one, 0 where free; twice as many as words or more.
  private var slots: [UInt32]

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  var count: Int { ends.count }

  func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  /// FNV-1a, byte by byte.
  static let emptyHash: UInt32 = 2_166_136_261

  static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  /// The number of the word in `source[range]`, which is entered if it is new.
  mutating func number(of source: [UInt8], _ range: Range<Int>, hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isWord(number, source, range) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: source[range])
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// Frees the memory that only serves to enter more.
  mutating func seal() { slots = [] }

  @inline(__always)
  private func isWord(_ number: Int, _ source: [UInt8], _ range: Range<Int>) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    guard Int(ends[number]) - start == range.count else { return false }
    var offset = 0
    while offset < range.count {
      if bytes[start + offset] != source[range.lowerBound + offset] { return false }
      offset += 1
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
