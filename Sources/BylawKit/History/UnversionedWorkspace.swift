import PolicyModel
import PolicyProjection
import PolicyReading

/// A workspace without git, or with nothing committed: its files are taken as the only landing. No
/// record can be trusted there, so only what needs nobody's approval is published.
enum UnversionedWorkspace {
  static func publication(_ checked: CheckedWorkspace, on day: CalendarDate) -> Publication {
    let settings = JudgingSettings(workspace: checked.folder.settings, signers: [:])
    let needsNobody = checked.sound.filter { policy in
      Scope.published.allSatisfy {
        settings.groups(for: $0, theme: policy.facts.theme?.value).isEmpty
      }
    }
    var publication = Publication(
      workspace: checked.folder.settings, policies: needsNobody, common: checked.common,
      today: day)
    publication.add(checked.translations) { $0.groups.isEmpty }
    return publication
  }
}
