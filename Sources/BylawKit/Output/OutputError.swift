/// Why a site could not be written. Exit status 2.
package struct OutputError: Error, Sendable {
  package var message: String
  package var help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
