package import PolicyModel

extension GitRepository {
  /// The landings up to `end`, oldest first, that touch `paths` below the folder; and the first and
  /// the last of all, whatever they touch.
  ///
  /// What can be reached from `start` is left out, and `kept` is not. Throws `damaged` and `failed`.
  package func landings(
    to end: ObjectID, since start: ObjectID? = nil, keeping kept: Set<ObjectID> = [],
    paths: [String] = Self.policyPaths
  ) async throws(GitError) -> [GitLanding] {
    let line = try await firstParentLine(to: end, since: start)
    let changes = try await changes(of: line.map { ($0.commit, $0.parents.first) }, paths: paths)
    var touching: [(line: CommitLine, changes: [FileChange])] = []
    for (index, commit) in line.enumerated()
    where !changes[index].isEmpty || index == 0 || index == line.count - 1
      || kept.contains(commit.commit)
    {
      touching.append((commit, changes[index]))
    }
    let readings = try await rawCommits(touching.map(\.line.commit))
    var landings: [GitLanding] = []
    for (line, changes) in touching {
      guard let reading = readings[line.commit] else { continue }
      landings.append(
        GitLanding(
          commit: line.commit, firstParent: line.parents.first,
          otherParents: Array(line.parents.dropFirst()), reading: reading, changes: changes))
    }
    return landings
  }

  /// What landings are about: the policies with all that lies beside them, and the settings.
  package static let policyPaths = ["policies", "bylaw.yml"]

  /// The commits that each landing up to `end` brought in by its other parents and that touch
  /// `paths`: by landing, parents before children.
  ///
  /// Each belongs to the first landing that reaches it. Throws `damaged` and `failed`.
  package func sideCommits(
    to end: ObjectID, since start: ObjectID? = nil, paths: [String] = Self.policyPaths
  ) async throws(GitError) -> [ObjectID: [SideCommit]] {
    let line = try await firstParentLine(to: end, since: start)
    guard line.contains(where: { $0.parents.count > 1 }) else { return [:] }
    let all = try await commits(["--topo-order", "--reverse"], to: end, since: start)
    let owners = SideCommitOwners(line: line, all: all).owners
    let side = all.filter { owners[$0.commit] != nil }
    let pairs = side.flatMap { commit in
      commit.comparisons.map { (commit: commit.commit, parent: $0) }
    }
    var lists = try await changes(of: pairs, paths: paths)[...]
    var kept: [(line: CommitLine, changes: [[FileChange]])] = []
    for commit in side {
      let own = Array(lists.prefix(commit.comparisons.count))
      lists = lists.dropFirst(own.count)
      if own.contains(where: { !$0.isEmpty }) { kept.append((commit, own)) }
    }
    let readings = try await rawCommits(kept.map(\.line.commit))
    var found: [ObjectID: [SideCommit]] = [:]
    for (line, changes) in kept {
      guard let owner = owners[line.commit], let reading = readings[line.commit] else { continue }
      found[owner, default: []].append(
        SideCommit(
          commit: line.commit, parents: line.parents, reading: reading, changes: changes))
    }
    return found
  }

  /// Every commit that can be reached from `end` and not from `start`, and touches `paths`: parents
  /// before children.
  ///
  /// Throws `damaged` and `failed`.
  package func branchCommits(
    to end: ObjectID, since start: ObjectID, paths: [String] = Self.policyPaths
  ) async throws(GitError) -> [SideCommit] {
    let all = try await commits(["--topo-order", "--reverse"], to: end, since: start)
    let pairs = all.flatMap { commit in
      commit.comparisons.map { (commit: commit.commit, parent: $0) }
    }
    var lists = try await changes(of: pairs, paths: paths)[...]
    let readings = try await rawCommits(all.map(\.commit))
    var found: [SideCommit] = []
    for line in all {
      let own = Array(lists.prefix(line.comparisons.count))
      lists = lists.dropFirst(own.count)
      guard own.contains(where: { !$0.isEmpty }), let reading = readings[line.commit] else {
        continue
      }
      found.append(
        SideCommit(
          commit: line.commit, parents: line.parents, reading: reading, changes: own))
    }
    return found
  }

  /// Whether `commit` is on the first-parent line of `head`.
  package func isOnFirstParentLine(
    _ commit: ObjectID, of head: ObjectID
  ) async throws(GitError) -> Bool {
    try await firstParentLine(to: head).contains { $0.commit == commit }
  }

  /// Oldest first.
  package func firstParentLine(
    to end: ObjectID, since start: ObjectID? = nil
  ) async throws(GitError) -> [CommitLine] {
    try await commits(["--first-parent", "--reverse"], to: end, since: start)
  }

  private func commits(
    _ order: [String], to end: ObjectID, since start: ObjectID?
  ) async throws(GitError) -> [CommitLine] {
    let range = [end.hex] + (start.map { ["^" + $0.hex] } ?? [])
    let bytes = try await git(["rev-list", "--parents"] + order + range + ["--"]).output()
    var lines: [CommitLine] = []
    for line in bytes.split(separator: 0x0A) {
      let ids = line.split(separator: 0x20)
        .compactMap { ObjectID(String(decoding: $0, as: UTF8.self)) }
      guard let commit = ids.first else { throw unexpected("rev-list") }
      lines.append(CommitLine(commit: commit, parents: Array(ids.dropFirst())))
    }
    return lines
  }
}

/// The landing that brought in each commit that is not on the first-parent line.
private struct SideCommitOwners {
  private(set) var owners: [ObjectID: ObjectID] = [:]

  init(line: [CommitLine], all: [CommitLine]) {
    let parents = Dictionary(all.map { ($0.commit, $0.parents) }) { first, _ in first }
    let onLine = Set(line.map(\.commit))
    for landing in line {
      var open = Array(landing.parents.dropFirst())
      while let commit = open.popLast() {
        guard let next = parents[commit], !onLine.contains(commit), owners[commit] == nil else {
          continue
        }
        owners[commit] = landing.commit
        open += next
      }
    }
  }
}
