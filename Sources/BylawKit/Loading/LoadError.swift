package import PolicyModel

/// Why a job could not begin: no workspace, or settings that cannot be used. Exit status 2.
package struct LoadError: Error, Sendable {
  package var message: String
  package var help: String?
  /// What is wrong in `bylaw.yml`.
  package var findings: [Finding]

  package init(_ message: String, help: String? = nil, findings: [Finding] = []) {
    self.message = message
    self.help = help
    self.findings = findings
  }
}
