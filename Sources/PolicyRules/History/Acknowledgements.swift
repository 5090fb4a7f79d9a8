import PolicyModel

/// `lifecycle.acknowledged`: findings about the past that the workspace knows of.
struct Acknowledgements {
  private let entries: [Lifecycle.Acknowledged]

  init(_ entries: [Lifecycle.Acknowledged]) { self.entries = entries }

  /// Each finding that is named becomes a note, and says why it stands.
  func applied(to findings: [HistoryFindings.Entry]) -> [Finding] {
    findings.map { entry in
      guard let known = entries.first(where: { Self.names($0, entry) }) else {
        return entry.finding
      }
      var finding = entry.finding
      finding.severity = .note
      finding.notes.append(.init("Acknowledged: \(known.reason)"))
      return finding
    }
  }

  func unused(by findings: [HistoryFindings.Entry]) -> [Lifecycle.Acknowledged] {
    entries.filter { known in !findings.contains { Self.names(known, $0) } }
  }

  /// The commit by its whole name, or by at least seven of its first digits.
  private static func names(
    _ known: Lifecycle.Acknowledged, _ entry: HistoryFindings.Entry
  ) -> Bool {
    let commit = known.commit.lowercased()
    return known.rule == entry.finding.rule && commit.utf8.count >= 7
      && entry.landing.commit.hex.hasPrefix(commit)
  }
}
