package import PolicyModel

/// How a review round stands, by its records.
package struct RoundStatus: Sendable, Hashable, Codable {
  package struct Voice: Sendable, Hashable, Codable {
    package var record: String
    package var reviewer: String
    package var verdict: SignOff.Verdict
    package var signed: CalendarDate
    package var text: String
    /// Whether the author has answered it in `answers`.
    package var isAnswered: Bool
    /// Whether a forge made the commit that proves the record, for the reviewer.
    package var isToldByForge: Bool
    /// Whether it is about other words than the round asks about now.
    package var isStale: Bool
  }

  package struct GroupStatus: Sendable, Hashable, Codable {
    package var group: String
    /// What the round asks of it.
    package var scopes: [Scope]
    /// What was said for it in this round, in the order of the reviewers' numbers. The word of an author is
    /// heard, and is not the group's.
    package var voices: [Voice]
    /// Whether it has approved or objected, on the words as they stand.
    package var hasSpoken: Bool
    package var hasApproved: Bool
    /// Members who wrote none of it, and act for no other group in the round.
    package var candidates: [String]
  }

  package var round: PolicySnapshot.Round
  package var groups: [GroupStatus]
  /// Records of this round that do not count.
  package var refused: [ScopeVerdict.RefusedRecord]

  package var waitingFor: [GroupStatus] { groups.filter { !$0.hasSpoken } }
  /// Objections and comments that have no answer yet.
  package var unanswered: [Voice] {
    groups.flatMap(\.voices).filter {
      ($0.verdict == .requestChanges || $0.verdict == .comment) && !$0.isAnswered
    }
  }
  package var canClose: Bool { waitingFor.isEmpty && unanswered.isEmpty && !groups.isEmpty }
  /// What the records come to once every group has spoken.
  package var outcome: Policy.ReviewRound.Outcome {
    groups.allSatisfy(\.hasApproved) ? .approved : .changesRequested
  }
}

extension ApprovalJudge {
  /// The scopes of a round on which a group speaks: those whose gate asks it, or all for a group that was
  /// added.
  package func scopes(of round: PolicySnapshot.Round, for group: String) -> [Scope] {
    let all = round.scopes.compactMap(Scope.init(rawValue:))
    let asked = all.filter {
      groups(for: $0).contains(group)
    }
    return asked.isEmpty ? all : asked
  }

  /// By the records of the round that are proven and made by members who wrote none of it.
  package func status(of round: PolicySnapshot.Round) -> RoundStatus {
    var refused = unproven.compactMap { record, refusal -> ScopeVerdict.RefusedRecord? in
      guard let signOff = record.signOff else {
        // What cannot be read says by its name alone for which round it was meant.
        let isMeant = record.name.hasPrefix("v\(round.version)-r\(round.number)-")
        return isMeant ? .init(record: record.name, reviewer: "", refusal: refusal) : nil
      }
      guard signOff.purpose == .round(round.number) else { return nil }
      return .init(record: record.name, reviewer: signOff.reviewer, refusal: refusal)
    }
    let inTime = proven.filter { ($0.landed ?? .max) <= closings[round.number] ?? .max }
    let records = inTime.compactMap { record -> (RecordFile, SignOff)? in
      guard let signOff = record.signOff, signOff.purpose == .round(round.number) else {
        return nil
      }
      if let refusal = judge.roundRefusal(of: signOff) ?? speakerRefusal(of: signOff, in: round) {
        refused.append(.init(record: record.name, reviewer: signOff.reviewer, refusal: refusal))
        return nil
      }
      return (record, signOff)
    }
    let settled = settledDigests(of: round, records.map(\.1))
    let groups = round.groups.map { group in
      groupStatus(of: group, round, records, settled: settled, inTime)
    }
    return RoundStatus(round: round, groups: groups, refused: refused)
  }

