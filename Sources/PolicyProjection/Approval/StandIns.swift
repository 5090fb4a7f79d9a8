package import PolicyModel

extension ApprovalJudge {
  /// Whether a record is the yes of somebody who stands in for its group, as all members are authors.
  package func isStandIn(_ record: RecordFile) -> Bool {
    guard let signOff = record.signOff, signOff.verdict == .approve,
      judge.refusal(of: record) == nil
    else { return false }
    return signOff.digests.contains { digest in
      guard let scope = Scope(rawValue: digest.scope), snapshot.digests[scope] == digest.value
      else { return false }
      let speakers = speakers(on: [scope])
      return speakers.needsStandIn(signOff.group)
        && speakers.candidates(of: signOff.group).contains(signOff.reviewer)
    }
  }
}
