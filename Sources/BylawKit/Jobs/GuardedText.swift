import PolicyModel
import PolicyReading
import PolicySite

/// What a text holds that is internal, and what stands for it in the memory of a build.
struct GuardedText: Sendable {
  let sentences: InternalSentences
  /// Of the sentences alone: whatever else changes in a text, no page needs be looked at again.
  let digest: String

  init(_ policy: Policy) {
    sentences = InternalSentences(of: policy)
    var digest = ContentDigest()
    for words in sentences.words.sorted(by: { ($0.hash, $0.count) < ($1.hash, $1.count) }) {
      digest.add("\(words.hash) \(words.count)")
    }
    self.digest = digest.hexadecimal
  }
}

extension BuildPlan {
  /// What is looked for on pages that are kept: sentences that no earlier build looked for, and those
  /// that were found where a published text had them too. `nil` where there are none.
  func guardOfKept(_ leakGuard: LeakGuard, _ texts: [GuardedText]) -> LeakGuard? {
    guard let earlier else { return nil }
    var words = earlier.open
    for text in texts where !earlier.texts.contains(text.digest) {
      words.formUnion(text.sentences.words)
    }
    guard !words.isEmpty else { return nil }
    let restricted = leakGuard.restricted(to: words)
    return restricted.sentences.isEmpty ? nil : restricted
  }
}
