/// A document read: its words, each once, with where it stood. Entries are made one by one, on as
/// many cores as there are, and merged by ``SearchIndex``.
package struct SearchEntry: Sendable {
  /// Without its body, which is not needed any more.
  let document: SearchDocument
  let words: SearchWordTable
  let places: [Place]

  package init(_ document: SearchDocument) {
    var tally = Tally()
    for id in document.exact {
      tally.enterName(id)
      tally.read(id) { $0.body += 1 }
    }
    for name in document.names { tally.enterName(name) }
    tally.enterName(document.title)
    tally.read(document.title) { $0.isTitle = true }
    for synonym in document.synonyms {
      tally.enterName(synonym)
      tally.read(synonym) { $0.isSynonym = true }
    }
    for heading in document.headings { tally.read(heading) { $0.isHeading = true } }
    for text in [document.summary, document.group, document.body] {
      tally.read(text) { $0.body += 1 }
    }
    tally.words.seal()
    var document = document
    document.body = ""
    self.document = document
    words = tally.words
    places = tally.uses.map(\.place)
  }

  /// Where a word stands in a document.
  struct Place: Sendable {
    /// Higher is better: in the body once, twice, four times; in a heading; in a synonym; a whole
    /// name; in the title; in the title and a whole name. A name is an id, a synonym or a title.
    var level: UInt8
    /// Not only a name, which may be several words in one.
    var isWord: Bool
  }

  private struct Use {
    var body = 0
    var isHeading = false
    var isSynonym = false
    var isTitle = false
    var isName = false

    var place: Place {
      let level: UInt8 =
        if isTitle {
          isName ? 7 : 6
        } else if isName {
          5
        } else if isSynonym {
          4
        } else if isHeading {
          3
        } else {
          body > 3 ? 2 : body > 1 ? 1 : 0
        }
      return Place(level: level, isWord: body > 0 || isHeading || isSynonym || isTitle)
    }
  }

  private struct Tally {
    /// Longer words are no words: no one types them, and each weighs on a shard.
    static let longest = 64

    var words = SearchWordTable(capacity: 400)
    var uses: [Use] = []

    mutating func read(_ text: String, _ note: (inout Use) -> Void) {
      var reader = SearchWords(text)
      while let word = reader.next() {
        if word.count > Self.longest { continue }
        note(&uses[number(of: reader.bytes, word, hash: reader.hash)])
      }
    }

    mutating func enterName(_ text: String) {
      let name = SearchWords.name(text)
      guard !name.isEmpty, name.count <= Self.longest else { return }
      let hash = name.reduce(SearchWordTable.emptyHash, SearchWordTable.hash)
      uses[number(of: name, name.indices, hash: hash)].isName = true
    }

    private mutating func number(of source: [UInt8], _ word: Range<Int>, hash: UInt32) -> Int {
      let number = words.number(of: source, word, hash: hash)
      if number == uses.count { uses.append(Use()) }
      return number
    }
  }
}
