package import PolicyModel

/// Advice only: translations never stand in the way of their source.
package enum TranslationStale: TranslationRule {
  package static let description = RuleDescription(
    "translation-stale", .fixed(.advice), "A translation is made from the words as they stand.",
    why:
      "Its readers go by what the policy said before. The page tells them so until it is brought up "
      + "to date.",
    failing: .translation(
      .frontMatter(
        "source: {policy: \(other), article: \(other), emails: \(other)}")),
    passing: .translation(.frontMatter("title: Unwanted advertising")))

  private static let other = "sha256:" + String(repeating: "0", count: 64)

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    guard let source = subject.source else { return }
    let translation = subject.translation
    let changed = source.changes(since: translation.originDigests)
      .filter { translation.origin[$0] != nil }
    guard !changed.isEmpty else { return }
    let names = changed.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    findings.report(
      description, at: changed.compactMap { translation.origin[$0]?.range }.first ?? 0..<0,
      "\(names) of `\(translation.id)` \(changed.count == 1 ? "is" : "are") not as when this "
        + "translation was made",
      notes: [.init("The source is \(source.policy.source.path).")],
      help: "Bring the words up to date, then write: source: \(source.line)")
  }
}
