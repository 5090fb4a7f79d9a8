import CommonMark
package import PolicyModel

/// Findings as a list for a forge.
package enum MarkdownReporter {
  package static func report(_ findings: [Finding]) -> String {
    guard !findings.isEmpty else { return "Nothing to mend.\n" }
    return findings.map { finding in
      let place = finding.location.map { "\(ForgeText.code("\($0.path):\($0.start.line)")) " } ?? ""
      let help = finding.help.map { " " + ForgeText.inline($0) } ?? ""
      return
        "- \(place)**\(finding.severity.rawValue)** \(ForgeText.inline(finding.headline)).\(help)\n"
    }.joined()
  }
}
