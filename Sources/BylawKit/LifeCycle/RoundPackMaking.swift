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
    let since = base.map { "version \($0.facts.version?.value ?? snapshot.version), in force" }
    return RoundPack(
      policy: policy.id, title: policy.facts.title?.value ?? policy.id, version: snapshot.version,
      round: round,
      asks: round.map { round in
        judge.status(of: round).groups.map(ask)
      } ?? [],
      redline: redline(from: base), since: since, remarks: remarks(in: round),
      evidence: policy.facts.research)
  }

  private func ask(_ group: RoundStatus.GroupStatus) -> RoundPack.Ask {
    let readings = readings(of: group.scopes, by: group.group)
    var known: [String] = []
    for since in readings.compactMap(\.since) where !known.contains(since) { known.append(since) }
    let sign = "bylaw sign \(policy.id) --as \(group.group)"
    return RoundPack.Ask(
      group: group.group, name: settings.workspace.groups[group.group]?.name ?? group.group,
      scopes: group.scopes, members: group.candidates.map(name), hasSpoken: group.hasSpoken,
      redline: Redline(entries: readings.flatMap(\.redline.entries)),
      since: known.isEmpty ? nil : known.joined(separator: ", and from "),
      command: "\(sign) --approve",
      otherCommands: ["\(sign) --request-changes -m \"…\"", "\(sign) --comment -m \"…\""],
      pastes: pastes(group))
  }

  /// Where the commit proves who signed, the record of each member as it can be pasted.
  private func pastes(_ group: RoundStatus.GroupStatus) -> [RoundPack.Paste] {
    guard settings.workspace.proof == .commit, !group.hasSpoken else { return [] }
    return group.candidates.compactMap { member in
      do {
        let signOff = try SignJob(
          desk: self, group: group.group, verdict: .approve, purpose: nil, text: "",
          reviewer: member
        ).signOff()
        let bytes = try RecordWriter.checked(signOff).get()
        return RoundPack.Paste(
          person: name(member),
          path: (history?.repository.prefix ?? "")
            + "\(WorkingRecords.folder(of: policy.id))/\(signOff.fileName)",
          text: String(decoding: bytes, as: UTF8.self))
      } catch {
        // Whoever cannot sign here is not offered a record.
        return nil
      }
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

  private func name(_ address: String) -> String {
    settings.workspace.people[address]?.name ?? address
  }
}
