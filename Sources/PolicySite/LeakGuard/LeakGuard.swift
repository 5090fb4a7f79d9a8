import CommonMark
import PolicyModel
package import PolicyProjection

/// Searches what was built for the public: no internal sentence, and nobody's address.
///
/// The pages are made from a type that has no internal field, so a hit means that a template, a page
/// or an author brought internal words out. The build then publishes nothing.
package struct LeakGuard: Sendable {
  package enum Leak: Sendable, Hashable {
    case sentence(InternalSentences.Sentence, page: String)
    case address(String, page: String)
  }

  package private(set) var sentences: InternalSentences
  private let addresses: [[UInt8]]
  /// The addresses that are meant for the public.
  private let open: [[UInt8]]
  private let publication: Publication
  private var published = PublishedWords()

  package init(publication: Publication, sentences: InternalSentences) {
    self.publication = publication
    self.sentences = sentences
    self.sentences.seal()
    let workspace = publication.workspace
    let feedback = (workspace.sites.feedback ?? "").replacing("mailto:", with: "")
      .prefix { $0 != "?" }
    let open = [workspace.organization.contact.lowercased(), feedback.lowercased()]
    self.open = open.map { Array($0.utf8) }
    addresses = workspace.people.flatMap { [$0.key] + $0.value.also }
      .filter { !open.contains($0) }.sorted().map { Array($0.utf8) }
  }

  /// The same guard, which looks only for sentences of these words, and for addresses.
  package func restricted(to words: Set<InternalSentences.Sentence.Words>) -> LeakGuard {
    var guarding = self
    guarding.sentences = sentences.restricted(to: words)
    guarding.sentences.seal()
    guarding.published = PublishedWords()
    return guarding
  }

  /// What `file` of the help site gives away.
  package func leaks(in file: OutputFile) -> [Leak] { findings(in: file).leaks }

  /// The same; and the internal sentences that it may hold, because a published text has them too.
  package func findings(
    in file: OutputFile
  ) -> (leaks: [Leak], open: Set<InternalSentences.Sentence.Words>) {
    var leaks: [Leak] = []
    var published: Set<InternalSentences.Sentence.Words> = []
    if file.bytes.contains(UInt8(ascii: "@")) {
      for address in addresses where contains(file.bytes, address) {
        leaks.append(.address(String(decoding: address, as: UTF8.self), page: file.path))
      }
    }
    var found: [InternalSentences.Sentence]
    if file.path.hasSuffix(".html") || file.path.hasSuffix(".xml") {
      found = sentences.found(in: WordHashes(html: file.bytes))
      for sentence in sentences.found(in: WordHashes(attributesOf: file.bytes))
      where !found.contains(sentence) { found.append(sentence) }
    } else if file.path.hasSuffix(".json") || file.path.hasSuffix(".js") {
      found = sentences.found(in: WordHashes(json: file.bytes))
    } else {
      found = sentences.found(in: WordHashes(text: file.bytes))
    }
    for sentence in found {
      if isPublished(sentence) {
        published.insert(sentence.words)
      } else {
        leaks.append(.sentence(sentence, page: file.path))
      }
    }
    return (leaks, published)
  }

  /// Whether a published text holds the sentence as well: then it is no secret. All texts are read once,
  /// when this is asked for the first time.
  private func isPublished(_ sentence: InternalSentences.Sentence) -> Bool {
    published.contains(sentence.words) { publishedWords }
  }

  private var publishedWords: Set<InternalSentences.Sentence.Words> {
    var words: Set<InternalSentences.Sentence.Words> = []
    func read(_ text: String) {
      for sentence in sentences.found(in: WordHashes(text: text.utf8)) {
        words.insert(sentence.words)
      }
    }
    func read(_ policy: Policy) {
      let facts = policy.facts
      for text in [facts.title?.value, facts.summary?.value] + facts.changes.map(\.summary) {
        read(text ?? "")
      }
      for part in policy.parts where part.kind?.description.audience == .everyone {
        read(part.blocks.plainText)
      }
    }
    for entry in publication.entries {
      read(entry.policy)
      for version in entry.versions { read(version.policy) }
      read(entry.retired?.reason ?? "")
    }
    for translation in publication.entries.flatMap(\.translations) + publication.commonTranslations
    {
      read(translation.text.words)
    }
    if let common = publication.common { read(common) }
    return words
  }

  /// Whether an address stands in `bytes`, other than as the end of one that is open.
  private func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    for start in 0...(bytes.count - needle.count) where (bytes[start] | 0x20) == (first | 0x20) {
      let end = start + needle.count
      guard Self.isSame(bytes[start..<end], needle) else { continue }
      let isOpen = open.contains { open in
        open.count <= end && open.count > needle.count
          && Self.isSame(bytes[(end - open.count)..<end], open)
      }
      if !isOpen { return true }
    }
    return false
  }

  private static func isSame(_ bytes: ArraySlice<UInt8>, _ other: [UInt8]) -> Bool {
    zip(bytes, other).allSatisfy { ($0 | 0x20) == ($1 | 0x20) }
  }
}
