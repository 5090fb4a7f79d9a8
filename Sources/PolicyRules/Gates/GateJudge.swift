import CommonMark
package import PolicyModel
package import PolicyProjection

/// Evaluates the gates of one policy as it stands in one tree. Gates are cumulative: each asks for all
/// that the earlier ones ask for, on the current words.
package struct GateJudge: Sendable {
  /// Who approved what.
  package var judge: ApprovalJudge
  /// What landed before: approvals that still stand.
  package var line: PolicyLine
  /// The errors that the policy would have once it has passed a gate.
  package var content: [Gate: [Finding]]
  /// The class that the redline proposes for this version; `nil` where it could not be computed.
  package var proposedClass: Policy.Change.Class?
  /// The first entry in `changes` for this version.
  package var change: Policy.Change?
  /// The day on which the step is taken.
  package var day: CalendarDate
  /// The day on which the words land; `nil` for that of the step.
  package var landingDay: CalendarDate?
  /// When the text in force is due for its review; the gate *living* asks, and no other.
  package var review: ReviewSchedule?

  package init(
    judge: ApprovalJudge, line: PolicyLine, content: [Gate: [Finding]],
    proposedClass: Policy.Change.Class?, change: Policy.Change?, day: CalendarDate
  ) {
    self.judge = judge
    self.line = line
    self.content = content
    self.proposedClass = proposedClass
    self.change = change
    self.day = day
  }

  var snapshot: PolicySnapshot { judge.snapshot }
  var requirements: Lifecycle.Requirements {
    judge.settings.requirements(for: snapshot.theme)
  }
  var owner: [String] { snapshot.owner.map { [$0] } ?? [] }

  /// The gate with all earlier ones. An urgent release needs the sign-offs of `lifecycle.urgent` in
  /// place of rounds and notice. *Living* asks for what a released version owes, and until there is one
  /// for what its release lacks.
  package func report(for gate: Gate, isUrgent: Bool = false) -> GateReport {
    let to: Stage =
      switch gate {
      case .comprehensive: .development
      case .goodFit: .implementation
      case .performable, .living: .iteration
      }
    if gate == .living, let released = line.latestCandidate(of: snapshot.version) {
      return GateReport(
        policy: snapshot.id, version: snapshot.version, stage: snapshot.stage, gate: gate, to: to,
        conditions: living(released))
    }
    guard snapshot.id != "common" else {
      return GateReport(
        policy: snapshot.id, version: snapshot.version, stage: snapshot.stage, gate: gate, to: to,
        conditions: ofCommon)
    }
    var conditions: [GateCondition] = []
    for earlier in Gate.allCases where earlier.stage <= min(gate.stage, .implementation) {
      conditions +=
        isUrgent && !isBeforeImplementation ? contentOnly(of: earlier) : all(of: earlier)
    }
    if isUrgent { conditions.append(urgentApprovals) }
    return GateReport(
      policy: snapshot.id, version: snapshot.version, stage: snapshot.stage, gate: gate, to: to,
      conditions: conditions)
  }

  /// Whether the ordinary gate to implementation is still ahead, which no urgency passes.
  var isBeforeImplementation: Bool {
    snapshot.stage == .research || snapshot.stage == .development
  }

  /// `common.md` has no gates to pass: its words wait for those who sign them, and for nothing else.
  private var ofCommon: [GateCondition] {
    [contentCondition(.comprehensive, title: "The file has no error")]
      + snapshot.scopes.map { approval(of: $0) } + [objections]
  }

  private func contentOnly(of gate: Gate) -> [GateCondition] { [contentCondition(gate)] }

  func all(of gate: Gate) -> [GateCondition] {
    let content = contentCondition(gate)
    return switch gate {
    case .comprehensive: [content]
    case .goodFit:
      [content, rounds(of: gate), approval(of: .policy), objections]
    case .performable:
      [content, rounds(of: gate), changeClass, notice]
        + [Scope.article, .workflow, .emails, .release].map { approval(of: $0) }
    case .living: []
    }
  }

  private func contentCondition(_ gate: Gate, title: String? = nil) -> GateCondition {
    let title = title ?? "The file holds what “\(gate.adjective)” asks for"
    guard let findings = content[gate] else {
      return GateCondition(
        "content-\(gate.slug)", .notEvaluated, title, detail: "The file could not be read.",
        who: owner, command: "bylaw check \(snapshot.path)")
    }
    return GateCondition(
      "content-\(gate.slug)", title,
      of: findings.map { finding in
        let place = finding.location.map { "\($0.path):\($0.start.line)" } ?? snapshot.path
        return GateCondition(
          finding.rule.name, .unmet, finding.headline, detail: finding.help, who: owner,
          command: "edit \(place)")
      })
  }
}

extension Gate {
  /// For ids.
  package var slug: String { self == .goodFit ? "good-fit" : rawValue }
}
