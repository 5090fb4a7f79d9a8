import CommonMark
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules

/// Reads the translations that belong to what the sites show.
struct PublishedTranslations {
  /// A text that the sites show.
  struct Shown: Sendable {
    var candidate: Candidate
    var text: Policy
  }

  private struct Planned: Sendable {
    var shown: Shown
    var locale: Workspace.Locale
    var approved: TranslationLine.Approved
    var isStale: Bool
    var bytes: [UInt8]?
    var workspace: Workspace
  }

  /// By the id of the policy, in the order of the workspace's languages.
  static func load(
    of shown: [Shown], _ history: WorkspaceHistory, workspace: Workspace, on day: CalendarDate
  ) async -> [String: [Publication.Translated]] {
    let planned = plan(shown, history, workspace)
    guard !planned.isEmpty else { return [:] }
    let checker = TranslationChecker(
      context: CheckContext(
        workspace: workspace, common: nil, index: WorkspaceIndex(shown.map(\.text)), today: day))
    let read = await concurrentMap(planned) { translated($0, checker) }
    var all: [String: [Publication.Translated]] = [:]
    for (plan, translated) in zip(planned, read) {
      if let translated { all[plan.shown.text.id, default: []].append(translated) }
    }
    return all
  }

  private static func plan(
    _ shown: [Shown], _ history: WorkspaceHistory, _ workspace: Workspace
  ) -> [Planned] {
    var settings = history.loaded.settings
    return shown.flatMap { shown in
      workspace.targetLocales.compactMap { locale -> Planned? in
        guard let line = history.lines[shown.candidate.snapshot.id],
          let found = line.translation(into: locale.tag, of: shown.candidate),
          let judged = settings.workspace(found.approved.settings)
        else { return nil }
        return Planned(
          shown: shown, locale: locale, approved: found.approved, isStale: found.isStale,
          bytes: settings.blobs[found.approved.snapshot.blob], workspace: judged)
      }
    }
  }

  /// `nil` for what cannot be made into pages safely: its source is shown in its place.
  private static func translated(
    _ plan: Planned, _ checker: TranslationChecker
  ) -> Publication.Translated? {
    let path = plan.approved.snapshot.path
    guard let bytes = plan.bytes,
      let text = TranslationShelf.translation(bytes, at: path, in: plan.workspace)
    else { return nil }
    let reading = TranslationReading(source: text.words.source, translation: text, findings: [])
    let source = TranslationSource(
      plan.shown.text, digests: plan.shown.candidate.snapshot.digests)
    let isRefused = checker.check(reading, source: source).contains { finding in
      finding.severity == .error
        && (RuleCatalog.isGuarded(finding.rule) || RuleArea(of: finding.rule) == .translation)
    }
    return isRefused
      ? nil
      : Publication.Translated(
        locale: plan.locale, text: text, isStale: plan.isStale,
        source: plan.shown.candidate.snapshot.digests, approved: plan.approved.landing.day)
  }
}
