package import PolicyModel

/// A commit on the first-parent line, and what it changed.
package struct GitLanding: Sendable, Hashable {
  package let commit: ObjectID
  /// `nil` for the first commit of all.
  package let firstParent: ObjectID?
  /// What a merge brought in.
  package let otherParents: [ObjectID]
  /// The commit as it was read; nothing is proved by a malformed one.
  package let reading: CommitReading
  /// Against the first parent.
  package let changes: [FileChange]

  package init(
    commit: ObjectID, firstParent: ObjectID?, otherParents: [ObjectID], reading: CommitReading,
    changes: [FileChange]
  ) {
    self.commit = commit
    self.firstParent = firstParent
    self.otherParents = otherParents
    self.reading = reading
    self.changes = changes
  }

  package var author: Identity { reading.author }
  package var committer: Identity { reading.committer }
}

/// A commit that a landing brought in: it is on another parent's line.
package struct SideCommit: Sendable, Hashable {
  package let commit: ObjectID
  package let parents: [ObjectID]
  package let reading: CommitReading
  /// For each parent, in order, the changes against it. A commit without parents has one list, of
  /// all that it holds.
  package let changes: [[FileChange]]

  /// What it changed itself: against each of its parents.
  package var own: [FileChange] {
    changes.dropFirst().reduce(changes.first ?? []) { own, others in
      own.filter { change in others.contains { $0.path == change.path } }
    }
  }
}

/// One path that differs. A rename is one that went and one that came.
package struct FileChange: Sendable, Hashable {
  /// As in ``TreeEntry``.
  package let path: String
  /// `nil` where nothing was there.
  package let old: TreeEntry?
  /// `nil` where nothing is left.
  package let new: TreeEntry?

  package init(path: String, old: TreeEntry?, new: TreeEntry?) {
    self.path = path
    self.old = old
    self.new = new
  }
}
