/// One line of a shard: what the browser looks up, and what it finds.
struct SearchTerm: Sendable {
  var name: [UInt8]
  var value: [UInt8]
  /// The number of the word in the postings; none for a word backwards and for a digest.
  var number: Int?

  /// With what is written around them.
  var size: Int { name.count + value.count + 8 }

  /// Documents as text: for each a letter for its level, and how far it is from the one before, if
  /// that is not 1. The letter tells the score, `a` for 1 to `z` for 26; a capital, a whole name.
  static func list(_ hits: some Collection<UInt32>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(hits.count * 2)
    var last: UInt32 = 0
    for hit in hits {
      out.append(levels[Int(hit & 7)])
      let gap = hit >> 3 - last
      if gap != 1 { appendDigits(of: gap, to: &out) }
      last = hit >> 3
    }
    return out
  }

  private static let levels = Array("abcflLzZ".utf8)

  private static func appendDigits(of value: UInt32, to out: inout [UInt8]) {
    if value > 9 { appendDigits(of: value / 10, to: &out) }
    out.append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  /// All terms in the order of their bytes: each word with its documents, and behind a `-` each
  /// word backwards. A wrong letter near the start of a word leads to another shard, but the word
  /// backwards still leads to the right one.
  static func all(of postings: SearchPostings) -> [Self] {
    var terms: [Self] = []
    terms.reserveCapacity(postings.words.count * 2)
    for number in 0..<postings.words.count {
      let name = Array(postings.words[number])
      terms.append(Self(name: name, value: list(postings[number]), number: number))
      if postings.isWord[number], name.count > 2 {
        terms.append(Self(name: backwards(name), value: name))
      }
    }
    return sorted(terms)
  }

  private static func backwards(_ name: [UInt8]) -> [UInt8] {
    let scalars = String(decoding: name, as: UTF8.self).unicodeScalars.reversed()
    var text = "-"
    text.unicodeScalars.append(contentsOf: scalars)
    return Array(text.utf8)
  }

  /// Compares eight bytes at once; only names that share them are compared byte by byte.
  private static func sorted(_ terms: [Self]) -> [Self] {
    let keys = terms.indices.map { index in
      var key: UInt64 = 0
      for offset in 0..<8 {
        let byte = offset < terms[index].name.count ? terms[index].name[offset] : 0
        key = key << 8 | UInt64(byte)
      }
      return (key: key, index: index)
    }
    return keys.sorted { left, right in
      if left.key != right.key { return left.key < right.key }
      return terms[left.index].name.lexicographicallyPrecedes(terms[right.index].name)
    }.map { terms[$0.index] }
  }
}
