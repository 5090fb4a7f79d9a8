package import PolicyHistory
package import PolicyModel
import PolicyProjection
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
  /// The language of the translation that it is about.
  var locale: String?
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
    self.purpose = try purpose ?? desk.purposeOfRound()
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
    var signOff = SignOff(
      workspace: desk.settings.workspace.id, policy: desk.policy.id, purpose: purpose,
      version: subject.version, group: group, reviewer: reviewer,
      number: desk.nextNumber(of: reviewer), verdict: verdict, signed: desk.today,
      digests: scopes.compactMap { scope in
        subject.digests[scope].map { .init(scope: scope.rawValue, value: $0) }
      } + translationDigests, text: text)
    signOff.clears = clears
    signOff.considered = considered
    // A file of somebody else may have the name already, and stays as it is.
    let taken = Set(desk.knownRecords.map(\.name))
    while taken.contains(signOff.fileName) { signOff.number += 1 }
    return signOff
  }

  /// Where no group is asked, the owner acts, and nobody signs.
  var isOwners: Bool { purpose == .review && group == "none" }

  /// The record, signed where the workspace asks for it.
  package func plan(key: SigningKey?, isInteractive: Bool) async throws -> EditPlan {
    let signOff = try signOff()
    var bytes: [UInt8]
    switch RecordWriter.checked(signOff) {
    case .success(let text): bytes = text
    case .failure(let problem): throw LoadError(problem.sentence)
    }
    if desk.settings.workspace.proof == .signature, !isOwners {
      guard let key else { throw Self.keyMissing }
      bytes += try await Surroundings.keygen().sign(
        bytes, key: key, environment: Surroundings.environment, isInteractive: isInteractive)
    }
    try refuse(bytes, of: signOff)
    let path = "\(WorkingRecords.folder(of: desk.policy.id))/\(signOff.fileName)"
    return EditPlan(
      files: [.init(path: path, old: nil, new: bytes)], summary: "Signed: \(path)",
      subject: "\(desk.policy.id): \(verdict.rawValue) as \(group)")
  }
}
