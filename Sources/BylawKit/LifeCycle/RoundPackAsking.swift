import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyReading

/// What groups are asked about some scopes for one purpose, and how each can answer.
struct RoundPackAsking {
  let desk: PolicyDesk
  let purpose: SignOff.Purpose
  let scopes: [Scope]

  func ask(_ group: String, candidates: [String], hasApproved: Bool) -> RoundPack.Ask {
    let objections = desk.judge.objections().standing.filter {
      $0.signOff.group == group && !Set($0.scopes).isDisjoint(with: scopes)
    }
    let ways = Ways(
      group: group, candidates: candidates, objections: objections)
    var objectors: [String] = []
    for objection in objections.map({ desk.name($0.signOff.reviewer) })
    where !objectors.contains(objection) { objectors.append(objection) }
    return RoundPack.Ask(
      group: group, name: desk.settings.workspace.groups[group]?.name ?? group, scopes: scopes,
      members: candidates.map(desk.name), hasApproved: hasApproved, objectors: objectors,
      readings: [],
      signing: desk.settings.workspace.proof == .commit
        ? .pastes(ways.candidates.compactMap { paste($0, ways) }) : commands(ways))
  }

  /// Who of a group may approve, and what stands in its way.
  private struct Ways {
    var group: String
    var candidates: [String]
    var objections: [Objections.Standing]

    /// The objection of somebody else that an approval of this person would clear.
    func cleared(by person: String) -> Objections.Standing? {
      objections.contains { $0.signOff.reviewer == person } ? nil : objections.first
    }
  }

  private func effect(of person: String, _ ways: Ways) -> RoundPack.Effect {
    if let objection = ways.cleared(by: person) {
      return .setsAside(desk.name(objection.signOff.reviewer))
    }
    return ways.objections.isEmpty ? .none : .takesBack
  }

  // MARK: Where a key is the proof

  private func commands(_ ways: Ways) -> RoundPack.Signing {
    var sign = "bylaw sign \(desk.policy.id) --as \(ways.group)"
    if purpose == .retire || purpose == .urgent { sign += " --for \(purpose.name)" }
    var commands: [RoundPack.Command] = []
    for person in ways.candidates {
      let clears = ways.cleared(by: person).map { " --clears \"\($0.record)\"" } ?? ""
      let command = RoundPack.Command(
        effect: effect(of: person, ways), text: "\(sign) --approve\(clears)")
      if !commands.contains(command) { commands.append(command) }
    }
    return .commands(
      commands, others: ["\(sign) --request-changes -m \"…\"", "\(sign) --comment -m \"…\""])
  }

  // MARK: Where the commit is the proof

  private func paste(_ person: String, _ ways: Ways) -> RoundPack.Paste? {
    do {
      var job = try SignJob(
        desk: desk, group: ways.group, verdict: .approve, purpose: purpose, text: "",
        reviewer: person)
      job.clears = ways.cleared(by: person)?.record
      let signOff = try job.signOff()
      let bytes = try RecordWriter.checked(signOff).get()
      return RoundPack.Paste(
        person: desk.name(person), address: person, effect: effect(of: person, ways),
        path: (desk.history?.repository.prefix ?? "")
          + "\(WorkingRecords.folder(of: desk.policy.id))/\(signOff.fileName)",
        text: String(decoding: bytes, as: UTF8.self))
    } catch {
      // Whoever cannot sign here is not offered a record.
      return nil
    }
  }
}
