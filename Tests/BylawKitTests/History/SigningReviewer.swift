import Foundation
import PolicyModel
import PolicyReading
import PolicyRules

@testable import BylawKit

/// A reviewer with a key that the real ssh-keygen made.
final class SigningReviewer: Sendable {
  let address: String
  /// As `allowed_signers` lists it.
  let line: String
  private let home: TemporaryFolder

  init(_ address: String) throws {
    self.address = address
    home = try TemporaryFolder()
    let key = home.path("key")
    try Self.keygen(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key], in: home.path)
    let words = try home.text("key.pub").split(whereSeparator: \.isWhitespace).prefix(2)
    line = "\(address) \(words.joined(separator: " "))\n"
  }

  private static func keygen(_ arguments: [String], in folder: String) throws {
    let done = try LandingRepository.run(
      ["ssh-keygen"] + arguments, in: folder, ["PATH": "/usr/bin:/bin", "HOME": folder])
    guard done.status == 0 else {
      throw LandingRepository.Failure(arguments: arguments, message: done.output)
    }
  }

  /// A record on the words as they stand on the disk: its path and its text.
  func record(
    on policy: String, in repository: LandingRepository, group: String, scopes: [Scope],
    round: Int = 1, version: Int = 1, number: Int = 1, verdict: SignOff.Verdict = .approve,
    named other: String? = nil, text: String = "", edit: (inout SignOff) -> Void = { _ in }
  ) async throws -> [String: String?] {
    let desk = try await PolicyDesk.open(
      policy, in: try repository.folder.load(), today: LandingRepository.today)
    var signOff = SignOff(
      workspace: desk.folder.settings.id, policy: policy, purpose: .round(round), version: version,
      group: group, reviewer: other ?? address, number: number, verdict: verdict,
      signed: LandingRepository.today,
      digests: scopes.compactMap { scope in
        desk.snapshot.digests[scope].map { .init(scope: scope.rawValue, value: $0) }
      }, text: text)
    edit(&signOff)
    let bytes = RecordWriter.text(of: signOff)
    try home.write("record", String(decoding: bytes, as: UTF8.self))
    try? FileManager.default.removeItem(atPath: home.path("record.sig"))
    try Self.keygen(
      ["-q", "-Y", "sign", "-n", "bylaw-signoff", "-f", home.path("key"), home.path("record")],
      in: home.path)
    let path = "\(WorkingRecords.folder(of: policy))/\(signOff.fileName)"
    return [path: try home.text("record") + home.text("record.sig")]
  }
}

extension LandingRepository {
  /// A workspace in which Legal must approve the rule, in one round.
  static func asking(
    _ reviewers: [SigningReviewer], listsKeys: Bool = true, isProvenByCommits: Bool = false
  ) throws -> LandingRepository {
    let members = reviewers.map(\.address).joined(separator: ", ")
    let people = reviewers.map { "\n  \($0.address): {name: A reviewer}" }.joined()
    let settings = SoundSample.settings
      .replacing(
        "escalation:",
        with: isProvenByCommits ? "signoffs: {proof: commit}\nescalation:" : "escalation:"
      )
      .replacing("people:", with: "people:" + people)
      .replacing("groups: {}", with: "groups: {legal: {name: Legal, members: [\(members)]}}")
      .replacing(
        "good_fit: {rounds: 0, groups: []}", with: "good_fit: {rounds: 1, groups: [legal]}")
    let repository = try LandingRepository(settings: settings)
    try repository.land(
      ["policies/signoffs/allowed_signers": listsKeys ? reviewers.map(\.line).joined() : ""],
      on: "2026-01-03")
    return repository
  }
}

extension Life {
  /// A round on the rule that asks Legal.
  func round(
    _ number: Int, authors: [String] = ["mira@example.com"], isClosed: Bool = false
  ) -> Life {
    let end = isClosed ? ", closed: 2026-01-07, outcome: approved" : ""
    return with {
      $0.rounds.append(
        "{round: \(number), version: \($0.version), opened: 2026-01-06, scopes: [policy], "
          + "groups: [legal], authors: [\(authors.joined(separator: ", "))]\(end)}")
    }
  }
}
