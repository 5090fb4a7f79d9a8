import PolicyModel
import PolicySite

/// A text that may hold something internal, and what stands for it in the memory of a build.
struct GuardedText: Sendable {
  var policy: Policy
  var digest: String
}

extension BuildPlan {
  /// What is looked for on pages that are kept: sentences of texts that no earlier build saw, and those
  /// that were found where a published text had them too. `nil` where there are none.
  func guardOfKept(_ leakGuard: LeakGuard, _ texts: [GuardedText]) -> LeakGuard? {
    guard let earlier else { return nil }
    var sentences = InternalSentences()
    for text in texts where !earlier.texts.contains(text.digest) {
      sentences.merge(InternalSentences(of: text.policy))
    }
    let restricted = leakGuard.restricted(to: sentences.words.union(earlier.open))
    return restricted.sentences.isEmpty ? nil : restricted
  }
}
