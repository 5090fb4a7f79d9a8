import PolicyModel
import PolicyProjection

/// What is about to be signed, for the terminal: who says what of which words, and how these differ from
/// those that the group knows.
package struct SignReport: Sendable {
  let palette: Palette
  /// More lines than these are cut at the end of an entry, with the command that shows all.
  static let most = 120
  /// A text that is all new is shown in full where it is shorter than this.
  static let short = 24

  package init(palette: Palette) { self.palette = palette }

  package func text(_ job: SignJob) -> String {
    let group = job.desk.settings.workspace.groups[job.group]?.name ?? job.group
    var out = palette.strong("\(safe(job.desk.policy.id)), version \(job.desk.snapshot.version)")
    out += ": \(job.verdict.rawValue) for \(safe(group))\(words(job.purpose))\n"
    if let path = job.translationPath {
      out += "\nRead \(safe(path)) beside \(safe(job.desk.policy.source.path)).\n"
    }
    for record in job.takenBack {
      out += "\nThis takes your objection back: \(safe(record)).\n"
    }
    for reading in job.readings { out += "\n" + text(reading, job) }
    return out + "\n"
  }

  private func words(_ purpose: SignOff.Purpose) -> String {
    switch purpose {
    case .round(let number): ", round \(number)"
    case .urgent: ", a release without notice"
    case .retire: ", the end of the policy"
    case .translation: ", a translation"
    case .review: ""
    }
  }

  private func text(_ reading: SignReading, _ job: SignJob) -> String {
    let names = reading.scopes.map(\.rawValue).joined(separator: ", ")
    let scopes = palette.strong(names.isEmpty ? "translation" : names)
    guard let since = reading.since else { return scopes + new(reading, job) }
    guard !reading.redline.isEmpty else { return scopes + ": the same as \(safe(since)).\n" }
    return scopes + ": what differs from \(safe(since)):\n\n" + cut(reading)
  }

  private func new(_ reading: SignReading, _ job: SignJob) -> String {
    let all = redline.text(reading.redline)
    if all.split(separator: "\n", omittingEmptySubsequences: false).count <= Self.short {
      return ": all of it is new:\n\n" + all
    }
    var titles: [String] = []
    for entry in reading.redline.entries where !titles.contains(entry.place.title) {
      titles.append(entry.place.title)
    }
    let lines = Wrapping.lines(titles.map(safe).joined(separator: ", ") + ".", width: 90)
    return ": all of it is new to the group:\n" + lines.map { "  \($0)\n" }.joined()
      + "  Read it in \(safe(job.desk.policy.source.path)), or laid out with "
      + "`bylaw build --preview \(safe(job.desk.policy.id))`.\n"
  }

  private func cut(_ reading: SignReading) -> String {
    let all = redline.text(reading.redline)
    let count = all.count { $0 == "\n" }
    guard count > Self.most else { return all }
    var shown = ""
    var kept = 0
    for end in 1...max(1, reading.redline.entries.count) {
      let text = redline.text(Redline(entries: Array(reading.redline.entries.prefix(end))))
      guard text.count(where: { $0 == "\n" }) <= Self.most else { break }
      shown = text
      kept = end
    }
    let rest = reading.redline.entries.count - kept
    return shown + "\n  … and \(rest) more \(rest == 1 ? "change" : "changes"): "
      + "`\(safe(reading.command))` shows all.\n"
  }

  private var redline: RedlineText { RedlineText(width: 92, style: .terminal(palette)) }

  private func safe(_ text: String) -> String { TerminalText.safe(text) }
}
