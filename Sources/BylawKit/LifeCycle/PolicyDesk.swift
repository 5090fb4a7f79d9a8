import CommonMark
import PolicyHistory
package import PolicyModel
package import PolicyProjection
import PolicyReading
package import PolicyRules

/// One policy of the working tree with all that is known of it: where every verb of the life cycle
/// begins. The working tree is judged as the next landing on HEAD.
package struct PolicyDesk: Sendable {
  package let folder: WorkspaceFolder
  package let today: CalendarDate
  /// `nil` where there is no git, or nothing is committed here.
  package let history: WorkspaceHistory?
  package let policy: Policy
  package let snapshot: PolicySnapshot
  /// As history knows it before the working tree.
  package let line: PolicyLine
  /// As history would know it if the working tree landed.
  package let landed: PolicyLine
  /// Who approved what of the working tree.
  package let judge: ApprovalJudge
  /// Its translations in the working tree that have no error, by language.
  package let translations: [String: Translation]
  /// The settings by which the working tree is judged.
  package let settings: JudgingSettings
  /// The e-mail address that git gives the person here; lower-cased, the main one of its person.
  package let user: String?
  package let context: CheckContext

  package static func open(
    _ id: String, in folder: WorkspaceFolder, today: CalendarDate, needsJudgements: Bool = false
  ) async throws -> PolicyDesk {
    let checked = await CheckedWorkspace.load(folder, today: today)
    return try await open(id, checked: checked, today: today, needsJudgements: needsJudgements)
  }

  package static func open(
    _ id: String, checked: CheckedWorkspace, today: CalendarDate, needsJudgements: Bool = false
  ) async throws -> PolicyDesk {
    let history = try await WorkspaceHistory.load(
      checked.folder.root, timeZone: checked.folder.settings.organization.timeZone, today: today,
      needsJudgements: needsJudgements)
    return try await open(id, checked: checked, history: history, today: today)
  }

  package static func open(
    _ id: String, checked: CheckedWorkspace, history: WorkspaceHistory?, today: CalendarDate
  ) async throws -> PolicyDesk {
    try make(
      try find(id, checked), checked: checked, history: history, today: today,
      user: await user(of: history))
  }

  /// The address that git gives the person here, if there is one.
  static func user(of history: WorkspaceHistory?) async -> String? {
    do {
      return try await history?.repository.userIdentity().comparableAddress
    } catch {
      // Who is not known signs and writes nothing, and every verb that needs a person says so.
      return nil
    }
  }

  /// The same for a policy that was read already.
  static func make(
    _ policy: Policy, checked: CheckedWorkspace, history: WorkspaceHistory?, today: CalendarDate,
    user: String?
  ) throws -> PolicyDesk {
    let folder = checked.folder
    let own = JudgingSettings(workspace: folder.settings, signers: workingSigners(folder.root))
    let settings = history?.settings ?? own
    let line = history?.lines[policy.id] ?? PolicyLine(id: policy.id)
    func blob(_ bytes: [UInt8]) -> ObjectID? {
      history?.repository.blobID(of: bytes) ?? ObjectID(String(repeating: "0", count: 40))
    }
    let isCommon = policy.id == "common"
    guard let id = blob(policy.source.text.bytes) else {
      throw LoadError("\(policy.source.path) has no name in git")
    }
    let snapshot = PolicySnapshot(
      of: policy, blob: id,
      digests: ScopeDigest.all(of: policy), isCommon: isCommon)
    let records = WorkingRecords.load(
      folder.root, policy: policy.id, landed: line.records, blob: blob)
    var fold = LifecycleFold(
      revoked: history?.fold.revoked ?? Revocations(), lines: [policy.id: line])
    let person = user.map(settings.person)
    var touch = Touch(
      id: policy.id, snapshot: snapshot, records: records,
      authors: Self.uncommitted(snapshot, line, person))
    touch.translations = Self.touches(
      of: policy.id, checked.translations, line, person, blob: blob)
    let sound = Dictionary(
      checked.translations.sound.filter { $0.id == policy.id }.map { ($0.locale.value, $0) },
      uniquingKeysWith: { first, _ in first })
    let judgements = fold.apply(
      LandedChange(
        landing: Landing(
          commit: snapshot.blob, day: today, author: user ?? "", index: .max),
        settings: settings,
        touches: [touch]))
    guard let judge = judgements.first?.judge else {
      throw LoadError("\(policy.source.path) cannot be judged")
    }
    return PolicyDesk(
      folder: folder, today: today, history: history, policy: policy, snapshot: snapshot,
      line: line, landed: fold.lines[policy.id] ?? line, judge: judge,
      translations: sound, settings: settings,
      user: person, context: checked.context)
  }

  /// Words that are not committed are the user's.
  private static func uncommitted(
    _ snapshot: PolicySnapshot, _ line: PolicyLine, _ user: String?
  ) -> [Scope: Set<String>] {
    guard let user else { return [:] }
    var authors: [Scope: Set<String>] = [:]
    for (scope, digest) in snapshot.digests where line.snapshot?.digests[scope] != digest {
      authors[scope] = [user]
    }
    return authors
  }

  private static func workingSigners(_ root: String) -> [String: String] {
    let path = "\(root)/policies/signoffs/allowed_signers"
    guard let bytes = try? FileSystem.read(path, maximum: FileChecks.maximumSize) else {
      return [:]
    }
    return AllowedSigners.read(bytes).0.reviewersByFingerprint
  }

  private static func find(_ id: String, _ checked: CheckedWorkspace) throws -> Policy {
    if id == "common", let common = checked.files.common?.policy { return common }
    let policies = checked.files.readings.compactMap(\.policy)
    let found = policies.filter { $0.id == id }
    if found.count > 1 {
      throw LoadError(
        "`\(id)` is the id of \(found.map(\.source.path).joined(separator: " and of "))",
        help: "Give one of them another id.")
    }
    if let policy = found.first { return policy }
    let broken = checked.files.readings.first { $0.policy == nil && $0.claimedID == id }
    if let broken {
      throw LoadError(
        "\(broken.source.path) cannot be read", help: "Run `bylaw check \(broken.source.path)`.")
    }
    let near = nearestName(to: id, among: policies.map(\.id))
    throw LoadError(
      "There is no policy `\(id)`",
      help: near.map { "Did you mean `\($0)`?" } ?? "`bylaw list` shows all.")
  }
}

