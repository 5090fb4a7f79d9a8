/// Cuts the sorted terms into shards by their first letters: as few letters as keep a shard small.
///
/// All words with one beginning are in one shard, or, where they are too many, spread over shards
/// of longer beginnings; then the first of these holds a digest, under the beginning with `**`: the
/// documents that have it in title, synonyms or headings, so that a query of one letter loads one
/// shard. No word is one edit from a digest's
/// name. A word more or less moves borders only between words of the same beginning.
struct SearchShards {
  struct Shard {
    /// It holds the terms from here to the start of the next shard.
    var start: [UInt8]
    var terms: [SearchTerm] = []
    var size = 0
  }

  static let largest = 6000

  private(set) var shards: [Shard] = []
  private let terms: [SearchTerm]
  private let postings: SearchPostings
  /// Where each term would begin in a file of all terms.
  private let offsets: [Int]
  /// The best level of each document under the beginning at hand, as yet 0.
  private var best: [UInt8]

  init(_ postings: SearchPostings, documents: Int) {
    self.postings = postings
    terms = SearchTerm.all(of: postings)
    var offset = 0
    offsets =
      [0]
      + terms.map { term in
        offset += term.size
        return offset
      }
    best = Array(repeating: 0, count: documents + 1)
    cut(terms.indices, depth: 0)
    // The browser corrects a word to the first that is near, so the most used come first.
    for shard in shards.indices { shards[shard].terms.sort { $0.value.count > $1.value.count } }
  }

  private func size(_ range: Range<Int>) -> Int {
    offsets[range.upperBound] - offsets[range.lowerBound]
  }

  /// Terms that share their first `depth` bytes.
  private mutating func cut(_ range: Range<Int>, depth: Int) {
    shards.append(Shard(start: range.first.map { Array(terms[$0].name[..<depth]) } ?? []))
    var rest = range
    if let first = rest.first, terms[first].name.count == depth { write(rest.removeFirst()) }
    if depth > 0 { writeDigest(of: range, depth: depth) }
    var isOpen = true
    while let first = rest.first {
      let child = prefix(of: rest, first: first, depth: depth)
      let deeper = depth + scalarLength(terms[first].name[depth])
      rest = child.upperBound..<rest.upperBound
      if child.count > 1, size(child) > Self.largest {
        cut(child, depth: deeper)
        isOpen = false
        continue
      }
      if !isOpen || shards[shards.count - 1].size + size(child) > Self.largest {
        shards.append(Shard(start: Array(terms[first].name[..<deeper])))
        isOpen = true
      }
      for index in child { write(index) }
    }
  }

  /// The terms at the front of `range` whose next letter is that of `first`.
  private func prefix(of range: Range<Int>, first: Int, depth: Int) -> Range<Int> {
    let length = scalarLength(terms[first].name[depth])
    let letter = terms[first].name[depth..<(depth + length)]
    var end = first + 1
    while end < range.upperBound, terms[end].name[depth..<(depth + length)] == letter { end += 1 }
    return first..<end
  }

  private mutating func writeDigest(of range: Range<Int>, depth: Int) {
    var found: [UInt32] = []
    for index in range {
      guard let number = terms[index].number else { continue }
      for hit in postings[number] where hit & 7 > 2 {
        let document = Int(hit >> 3)
        if best[document] == 0 { found.append(UInt32(document)) }
        best[document] = max(best[document], UInt8(hit & 7))
      }
    }
    found.sort()
    let hits = found.map { document in
      defer { best[Int(document)] = 0 }
      return document << 3 | UInt32(best[Int(document)])
    }
    guard !hits.isEmpty, let first = range.first else { return }
    write(
      SearchTerm(
        name: terms[first].name[..<depth] + Array("**".utf8), value: SearchTerm.list(hits)))
  }

  private mutating func write(_ index: Int) { write(terms[index]) }

  private mutating func write(_ term: SearchTerm) {
    shards[shards.count - 1].terms.append(term)
    shards[shards.count - 1].size += term.size
  }

  private func scalarLength(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
