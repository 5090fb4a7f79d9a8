import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyRules

/// What is wrong with a branch as a whole, besides what any landing would be held to.
struct ChangeFindings {
  let change: BranchHistory
  /// The name of the base, as the user wrote it.
  let base: String
  let timeZone: String
  let today: CalendarDate

  private var branch: Branch { change.branch }

  var all: [Finding] {
    offLine + moved + behind + together + inPassing + forgiven + takenBack + revoked
      + revocationsKept + ahead + authors + change.stray
  }

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
        help: "Land it with \(landings), and not by a fast-forward.")
    ]
  }

  /// The ways to land a branch that lose no sign-off.
  private var landings: String {
    keepsCommits ? "a merge commit" : "a merge commit or a squash"
  }

  /// How a branch comes up to date, and loses no sign-off.
  private var update: String {
    (keepsCommits ? "Merge \(base) into it" : "Rebase it on \(base), or merge \(base) into it")
      + " and land it with \(landings)."
  }

  /// Whether commits prove who signed, so that none may be made anew.
  private var keepsCommits: Bool { change.history.settings?.workspace.proof == .commit }

  private var behind: [Finding] {
    let policies = change.contestedPolicies.sorted { $0.key < $1.key }.map { id, path in
      finding(
        .branchBehind, at: path, "`\(id)` was edited here and on \(base)",
        help: "\(update) Then read the policy as a whole.")
    }
    guard branch.contested.contains("bylaw.yml") else { return policies }
    return policies + [
      finding(
        .branchBehind, at: "bylaw.yml", "`bylaw.yml` was edited here and on \(base)",
        help: update)
    ]
  }

  private var moved: [Finding] {
    change.formerPlaces.map { place in
      finding(
        .settingsWorkspaceMoved, at: "bylaw.yml", "The workspace is `\(place)` on \(base)",
        explanation:
          "Moving begins it anew: nothing that was approved there counts here, and nobody's "
          + "settings judge what comes with it.",
        help: "Land the move alone, then set `lifecycle.enforced_since` to that landing.")
    }
  }

  // MARK: Settings

  /// Whether there were settings before: the first ones come with whatever they come with.
  private var hadSettings: Bool { change.history.loaded.tree.settings != nil }

  private var together: [Finding] {
    let edited = editedSettings(in: branch.own)
    let judged = branch.landing.changes.filter(\.isJudged)
    guard hadSettings, !judged.isEmpty, !edited.isEmpty else { return [] }
    return [
      finding(
        .settingsWithWords, at: "bylaw.yml",
        "\(edited.joined(separator: ", ")) and what they judge change together",
        explanation: "The policies here are judged by the settings of \(base).",
        notes: judged.prefix(8).map { "It changes \($0.path)." }, help: "Land the settings first.")
    ]
  }

  /// Settings that come and go within the branch: landed commit by commit, they would judge what comes
  /// between.
  private var inPassing: [Finding] {
    guard hadSettings, editedSettings(in: branch.own).isEmpty,
      branch.commits.contains(where: { $0.own.contains(where: \.isJudged) })
    else { return [] }
    var shelf = change.history.loaded.settings
    let editing = branch.commits.compactMap { commit -> String? in
      let keys = editedSettings(in: commit.own, &shelf)
      return keys.isEmpty ? nil : "\(commit.commit.short) edits \(keys.joined(separator: ", "))."
    }
    guard !editing.isEmpty else { return [] }
    return [
      finding(
        .settingsWithWords, at: "bylaw.yml",
        "Settings come and go within this branch, beside what they judge",
        explanation: "Landed commit by commit, they would judge what comes between.",
        notes: editing, help: "Take these commits out of the branch.")
    ]
  }

  private func editedSettings(in changes: [FileChange]) -> [String] {
    var shelf = change.history.loaded.settings
    return editedSettings(in: changes, &shelf)
  }

  private func editedSettings(
    in changes: [FileChange], _ shelf: inout SettingsShelf
  ) -> [String] {
    var edited: [String] = []
    for change in changes where change.old?.id != change.new?.id {
      switch TreePlace(change.path) {
      case .settings:
        if let old = shelf.workspace(change.old?.id), let new = shelf.workspace(change.new?.id) {
          edited += SettingsChange.judgingKeys(from: old, to: new).map { "`\($0)`" }
        } else {
          edited.append("`bylaw.yml`")
        }
      case .allowedSigners: edited.append("`allowed_signers`")
      case .revokedKeys: edited.append("`revoked_keys`")
      default: break
      }
    }
    return edited
  }

  private var forgiven: [Finding] {
    var shelf = change.history.loaded.settings
    guard hadSettings, let edit = branch.own.first(where: { TreePlace($0.path) == .settings }),
      let old = shelf.workspace(edit.old?.id), let new = shelf.workspace(edit.new?.id)
    else { return [] }
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

  // MARK: Keys

  private var revocationsKept: [Finding] {
    let loaded = change.history.loaded
    let own = branch.landing.changes.filter { TreePlace($0.path) == .revokedKeys }
      .map { (landing: Int.max, list: $0.new?.id) }
    return [
      KeptRevocations(settings: loaded.settings, lists: loaded.revokedLists + own)
        .finding(of: .max)
    ].compactMap(\.self)
  }

  private var revoked: [Finding] {
    RevokedWords(change: change, today: today).losses.map { loss in
      finding(
        .recordKeyRevoked, at: loss.path,
        loss.isEnd
          ? "Revoking keys takes the end of `\(loss.policy)` back, and it is in force again"
          : "Revoking keys takes words of `\(loss.policy)` that are "
            + "\(loss.isInForce ? "in force" : "upcoming") off the sites",
        explanation: "Readers then see \(loss.then).",
        help: loss.isEnd
          ? "Have its end signed again with another key, once this has landed: "
            + "`bylaw sign \(loss.policy) --for retire`."
          : "Have its groups sign again with other keys, in a round that is opened after this lands."
      )
    }
  }

  // MARK: Commits

  private var takenBack: [Finding] {
    let kept = Dictionary(branch.own.map { ($0.path, $0.new?.id) }, uniquingKeysWith: { $1 })
    var removed: [String: ObjectID] = [:]
    var findings: [Finding] = []
    for commit in branch.commits {
      for edit in commit.own {
        guard case .record(_, let name) = TreePlace(edit.path) else { continue }
        if let old = edit.old, edit.new == nil { removed[edit.path] = old.id }
        // What went and came back, as a folder that was moved does, is no addition.
        guard edit.old == nil, let blob = edit.new?.id, removed[edit.path] != blob,
          kept[edit.path] != .some(blob)
        else { continue }
        let isThere = (kept[edit.path] ?? nil) != nil
        findings += takenBack(name, edit.path, blob, commit, isThere: isThere)
      }
    }
    return findings
  }

  /// An objection that goes away unheard is an error; what else goes is worth a look.
  private func takenBack(
    _ name: String, _ path: String, _ blob: ObjectID, _ commit: SideCommit, isThere: Bool
  ) -> [Finding] {
    let record = RecordShelf.file(
      .init(name: name, blob: blob), change.history.loaded.settings.blobs[blob])
    // A record that nobody could read, and that was put right, says all it ever said.
    if isThere, record.signOff == nil { return [] }
    let isObjection = record.signOff?.isObjection == true
    let what = isObjection ? "an objection" : "a record"
    return [
      finding(
        .recordTakenBack, at: path,
        "This branch adds \(what) and then \(isThere ? "rewrites it" : "takes it back")",
        explanation: "Once it has landed, nobody would hear of what it said.",
        notes: ["\(name) came with \(commit.commit.short)."],
        help: "Bring it back: a later record of the same reviewer says what they think now.",
        severity: isObjection ? .error : nil)
    ]
  }

  private var ahead: [Finding] {
    branch.commits.compactMap { commit in
      let clock = LandingClock(
        [commit.reading.committer.seconds], timeZone: timeZone, today: today)
      guard clock.isFarAhead(0) else { return nil }
      return finding(
        .historyClockAhead, at: "bylaw.yml",
        "Commit \(commit.commit.short) says it was made on \(clock.claims[0])",
        explanation: "Today is \(today).",
        help: "Set the clock, and make the commit again with `git commit --amend --no-edit`.")
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

extension FileChange {
  /// Whether it is of words or of records, which settings judge.
  fileprivate var isJudged: Bool {
    switch TreePlace(path) {
    case .policy, .common, .record, .translation: true
    default: false
    }
  }
}
