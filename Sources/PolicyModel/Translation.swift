package import CommonMark

/// What readers and customers see of a policy, in another language: one file.
package struct Translation: Sendable {
  /// A BCP 47 tag, as the file gives it.
  package var locale: Located<String>
  /// The title, the summary, the public parts and the e-mails. Keys that only the source has are missing.
  package var words: Policy
  /// The digests of the source from which it was made, by scope.
  package var origin: [Scope: Located<String>]
  /// Where `source` stands; `nil` where it is missing.
  package var originRange: SourceRange?

  package init(
    locale: Located<String>, words: Policy, origin: [Scope: Located<String>],
    originRange: SourceRange?
  ) {
    self.locale = locale
    self.words = words
    self.origin = origin
    self.originRange = originRange
  }

  /// The policy that it translates.
  package var id: String { words.id }

  /// What it was made from, without places.
  package var originDigests: [Scope: String] { origin.mapValues(\.value) }

  /// The name of the scope that a sign-off on it covers.
  package var scope: String { Self.scope(of: locale.value) }

  package static func scope(of locale: String) -> String { "translation:\(locale)" }

  /// Where the file of a translation stands.
  package static func path(of id: String, in locale: String) -> String {
    "policies/translations/\(id)/\(locale).md"
  }
}

extension Scope {
  /// The scopes that a translation puts into other words.
  package static func translated(of policy: String) -> [Scope] {
    policy == "common" ? common : [.policy, .article, .emails]
  }
}

extension [Scope: String] {
  /// Of these digests of a policy, those that its translations are made from.
  package func translated(of policy: String) -> [Scope: String] {
    filter { Scope.translated(of: policy).contains($0.key) }
  }
}
