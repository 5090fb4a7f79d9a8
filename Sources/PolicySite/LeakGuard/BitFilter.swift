/// Says of most hashes that they are not in a set, with one look at one word of memory.
struct BitFilter: Sendable {
  /// None where everything may be in the set.
  private var words: [UInt64] = []
  private var shift: UInt64 = 0

  init() {}

  /// Sixteen bits for each of the hashes: one of sixteen others passes.
  init(of hashes: some Collection<UInt64>) {
    let bits = max(10, Int.bitWidth - max(1, hashes.count * 16).leadingZeroBitCount)
    shift = UInt64(64 - bits)
    words = [UInt64](repeating: 0, count: 1 << (bits - 6))
    for hash in hashes {
      let place = place(of: hash)
      words[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  func mayHold(_ hash: UInt64) -> Bool {
    if words.isEmpty { return true }
    let place = place(of: hash)
    return words[place >> 6] & 1 << UInt64(place & 63) != 0
  }

  /// The highest bits of a product, which all bits of the hash have a part in.
  private func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
