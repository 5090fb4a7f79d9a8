/// What approval needs of one translation, as it stands in one tree.
package struct TranslationSnapshot: Sendable, Hashable, Codable {
  /// A BCP 47 tag.
  package var locale: String
  /// From the workspace's root.
  package var path: String
  package var blob: ObjectID
  package var digest: String
  /// The digests of the source from which it was made.
  package var origin: [Scope: String]

  package init(
    locale: String, path: String, blob: ObjectID, digest: String, origin: [Scope: String]
  ) {
    self.locale = locale
    self.path = path
    self.blob = blob
    self.digest = digest
    self.origin = origin
  }

  /// The scope that a sign-off on it names.
  package var scope: String { Translation.scope(of: locale) }
}
