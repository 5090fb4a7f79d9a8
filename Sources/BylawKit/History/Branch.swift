import PolicyHistory
import PolicyModel

/// What HEAD brings on top of a base: the tree of the base with the paths that the change touched since
/// the two parted, as one landing.
struct Branch: Sendable {
  let base: ObjectID
  let head: ObjectID
  /// Where the two parted.
  let fork: ObjectID
  let landing: GitLanding
  /// Every commit of the branch, parents before children.
  let commits: [SideCommit]
  /// What the branch changed since the fork.
  let own: [FileChange]
  /// What the base changed since the fork.
  let others: [FileChange]
  /// Whether the branch merged the base, so that it would take the place of the main line.
  let isOffLine: Bool

  /// Throws `noHistory` where the two share no single place from which the change began.
  static func read(
    _ base: ObjectID, _ head: ObjectID, named name: String, in repository: GitRepository
  ) async throws -> Branch {
    let forks = try await repository.mergeBases(base, head)
    guard let fork = forks.first else {
      throw GitError(
        .noHistory, "HEAD and \(name) share no history, so there is nothing to compare",
        help: "Name the branch from which this one began.")
    }
    guard forks.count == 1 else {
      throw GitError(
        .noHistory, "HEAD and \(name) merged each other, so the change has no single beginning",
        help: "Rebase this branch on \(name).")
    }
    let lists = try await repository.changes(
      of: [(head, fork), (base, fork)], paths: GitRepository.policyPaths)
    guard lists.count == 2 else { throw GitError(.failed, "`git diff-tree` left something out") }
    let theirs = Dictionary(lists[1].map { ($0.path, $0.new) }, uniquingKeysWith: { $1 })
    let changes = lists[0].compactMap { change -> FileChange? in
      let old = theirs[change.path] ?? change.old
      guard old?.id != change.new?.id || old?.mode != change.new?.mode else { return nil }
      return FileChange(path: change.path, old: old, new: change.new)
    }
    let isAncestor = try await repository.isAncestor(base, of: head)
    let isOnLine =
      isAncestor ? try await repository.isOnFirstParentLine(base, of: head) : true
    return Branch(
      base: base, head: head, fork: fork,
      landing: GitLanding(
        commit: head, firstParent: base, otherParents: [head],
        reading: try await repository.rawCommit(head), changes: changes),
      commits: try await repository.branchCommits(to: head, since: base), own: lists[0],
      others: lists[1], isOffLine: !isOnLine)
  }

  /// The paths that both sides changed, each in its own way.
  var contested: Set<String> {
    Set(landing.changes.map(\.path)).intersection(others.map(\.path))
  }
}
