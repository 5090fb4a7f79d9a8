package import PolicyModel

/// Findings counted in words: `2 errors and 1 warning in 12 files`.
package enum Summary {
  package static func words(_ findings: [Finding], files: Int) -> String {
    let counts: [String] = [Severity.error, .warning, .advice, .note].compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, severity.rawValue, severity == .advice)
    }
    let inFiles = "in \(files) \(files == 1 ? "file" : "files")"
    guard !counts.isEmpty else { return "Nothing to mend \(inFiles)." }
    let list =
      counts.count == 1
      ? counts[0] : counts.dropLast().joined(separator: ", ") + " and " + counts[counts.count - 1]
    return "\(list) \(inFiles)."
  }

  private static func counted(_ count: Int, _ word: String, _ isUncountable: Bool) -> String {
    if isUncountable { return count == 1 ? "1 piece of advice" : "\(count) pieces of advice" }
    return "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
