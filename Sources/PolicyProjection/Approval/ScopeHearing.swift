package import PolicyModel

extension ApprovalJudge {
  /// What groups have said of one scope; `nil` asks for review rounds, whatever their number.
  func hearing(on scope: Scope, _ purpose: SignOff.Purpose?) -> Hearing {
    func isAbout(_ signOff: SignOff) -> Bool {
      matches(signOff.purpose, purpose) && signOff.digest(of: scope.rawValue) != nil
    }
    let lost = unproven.compactMap { record, refusal -> Hearing.Voice? in
      guard let signOff = record.signOff, isAbout(signOff) else { return nil }
      return .init(file: record, signOff: signOff, refusal: refusal)
    }
    let sound = proven.compactMap { record -> Hearing.Voice? in
      guard let signOff = record.signOff, signOff.verdict == .approve, isAbout(signOff) else {
        return nil
      }
      return .init(
        file: record, signOff: signOff, refusal: placeRefusal(of: signOff, on: scope),
        isToldByForge: judge.isToldByForge(record))
    }
    return Hearing(
      speakers: speakers(on: [scope]), scope: scope.rawValue, digest: snapshot.digests[scope],
      voices: lost + sound, objections: raised,
      replaced: snapshot.digests[scope].flatMap { superseded[scope]?[$0] },
      refuse: { otherGroup(of: $0).map { .actsForAnother(group: $0) } },
      isActing: { acting($0, besides: $1, for: purpose) })
  }

  private func matches(_ purpose: SignOff.Purpose, _ wanted: SignOff.Purpose?) -> Bool {
    if let wanted { return purpose == wanted }
    if case .round = purpose { return true }
    return false
  }

  /// Whether it was made for this version, and for a round that asks its group.
  private func placeRefusal(of signOff: SignOff, on scope: Scope) -> Refusal? {
    let isBoundToVersion = scope == .policy || scope == .release
    if isBoundToVersion, signOff.version != snapshot.version {
      return .otherVersion(signOff.version)
    }
    return judge.roundRefusal(of: signOff)
  }

  /// The group for which the reviewer acted first in the same round. What they wrote for a group that
  /// they cannot act for is a slip, and no act.
  package func otherGroup(of signOff: SignOff) -> String? {
    let group = group(of: signOff.reviewer, in: signOff.purpose, of: signOff.version)
    return group == signOff.group ? nil : group
  }

  private func group(
    of reviewer: String, in purpose: SignOff.Purpose, of version: Int
  ) -> String? {
    proven.compactMap(\.signOff)
      .filter {
        $0.reviewer == reviewer && $0.purpose == purpose && $0.version == version
          && judge.roundRefusal(of: $0) == nil
          && settings.members(of: $0.group).union(overrulers).contains($0.reviewer)
      }
      .min { $0.number < $1.number }?.group
  }

  /// Of these people, those who act for another group already where the next record would be.
  func acting(
    _ people: Set<String>, besides group: String, for purpose: SignOff.Purpose?
  ) -> Set<String> {
    guard let place = purpose ?? snapshot.openRound.map({ .round($0.number) }) else { return [] }
    return people.filter { person in
      self.group(of: person, in: place, of: snapshot.version).map { $0 != group } ?? false
    }
  }
}
