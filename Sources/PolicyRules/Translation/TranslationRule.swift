import CommonMark
package import PolicyModel

/// One rule about a translation: what it means, and how a translation is held to it. Like a
/// ``PolicyRule`` it sees values only.
package protocol TranslationRule: Sendable {
  static var description: RuleDescription { get }
  static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector)
}

/// A translation as the rules look at it.
package struct TranslationSubject: Sendable {
  package let translation: Translation
  /// What it translates; `nil` where there is no such policy, or it cannot be read.
  package let source: TranslationSource?
  /// Its words, as the rules about policies look at them.
  package let words: PolicySubject

  var workspace: Workspace { words.workspace }
  var facts: Policy.Facts { translation.words.facts }

  /// The source, where the translation was made from these very words: only then the two can be
  /// compared.
  var original: Policy? {
    guard let source, source.changes(since: translation.originDigests).isEmpty else { return nil }
    return source.policy
  }

  /// Where its e-mails begin, or else its front-matter.
  var emailsRange: SourceRange {
    translation.words.part(.emails)?.heading.range ?? facts.id.range
  }
}
