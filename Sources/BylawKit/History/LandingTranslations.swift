import PolicyHistory

/// What one landing does to translations: it is gathered once, and asked for each policy.
struct LandingTranslations {
  let git: GitLanding
  /// The translations among its changes.
  private(set) var paths: Set<String> = []
  /// By policy, the languages of those that are gone.
  private(set) var removed: [String: Set<String>] = [:]
  /// Those who stand behind the landing itself.
  let people: CommitPeople

  /// `tree` is how it leaves the workspace.
  init(_ git: GitLanding, in tree: WorkspaceTree, people: CommitPeople) {
    self.git = git
    self.people = people
    for change in git.changes {
      guard case .translation(let policy, let locale) = TreePlace(change.path) else { continue }
      paths.insert(change.path)
      if tree.files[change.path] == nil { removed[policy, default: []].insert(locale) }
    }
  }
}
