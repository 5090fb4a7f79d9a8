import PolicyModel
package import PolicyProjection

/// What can be said of a line of landings only once all of it is known.
struct HistorySurvey {
  /// The judgements of each landing.
  let landings: [Range<Int>]
  private var last: [String: Int] = [:]
  private var places: [String: String] = [:]
  private let demands: SettingsDemands

  /// `end` are the settings after the last landing.
  init(_ judgements: [Judgement], end: JudgingSettings?) {
    landings = Judgement.landings(of: judgements)
    demands = SettingsDemands(judgements, end: end)
    for (index, judgement) in judgements.enumerated() {
      last[judgement.policy] = index
      if let path = judgement.after?.path { places[judgement.policy] = path }
    }
  }

  func isLast(_ index: Int, _ policy: String) -> Bool { last[policy] == index }

  /// The groups that settings which stood only for a while kept from being asked.
  func passed(by judgement: Judgement, at index: Int) -> [PassedGroup] {
    demands.passed(by: judgement, at: index)
  }

  func place(of judgement: Judgement, _ last: PolicySnapshot?) -> String {
    places[judgement.policy] ?? last?.path ?? "policies"
  }
}

extension Judgement {
  /// The judgements of each landing, which stand together.
  package static func landings(of judgements: [Judgement]) -> [Range<Int>] {
    var landings: [Range<Int>] = []
    var start = 0
    while start < judgements.count {
      let commit = judgements[start].landing.commit
      let end =
        judgements[start...].firstIndex { $0.landing.commit != commit } ?? judgements.count
      landings.append(start..<end)
      start = end
    }
    return landings
  }

  /// Whether this policy is `other` under a new id: it goes on with the history of another that went,
  /// or became something else, with the same landing.
  func takesThePlace(of other: Judgement) -> Bool {
    guard other.policy != policy, let after, let old = other.before, !old.history.isEmpty,
      !isBeginning, before?.digests != after.digests, other.after?.digests != old.digests,
      after.history.starts(with: old.history)
    else { return false }
    let isNew = before == nil
    let isSameFile = after.path == old.path
    let sharesRules = !Set(after.rules).isDisjoint(with: old.rules)
    let sharesTitle = !after.title.isEmpty && after.title == old.title
    return isSameFile || (isNew && other.after == nil && (sharesRules || sharesTitle))
  }
}
