package import PolicyHistory
package import PolicyModel
package import PolicyProjection
import PolicyReading

/// Writes down what one reviewer says of the words as they stand.
package struct SignJob: Sendable {
  package let desk: PolicyDesk
  package let group: String
  package let verdict: SignOff.Verdict
  package let purpose: SignOff.Purpose
  package let text: String
  package var clears: String?
  package var considered: [SignOff.Consideration] = []
  /// The reviewer's address.
  package let reviewer: String

  /// `purpose` is `nil` for the round that is open.
  package init(
    desk: PolicyDesk, group: String, verdict: SignOff.Verdict, purpose: SignOff.Purpose?,
    text: String, reviewer: String
  ) throws {
    self.desk = desk
    self.group = group
    self.verdict = verdict
    self.text = RecordWriter.canonicalText(text)
    self.reviewer = desk.settings.person(reviewer)
    self.purpose = try purpose ?? Self.openRound(desk)
  }

  private static func openRound(_ desk: PolicyDesk) throws -> SignOff.Purpose {
    guard let round = desk.snapshot.openRound else {
      throw LoadError(
        "\(desk.policy.id) has no open round",
        help: "Its owner opens one with `bylaw round open \(desk.policy.id)`.")
    }
    return .round(round.number)
  }

  /// The text of which it speaks: the file, or for a periodic review what is in force.
  var subject: PolicySnapshot {
    purpose == .review
      ? desk.line.inForce(on: desk.today)?.snapshot ?? desk.snapshot : desk.snapshot
  }

  /// The scopes on which the record speaks.
  package var scopes: [Scope] {
    switch purpose {
    case .round(let number):
      desk.snapshot.rounds.first { $0.number == number }
        .map { desk.judge.scopes(of: $0, for: group) } ?? []
    case .urgent: Scope.published
    case .retire: [.retire]
    case .review: subject.scopes
    case .translation: []
    }
  }

  /// The record as it is about to be signed.
  package func signOff() throws -> SignOff {
    try refuse()
    let own = desk.line.records + desk.judge.proven + desk.judge.unproven.map(\.record)
    let numbers = own.compactMap(\.signOff).filter { $0.reviewer == reviewer }.map(\.number)
    var signOff = SignOff(
      workspace: desk.settings.workspace.id, policy: desk.policy.id, purpose: purpose,
      version: subject.version, group: group, reviewer: reviewer,
      number: (numbers.max() ?? 0) + 1, verdict: verdict, signed: desk.today,
      digests: scopes.compactMap { scope in
        subject.digests[scope].map { .init(scope: scope.rawValue, value: $0) }
      }, text: text)
    signOff.clears = clears
    signOff.considered = considered
    return signOff
  }

  /// Where no group is asked, the owner acts, and nobody signs.
  private var isOwners: Bool { purpose == .review && group == "none" }

  private func refuse() throws {
    let workspace = desk.settings.workspace
    if isOwners {
      let owner = desk.snapshot.owner.map(desk.settings.person)
      guard reviewer == owner else {
        throw LoadError(
          "lifecycle.living asks no group, so the owner reviews \(desk.policy.id)",
          help: "That is \(owner ?? "nobody: name an `owner` in the file").")
      }
      return
    }
    guard workspace.groups[group] != nil else {
      let near = nearestName(to: group, among: workspace.groups.keys)
      throw LoadError(
        "There is no group `\(group)`", help: near.map { "Did you mean `\($0)`?" })
    }
    if case .round(let number) = purpose {
      guard let round = desk.snapshot.rounds.first(where: { $0.number == number }),
        round.groups.contains(group)
      else {
        let asked = desk.snapshot.openRound?.groups.joined(separator: ", ") ?? ""
        throw LoadError("Round \(number) does not ask `\(group)`", help: "It asks: \(asked).")
      }
    }
    try refuseStranger(workspace)
    guard !verdict.needsText || !text.isEmpty else {
      throw LoadError("`\(verdict.rawValue)` needs words", help: "Give them with -m.")
    }
  }

  private func refuseStranger(_ workspace: Workspace) throws {
    let members = desk.settings.members(of: group)
    let overrulers = desk.settings.members(
      ofAny: desk.settings.requirements(for: desk.snapshot.theme).overruleGroups)
    let authors = Set(scopes.flatMap { desk.judge.authors[$0] ?? [] })
    if verdict == .overrule {
      guard overrulers.contains(reviewer) else {
        throw LoadError("\(reviewer) is not in lifecycle.overrule")
      }
    } else if !members.contains(reviewer) {
      guard !members.isEmpty, members.isSubset(of: authors), overrulers.contains(reviewer) else {
        throw LoadError(
          "\(reviewer) is no member of `\(group)`",
          help: "Its members: \(members.sorted().joined(separator: ", ")).")
      }
    }
    if verdict == .approve, authors.contains(reviewer) {
      throw LoadError(
        "\(reviewer) wrote some of these words, and nobody approves their own text",
        help: "Ask another member of `\(group)`.")
    }
  }

  /// What changed since this group last signed, else against what is in force.
  package var redline: Redline {
    Redline(from: desk.approvedText, to: desk.policy).restricted(to: Set(scopes))
  }

  /// The record, signed where the workspace asks for it.
  package func plan(key: SigningKey?, isInteractive: Bool) async throws -> EditPlan {
    let signOff = try signOff()
    var bytes: [UInt8]
    switch RecordWriter.checked(signOff) {
    case .success(let text): bytes = text
    case .failure(let problem): throw LoadError(problem.sentence)
    }
    if desk.settings.workspace.proof == .signature, !isOwners {
      guard let key else {
        throw LoadError(
          "There is no key to sign with",
          help: "Name one with --key, or set user.signingkey in your global git configuration.")
      }
      bytes += try await Surroundings.keygen().sign(
        bytes, key: key, environment: Surroundings.environment, isInteractive: isInteractive)
    }
    let path = "\(WorkingRecords.folder(of: desk.policy.id))/\(signOff.fileName)"
    return EditPlan(
      files: [.init(path: path, old: nil, new: bytes)], summary: "Signed: \(path)",
      subject: "\(desk.policy.id): \(verdict.rawValue) as \(group)")
  }
}
