package import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyReading

/// A record that would count for nothing is not written: each reason has its own message.
extension SignJob {
  func refuse() throws {
    let workspace = desk.settings.workspace
    try Placeholder.refuse(text)
    if isOwners { return try refuseAllButOwner() }
    guard workspace.groups[group] != nil else {
      let near = nearestName(to: group, among: workspace.groups.keys)
      let all = workspace.groups.keys.sorted().joined(separator: ", ")
      throw LoadError(
        "There is no group `\(group)`",
        help: near.map { "Did you mean `\($0)`?" } ?? "The groups are: \(all).")
    }
    if purpose == .translation { return try refuseTranslation() }
    try refusePurpose()
    try refuseStranger()
    try refuseSecondGroup()
    guard !verdict.needsText || !text.isEmpty else {
      throw LoadError("`\(verdict.rawValue)` needs words", help: "Give them with -m TEXT.")
    }
    try refuseClearing()
    try refuseRepetition()
  }

  private func refuseAllButOwner() throws {
    let owner = desk.snapshot.owner.map(desk.settings.person)
    guard reviewer == owner else {
      throw LoadError(
        "lifecycle.living asks no group, so the owner reviews \(desk.policy.id)",
        help: "That is \(owner ?? "nobody: name an `owner` in the file").")
    }
  }

  // MARK: What is asked

  private func refusePurpose() throws {
    switch purpose {
    case .round(let number): try refuseRound(number)
    case .retire:
      guard desk.snapshot.retirement != nil else {
        throw LoadError(
          "\(desk.policy.id) does not say yet when and why it ends",
          help: "`bylaw retire \(desk.policy.id) --on DAY -m REASON` writes that down first.")
      }
      try refuseGroup(outside: desk.judge.groups(for: .retire), of: "lifecycle.retire")
    case .urgent:
      guard desk.snapshot.stage == .implementation else {
        throw LoadError(
          "\(desk.policy.id) is not about to be released: it is in "
            + (desk.snapshot.stage?.rawValue ?? "no stage"),
          help: "--for urgent is for a version in implementation. Leave it out to sign in a round.")
      }
      try refuseGroup(outside: desk.judge.urgentGroups, of: "lifecycle.urgent")
    case .review, .translation: break
    }
  }

  private func refuseRound(_ number: Int) throws {
    let round = desk.snapshot.rounds.first { $0.number == number }
    guard let round, round.groups.contains(group) else {
      let asked = round?.groups.joined(separator: ", ") ?? "nobody"
      throw LoadError("Round \(number) does not ask `\(group)`", help: "It asks: \(asked).")
    }
  }

  private func refuseGroup(outside groups: [String], of key: String) throws {
    guard !groups.contains(group) else { return }
    throw LoadError(
      "\(key) does not ask `\(group)`",
      help: groups.isEmpty
        ? "It names no group: see bylaw.yml." : "It asks: \(groups.joined(separator: ", ")).")
  }

  // MARK: Who signs

  private func refuseStranger() throws {
    let speakers = desk.judge.speakers(on: scopes)
    let (members, authors) = (speakers.members(of: group), speakers.authors)
    let overrulers = speakers.overrulers
    if verdict == .overrule {
      guard overrulers.contains(reviewer) else {
        throw LoadError(
          "\(reviewer) is not in lifecycle.overrule",
          help: overrulers.isEmpty
            ? "Nobody is: see bylaw.yml."
            : "These people are: \(overrulers.sorted().joined(separator: ", ")).")
      }
    } else if !members.contains(reviewer) {
      guard speakers.needsStandIn(group), overrulers.contains(reviewer) else {
        let all = members.sorted().joined(separator: ", ")
        throw LoadError(
          "\(reviewer) is no member of `\(group)`",
          help: members.isEmpty
            ? "It has no members: add them in bylaw.yml, and land that first."
            : "Its members: \(all).")
      }
    }
    if verdict == .approve, authors.contains(reviewer) {
      if hasUncommittedWords {
        throw LoadError(
          "\(desk.policy.source.path) has changes that are not committed, so they count as yours",
          help: "Commit or take back what is not yours to sign. Nobody approves their own text.")
      }
      let others = members.subtracting(authors)
      let standIns = overrulers.subtracting(authors)
      throw LoadError(
        "\(reviewer) wrote some of these words, and nobody approves their own text",
        help: !others.isEmpty
          ? "Ask another member of `\(group)`: \(others.sorted().joined(separator: ", "))."
          : standIns.isEmpty
            ? "Every member wrote some of it, and lifecycle.overrule has nobody to stand in."
            : "Every member wrote some of it: \(standIns.sorted().joined(separator: " or ")) can "
              + "stand in, with the same command.")
    }
  }

  /// Whether the reviewer is an author only by what is not committed.
  private var hasUncommittedWords: Bool {
    guard reviewer == desk.user, let committed = desk.line.snapshot else { return false }
    let known = desk.line.authors(of: committed)
    let isAuthor = scopes.contains { known[$0]?.contains(reviewer) == true }
    return !isAuthor && scopes.contains { committed.digests[$0] != desk.snapshot.digests[$0] }
  }

  /// A member acts for one group in a round.
  private func refuseSecondGroup() throws {
    guard case .round(let number) = purpose else { return }
    let own = spoken.filter { $0.signOff.purpose == purpose }
    guard let first = own.first(where: { $0.signOff.group != group }) else { return }
    throw LoadError(
      "\(reviewer) acts for `\(first.signOff.group)` in round \(number) already",
      help: "Sign with --as \(first.signOff.group), or ask another member of `\(group)`.")
  }

