import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyRules

/// What is wrong with a branch as a whole, besides what any landing would be held to.
struct ChangeFindings {
  let change: BranchHistory
  /// The name of the base, as the user wrote it.
  let base: String
  /// The settings where the branch began, and at its end; `nil` where they cannot be read.
  let settings: (before: Workspace?, after: Workspace?)

  private var branch: Branch { change.branch }

  var all: [Finding] { offLine + behind + together + forgiven + authors }

  private func finding(
    _ rule: RuleDescription, at path: String, _ headline: String, explanation: String? = nil,
    notes: [String] = [], help: String? = nil, severity: Severity? = nil
  ) -> Finding {
    Finding(
      rule.id, severity ?? rule.severity(in: nil) ?? .error, at: Location(file: path), headline,
      explanation: explanation, notes: notes.map { .init($0) }, help: help)
  }

  // MARK: The branch

  private var offLine: [Finding] {
    guard branch.isOffLine else { return [] }
    return [
      finding(
        .branchOffLine, at: "bylaw.yml", "This branch merged \(base) into itself",
        explanation: "Taken as it is, it would put its own commits in the place of the main line.",
        help: "Rebase, or merge with a merge commit on the main line.")
    ]
  }

  private var behind: [Finding] {
    let policies = change.contestedPolicies.sorted { $0.key < $1.key }.map { id, path in
      finding(
        .branchBehind, at: path, "`\(id)` was edited here and on \(base)",
        help: "Bring the branch up to date with \(base), and read the policy as a whole.")
    }
    guard branch.contested.contains("bylaw.yml") else { return policies }
    return policies + [
      finding(
        .branchBehind, at: "bylaw.yml", "`bylaw.yml` was edited here and on \(base)",
        help: "Bring the branch up to date with \(base).")
    ]
  }

  // MARK: Settings

  /// Whether there were settings before: the first ones come with whatever they come with.
  private var hadSettings: Bool { change.history.loaded.tree.settings != nil }

  private var together: [Finding] {
    let judged = branch.landing.changes.filter { change in
      switch TreePlace(change.path) {
      case .policy, .common, .record, .translation: true
      default: false
      }
    }
    guard hadSettings, !judged.isEmpty, !editedSettings.isEmpty else { return [] }
    return [
      finding(
        .settingsWithWords, at: "bylaw.yml",
        "\(editedSettings.joined(separator: ", ")) and what they judge change together",
        explanation: "The policies here are judged by the settings of \(base).",
        notes: judged.prefix(8).map { "It changes \($0.path)." }, help: "Land the settings first.")
    ]
  }

  private var editedSettings: [String] {
    var edited: [String] = []
    if branch.own.contains(where: { TreePlace($0.path) == .settings }) {
      edited += settingsKeys
    }
    for change in branch.own where change.old?.id != change.new?.id {
      switch TreePlace(change.path) {
      case .allowedSigners: edited.append("`allowed_signers`")
      case .revokedKeys: edited.append("`revoked_keys`")
      default: break
      }
    }
    return edited
  }

  private var settingsKeys: [String] {
    guard let old = settings.before, let new = settings.after else { return ["`bylaw.yml`"] }
    var keys: [String] = []
    func compare<Value: Equatable>(_ key: String, _ path: KeyPath<Workspace, Value>) {
      if old[keyPath: path] != new[keyPath: path] { keys.append("`\(key)`") }
    }
    compare("workspace", \.id)
    compare("people", \.people)
    compare("groups", \.groups)
    compare("lifecycle", \.lifecycle.general)
    compare("lifecycle.themes", \.lifecycle.themes)
    compare("signoffs.proof", \.proof)
    compare("signoffs.forge_committers", \.forgeCommitters)
    compare("headings", \.headings)
    return keys
  }

  private var forgiven: [Finding] {
    guard hadSettings, let old = settings.before, let new = settings.after else { return [] }
    var keys: [String] = []
    if old.lifecycle.enforcedSince != new.lifecycle.enforcedSince { keys.append("enforced_since") }
    if old.lifecycle.acknowledged != new.lifecycle.acknowledged { keys.append("acknowledged") }
    return keys.map { key in
      finding(
        .settingsHistoryMoved, at: "bylaw.yml", "This change edits `lifecycle.\(key)`",
        explanation: "It is judged with that of \(base).",
        help: "Change it on the main line, where everyone sees it by itself.")
    }
  }

  // MARK: Authors

  private var authors: [Finding] { change.judgements.flatMap(authors) }

  private func authors(_ judgement: Judgement) -> [Finding] {
    guard let after = judgement.after, let judge = judgement.judge else { return [] }
    let rounds = after.rounds.filter { round in
      round.version == after.version
        && (round.isOpen || judgement.before?.rounds.contains(round) != true)
    }
    return rounds.compactMap { round in
      let known = Set(round.authors.map(judge.settings.person))
      let scopes = round.scopes.compactMap(Scope.init(rawValue:)).filter {
        round.isOpen || judge.isSigned($0, in: round)
      }
      let wrote = Set(scopes.flatMap { judge.authors[$0] ?? [] })
      let owner = Set([after.owner].compactMap(\.self).map(judge.settings.person))
      let missing = wrote.subtracting(known).subtracting(owner).sorted()
      guard !missing.isEmpty else { return nil }
      return finding(
        .roundAuthorMissing, at: after.path,
        "`authors` of round \(round.number) lacks \(missing.joined(separator: ", "))",
        explanation: "They wrote words that the round asks about.",
        help: round.isOpen
          ? "Add them; `bylaw round close` does."
          : "Add them to `authors` of the round.", severity: round.isOpen ? .warning : .error)
    }
  }
}

extension ApprovalJudge {
  /// Whether somebody signed in the round what the scope says now.
  fileprivate func isSigned(_ scope: Scope, in round: PolicySnapshot.Round) -> Bool {
    proven.contains { record in
      guard let signOff = record.signOff, signOff.purpose == .round(round.number) else {
        return false
      }
      return signOff.digest(of: scope.rawValue) == snapshot.digests[scope]
    }
  }
}
