import CommonMark
package import PolicyModel

/// A policy as the rules look at it: the policy, what surrounds it, and what several rules ask for,
/// gathered once.
package struct PolicySubject: Sendable {
  package let policy: Policy
  package let context: CheckContext
  /// Links, images and raw HTML, with where they stand.
  let references: TextSurvey
  let letters: [Letter]
  /// The rules that reading the file has broken already.
  let broken: Set<RuleID>

  init(policy: Policy, context: CheckContext, reading: [Finding] = []) {
    self.policy = policy
    self.context = context
    references = TextSurvey(of: policy)
    letters = policy.messages.map { Letter($0, in: policy) }
    broken = Set(reading.map(\.rule))
  }

  var workspace: Workspace { context.workspace }
  var facts: Policy.Facts { policy.facts }
  var text: SourceText { policy.source.text }

  /// Where the stage stands: what a gate asks for and the file lacks is reported there.
  var stageRange: SourceRange { facts.stage?.range ?? facts.id.range }

  /// Every action that the ladder or the decision can lead to, mildest first.
  var actions: [EnforcementAction] {
    var actions = Set(policy.ladder?.actions ?? [])
    for step in policy.decision?.steps ?? [] {
      for case .action(let action) in step.answers.map(\.target) { actions.insert(action) }
    }
    return actions.sorted()
  }

  /// Whether the policy, or `common.md` for it, has a letter of that kind.
  func hasMessage(_ kind: MessageKind) -> Bool {
    policy.message(kind) != nil || context.common?.message(kind) != nil
  }

  /// The severities that the ladder knows, or else the severity table.
  var severities: Set<Int> {
    policy.ladder.map { Set($0.rows.map(\.severity)) } ?? Set(policy.severities.map(\.number))
  }

  /// Whether something in one of those areas could not be read, so that what seems to be missing
  /// may only be misspelled.
  func isBroken(_ rules: RuleID...) -> Bool {
    !broken.isEmpty && rules.contains { broken.contains($0) }
  }

  func location(_ range: SourceRange) -> Location { policy.source.location(range) }
}

extension Gate {
  /// Why something is asked for.
  var demand: String { "The gate “\(adjective)” asks for it." }
}
