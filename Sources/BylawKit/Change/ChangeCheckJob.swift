import PolicyHistory
package import PolicyModel
package import PolicyProjection
import PolicyReading
import PolicyRules

/// Judges what HEAD would land on a base.
package struct ChangeCheckJob: Sendable {
  package var checked: CheckedWorkspace
  package var base: String
  package var today: CalendarDate

  package init(checked: CheckedWorkspace, base: String, today: CalendarDate) {
    self.checked = checked
    self.base = base
    self.today = today
  }

  package struct Result: Sendable {
    package var findings: [Finding]
    package var report: ChangeReport
    /// By policy: what its words change, compared with what is in force, else approved.
    package var redlines: [String: Redline]
    /// By record: what changed since it was signed.
    package var since: [String: Redline]
    /// Names for groups.
    package var groups: [String: String]
  }

  /// Throws a `GitError` where history cannot be asked, or the base is not there.
  package func run() async throws -> Result {
    let folder = checked.folder
    let change = try await BranchHistory.load(
      folder.root, base: base, timeZone: folder.settings.organization.timeZone, today: today)
    let history = change.history
    let gates = LandedGates(history: history, pages: Set(checked.theme.pageNames))
    let all = history.judgements + change.judgements
    let proposed = history.judgements.count
    let judges = gates.judges(of: all, from: proposed, line: change.line)
    var reports: [LandedPolicy: GateReport] = [:]
    var terms: [LandedPolicy: [GateCondition]] = [:]
    for judgement in change.judgements where judgement.amended != nil {
      terms[.init(commit: change.branch.head, policy: judgement.policy)] =
        judges[judgement.policy]?.brokenTerms
    }
    for judgement in change.judgements {
      guard let row = LandedGates.row(of: judgement), let judge = judges[judgement.policy] else {
        continue
      }
      reports[.init(commit: change.branch.head, policy: judgement.policy)] = judge.report(
        for: row.gate ?? .performable, isUrgent: row.isUrgent)
    }
    let result = HistoryChecker(
      gates: reports, brokenTerms: terms,
      acknowledged: history.settings?.workspace.lifecycle.acknowledged ?? [],
      areProposed: true, settings: history.settings, words: history.ruleWords
    ).check(all, from: proposed)
    let findings = ChangeFindings(
      change: change, base: base, timeZone: folder.settings.organization.timeZone, today: today
    ).all
    let texts = ChangeTexts(change: change, today: today)
    return Result(
      findings: (findings + result.findings).sorted(),
      report: ChangeReport(change, subjects: result.subjects, judges: judges, day: today),
      redlines: texts.redlines, since: texts.since,
      groups: folder.settings.groups.mapValues(\.name))
  }
}

/// What the words of a branch change.
struct ChangeTexts {
  let change: BranchHistory
  let today: CalendarDate

  private var history: WorkspaceHistory { change.history }

  /// A policy that is new and nowhere approved has none: everything in it is an addition.
  var redlines: [String: Redline] {
    var redlines: [String: Redline] = [:]
    for judgement in change.judgements {
      guard let new = text(judgement) else { continue }
      let line = change.line(of: judgement.policy)
      guard let old = line.inForce(on: today) ?? line.latestCandidate(),
        let before = history.text(of: old)
      else { continue }
      redlines[judgement.policy] = Redline(from: before, to: new)
    }
    return redlines
  }

  /// For each stale record whose words were found.
  var since: [String: Redline] {
    var since: [String: Redline] = [:]
    for judgement in change.judgements {
      guard let judge = judgement.judge, let new = text(judgement) else { continue }
      for record in judge.proven {
        guard let signOff = record.signOff,
          let scopes = staleScopes(of: signOff, judge), !scopes.isEmpty,
          let old = history.loaded.snapshots.text(of: judgement.policy, saying: signOff, scopes),
          let before = history.text(of: old, headings: judge.settings.workspace.headings)
        else { continue }
        since[record.name] = Redline(from: before, to: new).restricted(to: Set(scopes))
      }
    }
    return since
  }

  private func staleScopes(of signOff: SignOff, _ judge: ApprovalJudge) -> [Scope]? {
    guard signOff.verdict == .approve else { return nil }
    return signOff.digests.compactMap { digest in
      guard let scope = Scope(rawValue: digest.scope) else { return nil }
      return judge.snapshot.digests[scope] == digest.value ? nil : scope
    }
  }

  private func text(_ judgement: Judgement) -> Policy? {
    judgement.after.flatMap {
      history.text(of: $0, headings: judgement.judge?.settings.workspace.headings ?? [:])
    }
  }
}
