import PolicyModel

/// What the records say of one tree, by the words of “Records: signing off in git”.
struct ReferenceRecords {
  let settings: JudgingSettings
  let revoked: Revocations
  let tree: PolicySnapshot
  let all: [(file: RecordFile, landed: Int)]
  /// The people behind the words of each scope.
  let writers: [Scope: Set<String>]
  private(set) var raised: [RecordFile]
  private(set) var fallen: [String: Set<Scope>]
  private var good: [(signOff: SignOff, name: String, landed: Int)] = []

  init(
    settings: JudgingSettings, revoked: Revocations, tree: PolicySnapshot,
    all: [(file: RecordFile, landed: Int)], writers: [Scope: Set<String>],
    earlier: ReferenceModel.Answer
  ) {
    self.settings = settings
    self.revoked = revoked
    self.tree = tree
    self.all = all
    self.writers = writers.mapValues { Set($0.map { Self.main($0, settings) }) }
    raised = earlier.raised
    fallen = earlier.fallen
    for (file, landed) in all {
      if let signOff = file.signOff, isTheirs(file, signOff, withRevokedKeys: false) {
        good.append((signOff, file.name, landed))
      }
    }
    for (file, _) in all where !raised.contains(where: { $0.name == file.name }) {
      guard let signOff = file.signOff, signOff.verdict == .requestChanges,
        isTheirs(file, signOff, withRevokedKeys: true),
        people(signOff.group).union(overrulers).contains(signOff.reviewer)
      else { continue }
      raised.append(file)
    }
    for file in raised {
      guard let objection = file.signOff else { continue }
      for scope in Scope.allCases where falls(objection, file.name, scope) {
        fallen[file.name, default: []].insert(scope)
      }
    }
  }

  private static func main(_ address: String, _ settings: JudgingSettings) -> String {
    for (person, entry) in settings.workspace.people
    where entry.also.contains(where: { $0.lowercased() == address.lowercased() }) {
      return person.lowercased()
    }
    return address.lowercased()
  }

  private func people(_ group: String) -> Set<String> {
    Set((settings.workspace.groups[group]?.members ?? []).map { Self.main($0, settings) })
  }

  private var requirements: Lifecycle.Requirements { settings.workspace.lifecycle.general }
  var urgentGroups: [String] { requirements.urgentGroups }
  private var overrulers: Set<String> {
    requirements.overruleGroups.reduce(into: []) { $0.formUnion(people($1)) }
  }

  /// Signed by a key that is listed for exactly that reviewer, for this policy and workspace.
  private func isTheirs(_ file: RecordFile, _ signOff: SignOff, withRevokedKeys: Bool) -> Bool {
    guard signOff.workspace == settings.workspace.id, signOff.policy == tree.id,
      case .valid(let key) = file.signature
    else { return false }
    return settings.signers[key] == signOff.reviewer
      && (withRevokedKeys || !(revoked.coversAll || revoked.keys.contains(key)))
  }

  private func isOfRound(_ signOff: SignOff) -> Bool {
    guard case .round(let number) = signOff.purpose else { return true }
    return tree.rounds.contains {
      $0.number == number && $0.version == signOff.version && $0.outcome != .withdrawn
        && $0.groups.contains(signOff.group)
    }
  }

  private func falls(_ objection: SignOff, _ name: String, _ scope: Scope) -> Bool {
    good.contains { record in
      let other = record.signOff
      let isHeard =
        other.verdict == .overrule
        ? overrulers.contains(other.reviewer)
        : isOfRound(other) && actsFor(other) == other.group
          && people(other.group).union(overrulers).contains(other.reviewer)
      guard other.version == objection.version, isHeard else { return false }
      if other.reviewer == objection.reviewer {
        if other.purpose != objection.purpose {
          guard case .round = other.purpose else { return false }
        }
        return other.number > objection.number && names(other, scope)
      }
      guard other.clears == name, writers[scope]?.contains(other.reviewer) != true else {
        return false
      }
      return other.verdict == .overrule
        ? overrulers.contains(other.reviewer)
        : other.group == objection.group && people(other.group).contains(other.reviewer)
    }
  }

  private func names(_ signOff: SignOff, _ scope: Scope) -> Bool {
    signOff.digests.contains { $0.scope == scope.rawValue }
  }

  private func stands(against scope: Scope) -> Bool {
    raised.contains { file in
      guard let objection = file.signOff, objection.version == tree.version else { return false }
      return names(objection, scope) && fallen[file.name]?.contains(scope) != true
    }
  }

  /// Each group has a yes, from distinct people, and no objection stands. Records that landed until
  /// `giveWay` are spent.
  func isApproved(
    _ scope: Scope, by asked: [String]? = nil, for purpose: SignOff.Purpose? = nil, giveWay: Int?
  ) -> Bool {
    let groups: [String] =
      switch scope {
      case _ where asked != nil: asked ?? []
      case .policy: requirements.goodFitGroups
      case .retire: requirements.retireGroups
      default: requirements.performableGroups[scope] ?? []
      }
    if groups.isEmpty { return true }
    guard !stands(against: scope) else { return false }
    var teams: [Set<String>] = [[]]
    for group in groups {
      let approving = approving(group, scope, purpose, giveWay)
      teams = teams.flatMap { team in approving.subtracting(team).map { team.union([$0]) } }
    }
    return !teams.isEmpty
  }

  private func approving(
    _ group: String, _ scope: Scope, _ purpose: SignOff.Purpose?, _ giveWay: Int?
  ) -> Set<String> {
    let authors = writers[scope] ?? []
    let members = people(group)
    let standsIn = !members.isEmpty && members.allSatisfy { authors.contains($0) }
    let entitled = (standsIn ? overrulers : members).subtracting(authors)
    var approving: Set<String> = []
    for (signOff, _, landed) in good {
      guard signOff.verdict == .approve, signOff.group == group,
        isFor(purpose, signOff.purpose), entitled.contains(signOff.reviewer),
        signOff.digests.contains(where: {
          $0.scope == scope.rawValue && $0.value == tree.digests[scope]
        }),
        ![.policy, .release].contains(scope) || signOff.version == tree.version,
        isOfRound(signOff), landed > (giveWay ?? -1), !isTakenBack(signOff, scope),
        actsFor(signOff) == group
      else { continue }
      approving.insert(signOff.reviewer)
    }
    return approving
  }

  private func isFor(_ wanted: SignOff.Purpose?, _ purpose: SignOff.Purpose) -> Bool {
    if let wanted { return wanted == purpose }
    if case .round = purpose { return true }
    return false
  }

  private func isTakenBack(_ signOff: SignOff, _ scope: Scope) -> Bool {
    raised.contains { file in
      guard let objection = file.signOff, objection.reviewer == signOff.reviewer else {
        return false
      }
      return objection.number >= signOff.number && names(objection, scope)
    }
  }

  /// The group for which somebody acted first in that round.
  private func actsFor(_ signOff: SignOff) -> String? {
    var first = signOff
    for (other, _, _) in good
    where other.reviewer == signOff.reviewer && other.purpose == signOff.purpose
      && other.version == signOff.version && other.number < first.number && isOfRound(other)
      && people(other.group).union(overrulers).contains(other.reviewer)
    {
      first = other
    }
    return first.group
  }
}
