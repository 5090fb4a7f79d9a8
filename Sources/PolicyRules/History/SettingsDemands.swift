package import PolicyModel
import PolicyProjection

/// A group whose say was taken from it where words were approved: the settings before and those after
/// ask it.
package struct PassedGroup: Sendable, Hashable {
  package var scope: Scope
  package var group: String
  /// Who spoke for it, and could neither before nor after; `nil` where it was not asked at all.
  package var reviewer: String?
}

/// What the settings of a line of landings ask, one after another.
///
/// Demands are compared, and not whole settings: whoever takes a group off a gate for a while may leave
/// something else behind.
struct SettingsDemands {
  private var settings: [JudgingSettings] = []
  /// For each judgement, the place of its settings; `nil` where nobody judged.
  private var places: [Int?] = []

  /// `end` are the settings after the last landing.
  init(_ judgements: [Judgement], end: JudgingSettings?) {
    for judgement in judgements {
      guard let judging = judgement.judge?.settings else {
        places.append(nil)
        continue
      }
      add(judging)
      places.append(settings.count - 1)
    }
    if let end { add(end) }
  }

  private mutating func add(_ next: JudgingSettings) {
    if let last = settings.last, last.judgesLike(next) { return }
    settings.append(next)
  }

  func passed(by judgement: Judgement, at index: Int) -> [PassedGroup] {
    guard judgement.becameCandidate, let place = places[index], place > 0,
      place < settings.count - 1
    else { return [] }
    return judgement.scopes.flatMap { verdict -> [PassedGroup] in
      let isUrgent: Bool
      var approvals: [ScopeVerdict.GroupApproval] = []
      switch verdict.ground {
      case .groups(let all): (isUrgent, approvals) = (false, all)
      case .urgent(let all): (isUrgent, approvals) = (true, all)
      case .nobodyAsked: isUrgent = false
      case .unchangedSince, .enforcedSince, .noWords, nil: return []
      }
      let question = Question(
        scope: verdict.scope, theme: judgement.after?.theme, isUrgent: isUrgent)
      return question.groups(of: settings).compactMap { group in
        passed(question, group, at: place, approvals.first { $0.group == group }, judgement)
      }
    }
  }

  private func passed(
    _ question: Question, _ group: String, at place: Int,
    _ approval: ScopeVerdict.GroupApproval?, _ judgement: Judgement
  ) -> PassedGroup? {
    let asks = settings.map { question.asked(by: $0).contains(group) }
    guard asks[place] else {
      return asks[..<place].contains(true) && asks[(place + 1)...].contains(true)
        ? PassedGroup(scope: question.scope, group: group) : nil
    }
    guard let approval, let judge = judgement.judge,
      let record = judge.proven.first(where: { $0.name == approval.record })
    else { return nil }
    // Settings that ask the group, and would not have taken this yes for its own.
    let refuses = settings.indices.filter { place in
      asks[place] && !question.lets(approval, record, judge.snapshot, by: settings[place])
    }
    guard let before = refuses.last(where: { $0 < place }),
      let after = refuses.first(where: { $0 > place }),
      isRestored(from: settings[before], to: settings[after], approval)
    else { return nil }
    return PassedGroup(scope: question.scope, group: group, reviewer: approval.reviewer)
  }

  /// Whether what stood before was put back: people who come and go, and keys that are worn out and
  /// replaced, leave something else behind.
  private func isRestored(
    from old: JudgingSettings, to new: JudgingSettings, _ approval: ScopeVerdict.GroupApproval
  ) -> Bool {
    func keys(_ settings: JudgingSettings) -> Set<String> {
      Set(settings.signers.filter { $0.value == approval.reviewer }.keys)
    }
    return old.members(of: approval.group) == new.members(of: approval.group)
      && keys(old) == keys(new)
  }
}

/// Whom settings ask about one scope.
private struct Question {
  let scope: Scope
  let theme: Theme?
  let isUrgent: Bool

  func asked(by settings: JudgingSettings) -> [String] {
    isUrgent
      ? settings.requirements(for: theme).urgentGroups
      : settings.groups(for: scope, theme: theme)
  }

  func groups(of settings: [JudgingSettings]) -> [String] {
    Set(settings.flatMap(asked)).sorted()
  }

  /// Whether these settings would take the yes for the group's own.
  func lets(
    _ approval: ScopeVerdict.GroupApproval, _ record: RecordFile, _ snapshot: PolicySnapshot,
    by settings: JudgingSettings
  ) -> Bool {
    let overrulers = settings.requirements(for: theme).overruleGroups
    let people =
      approval.isStandIn
      ? settings.members(ofAny: overrulers) : settings.members(of: approval.group)
    return people.contains(approval.reviewer)
      && RecordJudge(settings: settings, revoked: Revocations(), snapshot: snapshot)
        .refusal(of: record) == nil
  }
}
