import PolicyHistory
package import PolicyModel
import PolicyReading

/// Changes to files that a verb is about to make, with the message of their commit.
package struct EditPlan: Sendable {
  /// Everything that would change one file; `old` is `nil` for a new one.
  package struct File: Sendable {
    package var path: String
    package var old: [UInt8]?
    package var new: [UInt8]

    package init(path: String, old: [UInt8]?, new: [UInt8]) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  package var files: [File]
  /// What was done, in one line, for people.
  package var summary: String
  /// What to do now, as a whole sentence; `nil` where nothing follows at once.
  package var next: String?
  /// The first line of the commit's message, then the reason.
  package var subject: String
  package var body: String?

  package init(
    files: [File], summary: String, next: String? = nil, subject: String, body: String? = nil
  ) {
    self.files = files
    self.summary = summary
    self.next = next
    self.subject = subject
    self.body = body
  }

  /// As `git apply` takes it.
  package var diff: String {
    files.map { UnifiedDiff(from: $0.old ?? [], to: $0.new, path: $0.path).text }.joined()
  }

  /// Writes the files, each as a whole or not at all.
  package func write(in root: String) throws {
    for file in files {
      let path = "\(root)/\(file.path)"
      guard let old = file.old else {
        try OutputFiles.makeFolder(FileSystem.absolute("..", from: path))
        try OutputFiles.write(path, file.new)
        continue
      }
      let edit = try FileEdit(path, maximum: FileChecks.maximumSize)
      guard edit.bytes == old else {
        throw OutputError("\(file.path) changed on disk, so it was not edited", help: "Try again.")
      }
      try edit.commit(file.new)
    }
  }

  /// Throws where a file differs from HEAD already: a commit of the whole file would hold that too, under
  /// a message that does not speak of it.
  package func refuseOtherEdits(in history: WorkspaceHistory) async throws {
    let edited = files.filter { $0.old != nil }
    let entries = try await history.repository.tree(at: history.head, paths: edited.map(\.path))
    for file in edited {
      let entry = entries.first { $0.path == file.path }
      guard entry == nil || entry?.id != history.repository.blobID(of: file.old ?? []) else {
        continue
      }
      let add = entry == nil ? "git add \(file.path) && " : ""
      throw LoadError(
        "\(file.path) has other edits that are not committed, and --commit takes the whole file",
        help:
          "Commit them first: `\(add)git commit -m TEXT -- \(file.path)`. Or leave --commit out.")
    }
  }

  /// Writes the files, and commits them where there is a history to commit to. What can be refused
  /// is refused before anything is written.
  package func carryOut(
    in root: String, committingTo history: WorkspaceHistory?
  ) async throws -> ObjectID? {
    if let history {
      try await history.repository.refuseCommit()
      try await refuseOtherEdits(in: history)
    }
    try write(in: root)
    return if let history { try await commit(in: history) } else { nil }
  }

  /// Commits exactly these files, and runs nothing that the repository names.
  package func commit(in history: WorkspaceHistory) async throws -> ObjectID {
    try await history.repository.commit(
      files.map { .init(path: $0.path, bytes: $0.new) }, message: message)
  }

  private var message: String {
    var message = subject + "\n"
    if let body, !body.isEmpty {
      message += "\n" + Wrapping.lines(body, width: 72).joined(separator: "\n") + "\n"
    }
    return message
  }
}
