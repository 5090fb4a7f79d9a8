import PolicyModel

/// Every key of a translation's front-matter.
package enum TranslationSchema {
  package static let fields: [Field] = [
    Field("id", .slug, required: true, scope: .all, "The policy that it translates."),
    Field(
      "locale", .locale, required: true, "Its language: a tag that `locales` in bylaw.yml lists."),
    Field("title", .text(maximum: 120), required: true, "The policy's title."),
    Field("summary", .text(maximum: 300), "The rule in one sentence of plain words."),
    Field(
      "source", .record(source),
      "The digests of the words that it was made from. `bylaw check` prints the line."),
  ]

  /// One digest for each scope that is translated.
  private static let source = Scope.translated(of: "").map { scope in
    Field(scope.rawValue, .digest, "The digest of the source's scope `\(scope.rawValue)`.")
  }
}
