import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyReading

extension PolicyDesk {
  /// The round pack of the round that is open. What a group signed last is known to a desk that was
  /// opened with judgements.
  var roundPack: RoundPack {
    let round = snapshot.openRound
    let base = approvedText
    let isInForce = line.inForce(on: today) != nil
    let since = base.map {
      "version \($0.facts.version?.value ?? snapshot.version), "
        + (isInForce ? "in force" : "as it was approved last")
    }
    var pack = RoundPack(
      policy: policy.id, title: policy.facts.title?.value ?? policy.id, version: snapshot.version,
      round: round,
      asks: round.map { round in judge.status(of: round).groups.map { ask($0, in: round) } } ?? [],
      release: .init(
        announced: snapshot.announced, effective: snapshot.effective,
        changes: policy.facts.changes.filter { $0.version == snapshot.version }),
      redline: redline(from: base), since: since, remarks: remarks(in: round),
      evidence: policy.facts.research)
    pack.ending = ending
    if round == nil, pack.ending == nil { pack.urgentAsks = urgentAsks }
    return pack
  }

  private func ask(
    _ group: RoundStatus.GroupStatus, in round: PolicySnapshot.Round
  ) -> RoundPack.Ask {
    var ask = RoundPackAsking(desk: self, purpose: .round(round.number), scopes: group.scopes).ask(
      group.group, candidates: group.candidates, hasApproved: group.hasApproved)
    ask.readings = readings(of: group.scopes, by: group.group).map {
      .init(scopes: $0.scopes, redline: $0.redline, since: $0.since)
    }
    return ask
  }

  /// The end of a policy that was published, until its groups have agreed to when and why.
  private var ending: RoundPack.Ending? {
    guard let retirement = snapshot.retirement, retirement != line.ending?.retirement,
      line.wasInIteration || !line.candidates.isEmpty
    else { return nil }
    let verdict = judge.verdict(of: .retire, purpose: .retire)
    guard !verdict.isApproved else { return nil }
    let asking = RoundPackAsking(desk: self, purpose: .retire, scopes: [.retire])
    return RoundPack.Ending(
      on: retirement.on, reason: retirement.reason,
      replacedBy: retirement.replacedBy,
      asks: verdict.groups.map {
        asking.ask($0.group, candidates: $0.candidates, hasApproved: $0.approval != nil)
      })
  }

  /// Only a version that could be released has them.
  private var urgentAsks: [RoundPack.Ask] {
    guard snapshot.stage == .implementation else { return [] }
    let groups = judge.urgentGroups
    let verdicts = Scope.published.map {
      judge.verdict(of: $0, purpose: .urgent, groups: groups)
    }
    let asking = RoundPackAsking(desk: self, purpose: .urgent, scopes: Scope.published)
    return (verdicts.first?.groups ?? []).map { first in
      asking.ask(
        first.group, candidates: first.candidates,
        hasApproved: verdicts.allSatisfy { verdict in
          verdict.groups.contains { $0.group == first.group && $0.approval != nil }
        })
    }
  }

  /// What was said in the open round, and objections of earlier rounds that stand.
  private func remarks(in round: PolicySnapshot.Round?) -> [RoundPack.Remark] {
    let answers = Dictionary(
      policy.facts.rounds.flatMap { $0.answers.map { ($0.record, $0.text) } },
      uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    var remarks: [RoundPack.Remark] = []
    func add(_ record: String, _ signOff: SignOff) {
      guard seen.insert(record).inserted else { return }
      remarks.append(
        .init(
          person: name(signOff.reviewer),
          group: settings.workspace.groups[signOff.group]?.name ?? signOff.group,
          on: signOff.signed, isObjection: signOff.isObjection, text: signOff.text,
          answer: answers[record]))
    }
    for objection in judge.objections().standing { add(objection.record, objection.signOff) }
    let voices = round.map { judge.status(of: $0).groups.flatMap(\.voices) } ?? []
    for voice in voices where voice.verdict != .approve {
      if let signOff = records.first(where: { $0.name == voice.record })?.signOff {
        add(voice.record, signOff)
      }
    }
    return remarks.sorted { ($0.on, $0.person) < ($1.on, $1.person) }
  }

  /// The name of a person whom the settings name, else the address.
  func name(_ address: String) -> String {
    settings.workspace.people[address]?.name ?? address
  }
}