  // MARK: What was said before

  private var spoken: [(name: String, signOff: SignOff)] {
    desk.judge.proven.compactMap { record in
      record.signOff.map { (name: record.name, signOff: $0) }
    }.filter { $0.signOff.reviewer == reviewer && $0.signOff.version == subject.version }
      .sorted { $0.signOff.number < $1.signOff.number }
  }

  private func refuseClearing() throws {
    let standing = desk.judge.objections().standing
    let names = standing.map(\.record).joined(separator: ", ")
    let known = standing.isEmpty ? "No objection stands." : "These stand: \(names)."
    guard let clears else {
      guard verdict != .overrule else {
        throw LoadError(
          "`overrule` sets one objection aside, and none is named",
          help: "Name it with --clears RECORD. \(known)")
      }
      return
    }
    guard let objection = standing.first(where: { $0.record == clears }) else {
      throw LoadError("`\(clears)` is no objection that stands", help: known)
    }
    let authors = Set(objection.scopes.flatMap { desk.judge.authors[$0] ?? [] })
    guard !authors.contains(reviewer) || reviewer == objection.signOff.reviewer else {
      throw LoadError(
        "\(reviewer) wrote some of these words, and nobody clears an objection to their own text",
        help: "Ask \(objection.signOff.reviewer), or someone else of their group.")
    }
    guard verdict == .overrule || objection.signOff.group == group else {
      throw LoadError(
        "`\(clears)` was raised for `\(objection.signOff.group)`, and `\(group)` cannot clear it",
        help: "A member of `\(objection.signOff.group)` can, or lifecycle.overrule with --overrule."
      )
    }
  }

  /// The same yes twice says nothing more.
  private func refuseRepetition() throws {
    guard verdict == .approve, clears == nil, text.isEmpty else { return }
    let digests = Set(
      scopes.compactMap { scope in
        subject.digests[scope].map { SignOff.Digest(scope: scope.rawValue, value: $0) }
      })
    let last = spoken.last { $0.signOff.purpose == purpose && $0.signOff.group == group }
    guard let last, last.signOff.verdict == .approve, Set(last.signOff.digests) == digests else {
      return
    }
    throw LoadError(
      "You have approved these words already, in \(last.name)",
      help: "`bylaw why \(desk.policy.id)` shows what is still missing.")
  }

  // MARK: Whether it would count

  /// A record with a key that is not the reviewer's would be void where it lands, and so would one in a
  /// commit that is not.
  func refuse(_ bytes: [UInt8], of signOff: SignOff) throws {
    guard !isOwners else { return }
    guard desk.settings.workspace.proof == .signature else { return try refuseCommitter() }
    let file = RecordShelf.file(.init(name: signOff.fileName, blob: desk.snapshot.blob), bytes)
    guard let refusal = desk.judge.judge.refusal(of: file) else { return }
    throw Self.uncounted(refusal)
  }

  /// What is known of the proof before there is one, so that nobody reads what they cannot sign.
  package func refuse(key: SigningKey?) throws {
    guard !isOwners else { return }
    guard desk.settings.workspace.proof == .signature else { return try refuseCommitter() }
    guard let key else { throw Self.keyMissing }
    guard let fingerprint = key.publicKey?.fingerprint else { return }
    if desk.judge.judge.revoked.contains(fingerprint) {
      throw Self.uncounted(.revokedKey(key: fingerprint))
    }
    guard let owner = desk.settings.signers[fingerprint] else {
      if let problem = desk.signersProblem(of: fingerprint) {
        throw LoadError(
          "allowed_signers lists this key on line \(problem.line), and the line is not followed",
          help: problem.sentence)
      }
      throw Self.uncounted(.unknownKey(key: fingerprint))
    }
    guard owner == reviewer else {
      if desk.settings.person(owner) == reviewer {
        throw LoadError(
          "allowed_signers lists this key under \(owner), so the record would not count",
          help: "List it under the reviewer's main address, \(reviewer), and land that first.")
      }
      throw Self.uncounted(.keyOfAnother(key: fingerprint, person: owner))
    }
  }

  static let keyMissing = LoadError(
    "There is no key to sign with",
    help: "Name one with --key, or set user.signingkey in your global git configuration.")

  private static func uncounted(_ refusal: Refusal) -> LoadError {
    LoadError("\(refusal), so the record would not count", help: refusal.help)
  }

  private func refuseCommitter() throws {
    guard let user = desk.user, user != reviewer else { return }
    throw LoadError(
      "The commit is the proof here, and it would be made by \(user), not by \(reviewer)",
      help: "Each reviewer signs in a clone of their own: set user.email there with `git config`.")
  }
}

extension PolicyDesk {
  /// What is wrong with the line of `allowed_signers` that has a key.
  fileprivate func signersProblem(of fingerprint: String) -> SignersProblem? {
    let path = "\(folder.root)/policies/signoffs/allowed_signers"
    guard let bytes = try? FileSystem.read(path, maximum: FileChecks.maximumSize) else {
      return nil
    }
    return AllowedSigners.read(bytes).1.first { $0.key == fingerprint }
  }

  /// The round that is open, for records that name no other purpose.
  func purposeOfRound() throws -> SignOff.Purpose {
    if let round = snapshot.openRound { return .round(round.number) }
    if snapshot.stage == .retired {
      throw LoadError("\(policy.id) is retired: there is nothing to sign")
    }
    throw LoadError(
      "\(policy.id) has no open round",
      help: "Its owner opens one with `bylaw round open \(policy.id)`.")
  }
}
