import PolicyModel

/// Reads the gates of `bylaw.yml`. A theme's values are merged over the general ones, key by key.
struct LifecycleReader {
  let known: Set<String>

  func lifecycle(_ value: FieldValue?, _ findings: inout FindingCollector) -> Lifecycle {
    let general = requirements(value, over: Self.defaults, &findings)
    var themes: [Theme: Lifecycle.Requirements] = [:]
    for (key, theme) in value?["themes"]?.pairs ?? [] {
      if let name = Theme(rawValue: key.name) {
        themes[name] = requirements(theme, over: general, &findings)
      }
    }
    return Lifecycle(
      general: general, themes: themes, enforcedSince: value?["enforced_since"]?.text,
      acknowledged: (value?["acknowledged"]?.items ?? []).compactMap { item in
        guard let commit = item["commit"]?.text, let rule = item["rule"]?.text,
          let reason = item["reason"]?.text
        else { return nil }
        return .init(commit: commit, rule: RuleID(rule), reason: reason)
      })
  }

  private static let defaults = Lifecycle.Requirements(
    research: [.internalData, .talentFeedback, .clientFeedback, .regulation], goodFitRounds: 2,
    goodFitGroups: [], performableRounds: 1, performableGroups: [:], calibration: 3,
    notice: Period(15, .day), noticeSignificant: Period(30, .day), reviewEvery: Period(6, .month),
    livingGroups: [], urgentGroups: [], urgentWithin: Period(14, .day), retireGroups: [],
    overruleGroups: [])

  private func requirements(
    _ value: FieldValue?, over base: Lifecycle.Requirements, _ findings: inout FindingCollector
  ) -> Lifecycle.Requirements {
    var all = base
    if let research = value?["comprehensive"]?["research"] {
      all.research = research.texts.compactMap(Policy.Evidence.Kind.init(rawValue:))
    }
    let goodFit = value?["good_fit"]
    all.goodFitRounds = goodFit?["rounds"]?.number ?? all.goodFitRounds
    all.goodFitGroups = groups(goodFit, &findings) ?? all.goodFitGroups
    let performable = value?["performable"]
    all.performableRounds = performable?["rounds"]?.number ?? all.performableRounds
    for (key, groups) in performable?["groups"]?.pairs ?? [] {
      guard let scope = Scope(rawValue: key.name) else { continue }
      check(groups, &findings)
      all.performableGroups[scope] = groups.texts
    }
    all.calibration = performable?["calibration"]?.number ?? all.calibration
    all.notice = performable?["notice"]?.period ?? all.notice
    all.noticeSignificant = performable?["notice_significant"]?.period ?? all.noticeSignificant
    all.reviewEvery = value?["living"]?["review_every"]?.period ?? all.reviewEvery
    all.livingGroups = groups(value?["living"], &findings) ?? all.livingGroups
    all.urgentGroups = groups(value?["urgent"], &findings) ?? all.urgentGroups
    all.urgentWithin = value?["urgent"]?["within"]?.period ?? all.urgentWithin
    all.retireGroups = groups(value?["retire"], &findings) ?? all.retireGroups
    all.overruleGroups = groups(value?["overrule"], &findings) ?? all.overruleGroups
    return all
  }

  private func groups(_ gate: FieldValue?, _ findings: inout FindingCollector) -> [String]? {
    guard let groups = gate?["groups"] else { return nil }
    check(groups, &findings)
    return groups.texts
  }

  private func check(_ groups: FieldValue, _ findings: inout FindingCollector) {
    GroupNames.check(groups, known, &findings)
  }
}
