/// The files that the search page loads; they lie beside it in `search/`.
///
/// Each is a classic script that sets `bylaw`, for `site/assets/search.js` to read:
/// - `meta.js`: `at`, the folder of the rest, and `starts`, where each shard starts;
/// - `<at>/w<start>.js`: a shard of words, each with its documents;
/// - `<at>/d<n>.js`: title, address, summary, theme and ids of the documents 4n to 4n + 3, the first
///   of which is 1.
///
/// The folder is named by a digest of the documents in their order. A page that was open, or in a
/// cache, while the site was replaced finds no shard of another order and says that it cannot search.
package enum SearchIndex {
  package typealias File = (path: String, bytes: [UInt8])

  static let block = 4
  private static let longestSummary = 160

  package static func files(for documents: [SearchDocument]) -> [File] {
    files(for: documents.map(SearchEntry.init))
  }

  /// The words of a query or a text, as both sides see them.
  package static func words(in text: String) -> [String] { SearchWords.words(in: text) }

  /// The order of the entries breaks ties: by theme, then by title, reads best.
  package static func files(for entries: [SearchEntry]) -> [File] {
    let shards = SearchShards(SearchPostings(entries), documents: entries.count).shards
    let folder = digest(of: entries)
    var files: [File] = [("search/meta.js", meta(folder, shards).bytes)]
    for start in stride(from: 0, through: entries.count, by: block) {
      let script = SearchScript { script in
        script.addList(start..<min(start + block, entries.count + 1)) { script, number in
          if number == 0 { script.add("0") } else { add(entries[number - 1].document, to: &script) }
        }
      }
      files.append(("search/\(folder)/d\(start / block).js", script.bytes))
    }
    for shard in shards {
      let script = SearchScript { script in
        script.addList(shard.terms) { script, term in
          script.add("[\"")
          script.add(term.name)
          script.add("\",\"")
          script.add(term.value)
          script.add("\"]")
        }
      }
      let start = String(decoding: shard.start, as: UTF8.self)
      files.append(("search/\(folder)/w\(start).js", script.bytes))
    }
    return files
  }

  private static func meta(_ folder: String, _ shards: [SearchShards.Shard]) -> SearchScript {
    SearchScript { script in
      script.add("{at:\"\(folder)/\",starts:\"")
      script.add(Array(shards.map(\.start).joined(separator: [UInt8(ascii: " ")])))
      script.add("\".split(\" \")}")
    }
  }

  private static func add(_ document: SearchDocument, to script: inout SearchScript) {
    script.add("[")
    let texts = ["../" + document.href, shortened(document.summary), document.group]
    script.addString(document.title)
    for text in texts {
      script.add(",")
      script.addString(text)
    }
    script.add(",{")
    for (index, id) in (document.exact + document.names).enumerated() {
      if index > 0 { script.add(",") }
      script.addString(String(decoding: SearchWords.name(id), as: UTF8.self))
      script.add(":")
      script.addString(id)
    }
    script.add("}]")
  }

  /// FNV-1a: no secret hangs on it.
  private static func digest(of entries: [SearchEntry]) -> String {
    var hash = SearchWordTable.emptyHash
    for entry in entries {
      hash = SearchWordTable.hash(entry.document.href.utf8.reduce(hash, SearchWordTable.hash), 0xFF)
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Cut between words, so that a page of results stays small.
  private static func shortened(_ summary: String) -> String {
    guard summary.utf8.count > longestSummary, summary.count > longestSummary else {
      return summary
    }
    let cut = summary.prefix(longestSummary)
    let end = cut.lastIndex(of: " ") ?? cut.endIndex
    return cut[..<end] + "…"
  }
}
