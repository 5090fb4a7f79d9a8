package import PolicyModel

/// What a policy is judged against: made once for a workspace, read by the check of each policy.
package struct CheckContext: Sendable {
  package let workspace: Workspace
  /// `common.md`, from which policies inherit parts and e-mails.
  package let common: Policy?
  package let index: WorkspaceIndex
  package let today: CalendarDate
  /// The addresses of everyone who can own a policy.
  let people: Set<String>
  let routes: Set<String>
  /// The declared variables that name nobody who reported.
  let harmlessVariables: Set<String>
  private let requirements: [Theme: Lifecycle.Requirements]

  package init(
    workspace: Workspace, common: Policy?, index: WorkspaceIndex, today: CalendarDate
  ) {
    self.workspace = workspace
    self.common = common
    self.index = index
    self.today = today
    people = Set(workspace.people.keys).union(workspace.people.values.flatMap(\.also))
    routes = Set(workspace.escalation)
    harmlessVariables = Set(
      workspace.emails.variables.keys.filter { !EmailReporterNamed.names($0) })
    requirements = workspace.lifecycle.themes
  }

  func requirements(for theme: Theme?) -> Lifecycle.Requirements {
    theme.flatMap { requirements[$0] } ?? workspace.lifecycle.general
  }
}
