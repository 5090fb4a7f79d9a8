package import CommonMark

/// What is wrong with a file of a workspace's own theme: a value, which the caller makes a finding of.
package struct ThemeProblem: Sendable, Hashable {
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// A template or its styles that cannot be used at all.
    case template
    /// A name between braces for which there is no value.
    case field
    /// A page whose Markdown or whose front-matter cannot be read.
    case page
    /// A page without a title.
    case title
    /// A file that nothing reads.
    case stray
  }

  package var kind: Kind
  /// Within `site/`.
  package var path: String
  /// In the bytes of the file.
  package var range: SourceRange
  package var headline: String
  package var help: String?
}

/// What is wrong with one template, and where.
struct TemplateProblem: Hashable {
  var words: String
  var range: SourceRange
  var help: String?

  init(_ words: String, at range: SourceRange, help: String? = nil) {
    self.words = words
    self.range = range
    self.help = help
  }
}
