import PolicyModel
import PolicyProjection

extension GateJudge {
  /// What a policy that was ever published needs before it ends: the word of `lifecycle.retire` on when
  /// and why.
  package var retirement: GateReport {
    GateReport(
      policy: snapshot.id, version: snapshot.version, stage: snapshot.stage, gate: .living,
      to: .retired,
      conditions: [
        condition(
          for: judge.verdict(of: .retire, purpose: .retire), purpose: .retire)
      ])
  }
}
