import PolicyHistory
import PolicyModel
import PolicyProjection

/// What every record is worth, for the terminal, and the commands with which anyone can look again.
package struct VerifyReport: Sendable {
  let palette: Palette

  package init(palette: Palette) { self.palette = palette }

  package func text(_ result: VerifyJob.Result) -> String {
    var out = ""
    for audit in result.policies {
      out += palette.strong(safe(audit.policy)) + ", version \(audit.version)\n"
      if audit.records.isEmpty { out += "  No records.\n" }
      for record in audit.records { out += lines(record) }
      out += "\n"
    }
    for problem in result.lists {
      out += palette.bad("\(problem.path):\(problem.line)") + ": " + safe(problem.sentence) + "\n"
    }
    for unread in result.unread {
      out += palette.bad(safe(unread.policy)) + " was not looked at: \(safe(unread.reason))\n"
    }
    return out + summary(result) + "\n"
  }

  private func lines(_ record: RecordStanding) -> String {
    let word = record.state.rawValue
    let gap = String(repeating: " ", count: max(0, 6 - word.utf8.count))
    let shown = record.isProblem || record.state == .stale ? palette.bad(word) : word
    var out = "  \(shown)\(gap)  \(safe(record.record))\n"
    func add(_ text: String) {
      for line in Wrapping.lines(safe(text), width: 86) {
        out += "          " + palette.faint(line) + "\n"
      }
    }
    if record.state == .counts, !record.scopes.isEmpty {
      add("for " + record.scopes.map(\.rawValue).joined(separator: ", "))
    }
    if record.isStandIn, let group = record.signOff?.group {
      add(ScopeVerdict.standingIn(for: group))
    }
    if record.isToldByForge { add(ScopeVerdict.toldByForge) }
    if let reason = record.reason { add(reason + ".") }
    if record.isMadeGood, record.state == .void || record.state == .lost {
      add("A later record of the same reviewer counts.")
    } else if record.isProblem || record.state == .stale, let help = record.help {
      add(help)
    }
    if record.commit == nil { add("It is not committed yet.") }
    return out
  }

  private func summary(_ result: VerifyJob.Result) -> String {
    let all = result.policies.flatMap(\.records)
    let states: [RecordStanding.State] = [.counts, .stands, .heard, .past, .stale, .void, .lost]
    let counts = states.compactMap { state -> String? in
      let count = all.count { $0.state == state }
      return count == 0 ? nil : "\(count) \(state.rawValue)"
    }
    let records = "\(all.count) \(all.count == 1 ? "record" : "records")"
    return counts.isEmpty ? "\(records)." : "\(records): \(counts.joined(separator: ", "))."
  }

  /// A script for a POSIX shell, to be run in the workspace's folder. It leaves no file behind, ends with
  /// a count, and its status is 0 where every signature is good.
  package static func commands(_ result: VerifyJob.Result) -> String {
    var lines = [
      "signature=$(mktemp)", "trap 'rm -f \"$signature\"' EXIT", "good=0", "bad=0",
    ]
    for audit in result.policies {
      for record in audit.records where record.key != nil {
        guard let signOff = record.signOff else { continue }
        lines.append("# \(TerminalText.safe(record.record))")
        let commands = AuditCommands(
          record: "\(WorkingRecords.folder(of: audit.policy))/\(record.record)",
          reviewer: signOff.reviewer, signers: VerifyJob.signers, revoked: result.revokedKeys)
        lines += [
          commands.extract, "if \(commands.verify)",
          "then good=$((good + 1)); else bad=$((bad + 1)); fi",
        ]
      }
    }
    lines += ["echo \"$good good, $bad not.\"", "test \"$bad\" -eq 0"]
    return lines.map { $0 + "\n" }.joined()
  }

  private func safe(_ text: String) -> String { TerminalText.safe(text) }
}