extension PolicyDesk {
  /// Every record of the policy in the working tree.
  package var records: [RecordFile] { judge.proven + judge.unproven.map(\.record) }

  /// The text that stands approved, against which a change is compared.
  package var approvedText: Policy? {
    guard let history, let candidate = line.inForce(on: today) ?? line.latestCandidate() else {
      return nil
    }
    return history.text(of: candidate)
  }

  /// What the working tree changes, compared with what stands approved.
  package func redline(from old: Policy?) -> Redline { Redline(from: old, to: policy) }

  /// Gates are judged on `day`: today, or the day of its release for a policy in iteration.
  package func gateJudge(day: CalendarDate? = nil) -> GateJudge {
    let released = snapshot.history.last { $0.stage == .iteration }?.on
    let judged = day ?? (snapshot.stage == .iteration ? released ?? today : today)
    var content: [Gate: [Finding]] = [:]
    var known: Set<[String]> = []
    for gate in [Gate.comprehensive, .goodFit, .performable] {
      // A later gate asks for what the earlier ones asked for, and need not say so again.
      content[gate] = GateContent.findings(
        policy.source, for: gate, headings: settings.workspace.headings, context: context
      )?.filter { known.insert([$0.rule.name, $0.headline]).inserted }
    }
    let before = previousText
    let isFirst = !line.candidates.contains { $0.version < snapshot.version }
    var gateJudge = GateJudge(
      judge: judge, line: line, content: content,
      proposedClass: before == nil && !isFirst
        ? nil
        : Policy.Change.Class.proposed(by: redline(from: before), isFirstVersion: isFirst),
      change: policy.facts.changes.first { $0.version == snapshot.version }, day: judged)
    gateJudge.landingDay = today
    return gateJudge
  }

  /// The version that this one revises.
  private var previousText: Policy? {
    guard let history else { return nil }
    let candidate = line.candidates.last { $0.version < snapshot.version }
    return candidate.flatMap { history.text(of: $0) }
  }
}
