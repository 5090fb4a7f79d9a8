import PolicyModel
import PolicyProjection

extension PolicyDesk {
  /// Translations that are behind what the sites show, and those that wait for somebody's yes.
  var translationDues: [DueItem] {
    settings.workspace.targetLocales.flatMap { locale in
      [staleDue(locale)].compactMap(\.self) + waitingDues(locale)
    }
  }

  private func name(_ locale: Workspace.Locale) -> String { locale.name ?? locale.tag }

  private func staleDue(_ locale: Workspace.Locale) -> DueItem? {
    guard let shown = line.inForce(on: today) ?? line.upcoming(after: today).first,
      let found = line.translation(into: locale.tag, of: shown), found.isStale
    else { return nil }
    let people = settings.members(ofAny: locale.groups).sorted()
    let what = "is behind version \(shown.version), which the sites show"
    return DueItem(
      .translation, policy.id, "the translation into \(name(locale)) \(what)",
      who: people.isEmpty ? owner : people,
      command: "bylaw check \(Translation.path(of: policy.id, in: locale.tag))")
  }

  private func waitingDues(_ locale: Workspace.Locale) -> [DueItem] {
    guard let state = landed.translations[locale.tag], !state.isApproved,
      let verdict = translation(into: locale.tag)?.verdict
    else { return [] }
    let objections = verdict.objections.map { record in
      DueItem(
        .translation, policy.id,
        "the translation into \(name(locale)) waits for an answer to \(record)", who: owner,
        command: "bylaw signoffs verify \(policy.id)")
    }
    return objections
      + verdict.groups.filter { $0.approval == nil }.map { group in
        let asked = settings.workspace.groups[group.group]?.name ?? group.group
        return DueItem(
          .translation, policy.id, "the translation into \(name(locale)) waits for \(asked)",
          who: group.candidates,
          command: "bylaw sign \(policy.id) --as \(group.group) --for translation "
            + "--locale \(locale.tag) --approve")
      }
  }
}
