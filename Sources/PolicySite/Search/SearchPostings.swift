/// All words of all documents, each with the documents that hold it.
struct SearchPostings {
  private(set) var words = SearchWordTable(capacity: 16_384)
  /// Which of `words` are words that people write, not only names.
  private(set) var isWord: [Bool] = []
  /// `number << 3 | level`, where documents are numbered from 1; the documents of a word together and in order.
  private var hits: [UInt32] = []
  private var ends: [Int] = []

  init(_ entries: [SearchEntry]) {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(entries.reduce(0) { $0 + $1.words.count })
    for entry in entries {
      for local in 0..<entry.words.count {
        let number = words.number(
          of: entry.words.bytes, entry.words.range(local), hash: entry.words.hashes[local])
        if number == ends.count {
          ends.append(0)
          isWord.append(false)
        }
        ends[number] += 1
        if entry.places[local].isWord { isWord[number] = true }
        numbers.append(UInt32(number))
      }
    }
    hits = Array(repeating: 0, count: numbers.count)
    // Counts become starts, and filling makes each start the end.
    var start = 0
    for number in ends.indices { (ends[number], start) = (start, start + ends[number]) }
    var next = numbers.makeIterator()
    for (document, entry) in entries.enumerated() {
      for place in entry.places {
        guard let number = next.next().map(Int.init) else { break }
        hits[ends[number]] = UInt32(document + 1) << 3 | UInt32(place.level)
        ends[number] += 1
      }
    }
  }

  subscript(number: Int) -> ArraySlice<UInt32> {
    hits[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }
}
