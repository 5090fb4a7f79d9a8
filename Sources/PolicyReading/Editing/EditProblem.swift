package import CommonMark

/// Why an edit was refused. Nothing was changed.
package struct EditProblem: Error, Sendable, Equatable {
  /// A sentence without its full stop, as headlines of findings are.
  package var message: String
  /// Where in the text that was to be edited.
  package var range: SourceRange

  package init(_ message: String, at range: SourceRange) {
    self.message = message
    self.range = range
  }
}
