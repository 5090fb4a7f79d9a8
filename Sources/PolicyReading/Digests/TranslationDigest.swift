package import PolicyModel

extension ScopeDigest {
  /// The SHA-256 of what a translation says and of what it was made from: what a sign-off on it is bound
  /// to.
  package init(of translation: Translation) {
    let words = translation.words
    var form = NormalForm(tokens: words.tokens)
    form.add("form", Self.version)
    form.add("scope", translation.scope)
    for key in ["id", "title", "summary"] { form.add(key: key, of: words.facts) }
    for scope in Scope.allCases {
      if let digest = translation.origin[scope] {
        form.add("source \(scope.rawValue)", digest.value)
      }
    }
    for description in PartKind.descriptions where description.audience != .moderators {
      guard let part = words.part(description.kind) else { continue }
      form.add("part \(description.kind.rawValue)") { $0.add(part, of: words) }
    }
    self.init(hashing: form)
  }
}
