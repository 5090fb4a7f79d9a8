package import CommonMark
package import PolicyModel

/// The sentences of six words or more that stand in internal parts of policies.
package struct InternalSentences: Sendable {
  /// Shorter ones are too common to mean anything.
  static let minimumWords = 6
  /// A list of rule ids is no sentence: so many words must differ, and so long must they be on
  /// average, with what parts them.
  static let minimumDistinct = 4
  static let meanLength = 4

  package struct Sentence: Sendable, Hashable {
    var hash: UInt64
    var count: Int
    package var path: String
    /// Where it stands in the policy file.
    package var range: SourceRange

    /// Its words, wherever they stand.
    package struct Words: Sendable, Hashable {
      package var hash: UInt64
      package var count: Int

      package init(hash: UInt64, count: Int) {
        self.hash = hash
        self.count = count
      }
    }

    package var words: Words { Words(hash: hash, count: count) }
  }

  /// By the hash of the first six words.
  private(set) var byStart: [UInt64: [Sentence]] = [:]
  /// Most runs of words begin nothing internal, and one look here says so.
  private var filter = BitFilter()

  package init() {}

  /// What one policy keeps internal. E-mails are written for customers, so they are not.
  package init(of policy: Policy) {
    for part in policy.parts {
      guard part.kind.map({ $0.description.audience == .moderators }) ?? true else { continue }
      part.blocks.forEachText { inlines, range in
        add(inlines.plainText, policy.source.path, range)
      }
    }
    for evidence in policy.facts.research {
      switch evidence.content {
      case .finding(let title, _, let finding):
        add(title, policy.source.path, evidence.range)
        add(finding, policy.source.path, evidence.range)
      case .notApplicable(let reason): add(reason, policy.source.path, evidence.range)
      }
    }
    for change in policy.facts.changes {
      if let reason = change.classReason { add(reason, policy.source.path, change.range) }
    }
    for round in policy.facts.rounds {
      for answer in round.answers { add(answer.text, policy.source.path, round.range) }
    }
    for milestone in policy.facts.history {
      if let reason = milestone.reason { add(reason, policy.source.path, milestone.range) }
    }
  }

  package mutating func merge(_ other: InternalSentences) {
    byStart.merge(other.byStart) { $0 + $1 }
    filter = BitFilter()
  }

  /// To be asked before many files are searched.
  package mutating func seal() { filter = BitFilter(of: byStart.keys) }

  /// Those whose words are among `words`.
  package func restricted(to words: Set<Sentence.Words>) -> InternalSentences {
    var some = InternalSentences()
    some.byStart = byStart.compactMapValues { sentences in
      let kept = sentences.filter { words.contains($0.words) }
      return kept.isEmpty ? nil : kept
    }
    return some
  }

  /// The words of all of them.
  package var words: Set<Sentence.Words> { Set(byStart.values.joined().map(\.words)) }

  package var isEmpty: Bool { byStart.isEmpty }

  private mutating func add(_ text: String, _ path: String, _ range: SourceRange) {
    for sentence in text.utf8.split(whereSeparator: { ".!?;:\n".utf8.contains($0) }) {
      let hashes = WordHashes(text: sentence)
      guard hashes.words.count >= Self.minimumWords, !Self.namesOnlyRules(sentence),
        Set(hashes.words).count >= Self.minimumDistinct,
        sentence.count >= hashes.words.count * Self.meanLength
      else { continue }
      byStart[hashes.run(from: 0, count: Self.minimumWords), default: []].append(
        Sentence(
          hash: hashes.run(from: 0, count: hashes.words.count), count: hashes.words.count,
          path: path, range: range))
    }
  }

  /// Ids of rules are public, also where many stand in a row.
  private static func namesOnlyRules(_ sentence: Substring.UTF8View) -> Bool {
    let (capitals, digits) = (
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9")
    )
    return sentence.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }.allSatisfy { id in
      let parts = id.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard parts.count == 2, let first = parts[0].first, capitals.contains(first) else {
        return false
      }
      return parts[0].allSatisfy { capitals.contains($0) || digits.contains($0) }
        && !parts[1].isEmpty && parts[1].allSatisfy(digits.contains)
    }
  }

  /// The internal sentences that `hashes` hold, each once.
  func found(in hashes: WordHashes) -> [Sentence] {
    guard !byStart.isEmpty, hashes.words.count >= Self.minimumWords else { return [] }
    var found: Set<Sentence> = []
    for start in 0...(hashes.words.count - Self.minimumWords) {
      let run = hashes.run(from: start, count: Self.minimumWords)
      guard filter.mayHold(run), let sentences = byStart[run] else { continue }
      for sentence in sentences where start + sentence.count <= hashes.words.count {
        if hashes.run(from: start, count: sentence.count) == sentence.hash {
          found.insert(sentence)
        }
      }
    }
    return found.sorted { ($0.path, $0.range.lowerBound) < ($1.path, $1.range.lowerBound) }
  }
}