  /// Why the maker of a record cannot speak for its group in the round, whatever the words. Authors may
  /// object and comment.
  private func speakerRefusal(
    of signOff: SignOff, in round: PolicySnapshot.Round
  ) -> Refusal? {
    let speakers = speakers(on: scopes(of: round, for: signOff.group), besides: round.authors)
    let isHeard =
      signOff.verdict != .approve
      && speakers.members(of: signOff.group).union(overrulers).contains(signOff.reviewer)
    // An objection stands for whichever group of theirs somebody raised it.
    if isHeard, signOff.isObjection { return nil }
    return (isHeard ? nil : speakers.refusal(of: signOff))
      ?? otherGroup(of: signOff).map { .actsForAnother(group: $0) }
  }

  /// Whether its maker has asked for changes since, for whichever group.
  private func isTakenBack(
    _ signOff: SignOff, on scopes: [Scope], _ inTime: [RecordFile]
  ) -> Bool {
    signOff.verdict == .approve
      && inTime.filter(raised.contains).compactMap(\.signOff).contains { objection in
        objection.reviewer == signOff.reviewer && objection.version == signOff.version
          && objection.number >= signOff.number
          && scopes.contains { objection.digest(of: $0.rawValue) != nil }
      }
  }

  /// For each scope the digest on which the groups speak: as it stands while the round is open, and the
  /// one that all of them named once it is closed.
  private func settledDigests(
    of round: PolicySnapshot.Round, _ records: [SignOff]
  ) -> [Scope: String] {
    var settled: [Scope: String] = [:]
    for scope in round.scopes.compactMap(Scope.init(rawValue:)) {
      guard !round.isOpen else {
        settled[scope] = snapshot.digests[scope]
        continue
      }
      let asked = Set(round.groups.filter { self.scopes(of: round, for: $0).contains(scope) })
      let named = Dictionary(grouping: records, by: { $0.digest(of: scope.rawValue) ?? "" })
        .filter { !$0.key.isEmpty && Set($0.value.map(\.group)).isSuperset(of: asked) }
      settled[scope] =
        named.keys.contains(snapshot.digests[scope] ?? "")
        ? snapshot.digests[scope] : named.keys.sorted().first
    }
    return settled
  }

  private func groupStatus(
    of group: String, _ round: PolicySnapshot.Round, _ records: [(RecordFile, SignOff)],
    settled: [Scope: String], _ inTime: [RecordFile]
  ) -> RoundStatus.GroupStatus {
    let scopes = scopes(of: round, for: group)
    let entitled = speakers(on: scopes, besides: round.authors).candidates(of: group)
    let own = records.filter { $0.1.group == group }
      .sorted { ($0.1.reviewer, $0.1.number) < ($1.1.reviewer, $1.1.number) }
    func isCurrent(_ signOff: SignOff) -> Bool {
      scopes.allSatisfy { settled[$0] != nil && signOff.digest(of: $0.rawValue) == settled[$0] }
    }
    let counted = own.filter { entitled.contains($0.1.reviewer) }
    let latest = Dictionary(grouping: counted, by: \.1.reviewer).values.compactMap { spoken in
      spoken.last { $0.1.verdict == .approve || $0.1.isObjection }
    }.filter { isCurrent($0.1) && !isTakenBack($0.1, on: scopes, inTime) }
    let standing = latest.filter { record, signOff in
      signOff.isObjection
        && !scopes.allSatisfy { scope in
          inTime.contains { answers($0, record.name, signOff, for: scope) }
        }
    }
    return .init(
      group: group, scopes: scopes,
      voices: own.map { record, signOff in
        .init(
          record: record.name, reviewer: signOff.reviewer, verdict: signOff.verdict,
          signed: signOff.signed, text: signOff.text,
          isAnswered: round.answered.contains(record.name),
          isToldByForge: judge.isToldByForge(record),
          isStale: round.isOpen && !isCurrent(signOff))
      },
      hasSpoken: !latest.isEmpty,
      hasApproved: standing.isEmpty && latest.contains { $0.1.verdict == .approve },
      candidates: entitled.subtracting(
        acting(entitled, besides: group, for: .round(round.number))
      ).sorted())
  }
}
