import Testing

@testable import PolicySite

struct `The search index` {
  @Test func `is the same for the same documents`() {
    let documents = Articles.made(120)
    let first = SearchIndex.files(for: documents)
    let second = SearchIndex.files(for: documents.map(SearchEntry.init))
    #expect(first.map(\.path) == second.map(\.path))
    #expect(first.map(\.bytes) == second.map(\.bytes))
    #expect(Set(first.map(\.path)).count == first.count)
  }

  @Test func `names another folder when the documents change places`() {
    let documents = Articles.made(3)
    let folder = { (files: [SearchIndex.File]) in files[1].path }
    #expect(
      folder(SearchIndex.files(for: documents))
        != folder(SearchIndex.files(for: documents.reversed())))
    var edited = documents
    edited[0].body += " more"
    #expect(folder(SearchIndex.files(for: documents)) == folder(SearchIndex.files(for: edited)))
  }

  @Test func `escapes what would end a string or a script`() throws {
    let document = SearchDocument(
      title: "</script>\"\\\u{2028}\u{2029}\n\u{7F}é", href: "a/", summary: "<!--", group: "G",
      exact: ["A\"-1"], body: "body </script> \" \\")
    let files = SearchIndex.files(for: [document])
    let texts = files.map { String(decoding: $0.bytes, as: UTF8.self) }
    let block = try #require(texts.first { $0.contains("../a/") })
    #expect(
      block == """
        bylaw=[0,
        ["\\u003c/script>\\u0022\\u005c\\u2028\\u2029\\u000a\\u007fé","../a/","\\u003c!--","G",{"A1":"A\\u0022-1"}]];

        """)
    #expect(!texts.contains { $0.contains("<") })
  }

  @Test func `leads a name to its place, and does not hold its words`() throws {
    let document = SearchDocument(
      title: "T", href: "a/", summary: "", group: "G", names: ["severity-4"], body: "words")
    let texts = SearchIndex.files(for: [document]).map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(texts.contains { $0.contains("{\"SEVERITY4\":\"severity-4\"}") })
    #expect(texts.contains { $0.contains("[\"SEVERITY4\",") })
    #expect(!texts.contains { $0.contains("[\"SEVERITY\",") || $0.contains("[\"4\",") })
  }

  @Test func `holds an empty site`() {
    let files = SearchIndex.files(for: [SearchDocument]())
    #expect(
      files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "bylaw={at:\"811c9dc5/\",starts:\"\".split(\" \")};\n", "bylaw=[0];\n", "bylaw=[];\n",
      ])
  }

  @Test func `drops words that no one types, and is safe with them`() {
    let long = String(repeating: "x", count: 20_000)
    let documents = (0..<20).map { number in
      SearchDocument(
        title: long, href: "\(number)/", summary: "", group: "", body: "\(long)\(number)")
    }
    #expect(SearchIndex.files(for: documents).filter { $0.path.contains("/w") }.count == 1)
  }

  @Test func `shortens a long summary between words`() throws {
    let document = SearchDocument(
      title: "T", href: "t/", summary: String(repeating: "long words ", count: 40), group: "",
      body: "")
    let block = try #require(
      SearchIndex.files(for: [document]).first { $0.path.hasSuffix("d0.js") })
    #expect(block.bytes.count < 230)
    #expect(String(decoding: block.bytes, as: UTF8.self).contains("words long…\""))
  }
}

struct `Shards of the search index` {
  @Test func `are small, sorted by their starts and complete`() throws {
    let entries = Articles.made(400).map(SearchEntry.init)
    let postings = SearchPostings(entries)
    let shards = SearchShards(postings, documents: entries.count).shards
    #expect(shards.count > 5)
    #expect(shards.allSatisfy { $0.size <= SearchShards.largest + 1000 })
    let starts = shards.map { String(decoding: $0.start, as: UTF8.self) }
    #expect(starts.first == "")
    #expect(starts == starts.sorted() && Set(starts).count == starts.count)
    // Where the browser looks, the term is.
    for (index, shard) in shards.enumerated() {
      for term in shard.terms {
        let name = String(decoding: term.name, as: UTF8.self)
        #expect(starts.lastIndex { $0 <= name } == index, "\(name)")
      }
    }
    #expect(shards.joined(\.terms).count { $0.number != nil } == postings.words.count)
  }

  @Test func `split a beginning only with a digest of it`() {
    let entries = Articles.made(400).map(SearchEntry.init)
    let shards = SearchShards(SearchPostings(entries), documents: entries.count).shards
    var home: [String: Set<Int>] = [:]
    var digests: Set<String> = []
    for (index, shard) in shards.enumerated() {
      for term in shard.terms {
        let name = String(decoding: term.name, as: UTF8.self)
        if name.hasSuffix("**") { digests.insert(String(name.dropLast(2))) }
        guard term.number != nil else { continue }
        for length in 1...name.count {
          home[String(name.prefix(length)), default: []].insert(index)
        }
      }
    }
    #expect(!digests.isEmpty)
    for (beginning, places) in home where places.count > 1 {
      #expect(digests.contains(beginning), "\(beginning)")
    }
  }

  @Test func `write documents as levels and gaps`() {
    let hits: [UInt32] = [1 << 3 | 0, 2 << 3 | 7, 15 << 3 | 3, 1015 << 3 | 5]
    #expect(String(decoding: SearchTerm.list(hits), as: UTF8.self) == "aZf13L1000")
  }

  @Test func `weigh title over synonym over heading over body`() throws {
    let entry = SearchEntry(
      SearchDocument(
        title: "Alpha one", href: "", summary: "", group: "", exact: ["ID-1"],
        synonyms: ["beta", "gamma two"], headings: ["Delta"], body: "often often often often once"))
    let levels = Dictionary(
      uniqueKeysWithValues: zip(
        (0..<entry.words.count).map { String(decoding: entry.words[$0], as: UTF8.self) },
        entry.places.map(\.level)))
    let wanted: [String: UInt8] = [
      "ALPHA": 6, "ALPHAONE": 5, "ID1": 5, "BETA": 5, "GAMMA": 4, "GAMMATWO": 5, "DELTA": 3,
      "OFTEN": 2, "ONCE": 0,
    ]
    for (word, level) in wanted { #expect(levels[word] == level, "\(word)") }
  }
}

extension Array where Element == SearchShards.Shard {
  fileprivate func joined(_ terms: (Element) -> [SearchTerm]) -> [SearchTerm] { flatMap(terms) }
}

/// Documents of made-up words, always the same.
private enum Articles {
  static func made(_ count: Int) -> [SearchDocument] {
    var state: UInt32 = 7
    func word() -> String {
      state = state &* 1_664_525 &+ 1_013_904_223
      // Few words are common and many are rare.
      var rank = state >> 16
      rank = rank * (rank >> 8) >> 12
      let letters = Array("etaoinshrdlu")
      var text = ""
      while rank > 0 || text.count < 2 {
        text.append(letters[Int(rank % 12)])
        rank /= 12
      }
      return text
    }
    func text(_ count: Int) -> String { (0..<count).map { _ in word() }.joined(separator: " ") }
    return (0..<count).map { number in
      SearchDocument(
        title: text(3), href: "\(number)/", summary: text(15), group: "Group \(number % 5)",
        exact: ["TST-\(number)"], synonyms: [text(2)], headings: [text(3)], body: text(200))
    }
  }
}
