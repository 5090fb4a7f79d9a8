/// Why nothing was signed.
package struct SigningError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, as a whole sentence.
  package let description: String
  /// What to do, as a whole sentence.
  package let help: String?

  package init(_ description: String, help: String? = nil) {
    self.description = description
    self.help = help
  }
}
