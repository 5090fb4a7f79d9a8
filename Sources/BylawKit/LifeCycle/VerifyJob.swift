import PolicyHistory
package import PolicyModel
package import PolicyProjection
import PolicyReading

/// Looks at every record, and at the lists of keys.
package enum VerifyJob {
  package struct Audit: Sendable, Encodable {
    package var policy: String
    /// The version that the file has now.
    package var version: Int
    package var records: [RecordStanding]
  }

  /// A line of `allowed_signers` or of `revoked_keys` that is not followed.
  package struct ListProblem: Sendable, Encodable {
    package var path: String
    package var line: Int
    package var sentence: String
  }

  package struct Result: Sendable, Encodable {
    package var policies: [Audit]
    package var lists: [ListProblem]
    /// The policies that could not be looked at, and why.
    package var unread: [Unread]
    /// Where the public keys that are void are listed; `nil` without such a file.
    package var revokedKeys: String?

    package struct Unread: Sendable, Encodable {
      package var policy: String
      package var reason: String
    }

    package var isSound: Bool {
      lists.isEmpty && unread.isEmpty
        && !policies.contains { $0.records.contains(where: \.isProblem) }
    }
  }

  static let signers = "policies/signoffs/allowed_signers"
  static let revoked = "policies/signoffs/revoked_keys"

  /// Looks at the policies with these ids, or at all of them where there is none.
  package static func run(
    _ ids: [String], in folder: WorkspaceFolder, today: CalendarDate
  ) async throws -> Result {
    let checked = await CheckedWorkspace.load(folder, today: today)
    let history = try await WorkspaceHistory.needed(
      in: folder, today: today, needsJudgements: true)
    let judgements = Dictionary(grouping: history.judgements, by: \.policy)
    let user = await PolicyDesk.user(of: history)
    var policies = checked.files.readings.compactMap(\.policy)
    policies += [checked.files.common?.policy].compactMap(\.self)
    var audits: [Audit] = []
    var unread: [Result.Unread] = []
    for id in ids where !policies.contains(where: { $0.id == id }) {
      // Says what is wrong with the name.
      _ = try await PolicyDesk.open(id, checked: checked, history: history, today: today)
    }
    for policy in policies.sorted(by: { $0.id < $1.id })
    where ids.isEmpty || ids.contains(policy.id) {
      do {
        let desk = try PolicyDesk.make(
          policy, checked: checked, history: history, today: today, user: user)
        let audit = RecordAudit(
          line: desk.line, judgements: judgements[policy.id] ?? [], working: desk.judge,
          today: today)
        audits.append(
          Audit(policy: policy.id, version: desk.snapshot.version, records: audit.standings))
      } catch let error as LoadError {
        unread.append(.init(policy: policy.id, reason: error.message))
      }
    }
    for reading in checked.files.readings where reading.policy == nil && ids.isEmpty {
      unread.append(
        .init(
          policy: reading.claimedID ?? reading.source.path,
          reason: "\(reading.source.path) cannot be read"))
    }
    return Result(
      policies: audits.filter { !$0.records.isEmpty || !ids.isEmpty },
      lists: try problems(folder.root), unread: unread,
      revokedKeys: FileSystem.exists("\(folder.root)/\(revoked)") ? revoked : nil)
  }

  private static func problems(_ root: String) throws -> [ListProblem] {
    try list(root, signers) { AllowedSigners.read($0).1 }
      + list(root, revoked) { RevokedKeys.read($0).1 }
  }

  private static func list(
    _ root: String, _ path: String, _ read: ([UInt8]) -> [SignersProblem]
  ) throws -> [ListProblem] {
    guard FileSystem.exists("\(root)/\(path)") else { return [] }
    do {
      return read(try FileSystem.read("\(root)/\(path)", maximum: FileChecks.maximumSize))
        .map { ListProblem(path: path, line: $0.line, sentence: $0.sentence) }
    } catch {
      return [ListProblem(path: path, line: 1, sentence: "It cannot be read: \(words(error)).")]
    }
  }

  private static func words(_ error: FileSystem.ReadError) -> String { PolicyFiles.words(error) }
}
