import PolicyModel

/// What groups say of words with one digest: those of a scope, or those of a translation.
struct Hearing {
  /// An approval of these words, or a record that nobody has proven to be its maker's.
  struct Voice {
    var file: RecordFile
    var signOff: SignOff
    /// Why it counts for nobody, whatever its maker may do.
    var refusal: Refusal?
    /// Whether a forge made the commit that proves it.
    var isToldByForge = false

    /// The key that made it; where it has none, it is one of its own.
    var key: String {
      if case .valid(let key) = file.signature { key } else { file.name }
    }
  }

  private typealias Approval = (said: ScopeVerdict.GroupApproval, key: String)

  let speakers: Speakers
  /// The scope as records name it.
  let scope: String
  /// The words as they stand.
  let digest: String?
  let voices: [Voice]
  /// Those that may take an approval back.
  let objections: [RecordFile]
  /// The landing that replaced these words once: only records that came later bring them back.
  var replaced: Int?
  /// What else keeps a record of somebody who may speak from counting.
  var refuse: (SignOff) -> Refusal? = { _ in nil }
  /// Of those who may speak for a group, the ones who act for another.
  var isActing: (Set<String>, String) -> Set<String> = { _, _ in [] }

  /// What each group has said; each that approves has a person and a key of its own, where that is
  /// possible.
  func states(of groups: [String]) -> [ScopeVerdict.GroupState] {
    let opinions = groups.map(opinion)
    let chosen = DistinctPeople.choose(
      opinions.map { $0.approvals.map { ($0.said.reviewer, $0.key) } })
    var states: [ScopeVerdict.GroupState] = []
    for (index, opinion) in opinions.enumerated() {
      var state = opinion.state
      if let choice = chosen[index] {
        state.approval = opinion.approvals[choice].said
      } else {
        state.refused += opinion.approvals.map(\.said).map { approval in
          let other = states.first { $0.approval?.reviewer == approval.reviewer }?.group
          return .init(
            record: approval.record, reviewer: approval.reviewer,
            refusal: .countedAlready(group: other ?? groups[0]))
        }
      }
      states.append(state)
    }
    return states
  }

  /// With every approval that counts by itself, in the order of the voices.
  private func opinion(
    of group: String
  ) -> (state: ScopeVerdict.GroupState, approvals: [Approval]) {
    let needsStandIn = speakers.needsStandIn(group)
    var approvals: [Approval] = []
    var refused: [ScopeVerdict.RefusedRecord] = []
    for voice in voices where voice.signOff.group == group {
      let signOff = voice.signOff
      if let refusal = refusal(of: voice) {
        refused.append(
          .init(record: voice.file.name, reviewer: signOff.reviewer, refusal: refusal))
      } else {
        let said = ScopeVerdict.GroupApproval(
          group: group, reviewer: signOff.reviewer, record: voice.file.name,
          signed: signOff.signed, isStandIn: needsStandIn,
          isToldByForge: voice.isToldByForge)
        approvals.append((said, voice.key))
      }
    }
    let candidates = speakers.candidates(of: group)
    let state = ScopeVerdict.GroupState(
      group: group, approval: nil, refused: refused,
      candidates: candidates.subtracting(isActing(candidates, group)).sorted(),
      needsStandIn: needsStandIn)
    return (state, approvals)
  }

  private func refusal(of voice: Voice) -> Refusal? {
    let signOff = voice.signOff
    if let refusal = voice.refusal ?? speakers.refusal(of: signOff) ?? refuse(signOff) {
      return refusal
    }
    guard let said = signOff.digest(of: scope), said == digest else {
      return .stale(digest: signOff.digest(of: scope) ?? "")
    }
    if let replaced, (voice.file.landed ?? .max) <= replaced { return .superseded }
    return laterObjection(to: signOff).map { .takenBack(by: $0) }
  }

  /// An objection of the same person with the same number or a later one takes the approval back.
  private func laterObjection(to signOff: SignOff) -> String? {
    objections.first { record in
      guard let objection = record.signOff else { return false }
      return objection.reviewer == signOff.reviewer && objection.number >= signOff.number
        && objection.digest(of: scope) != nil
    }?.name
  }
}
