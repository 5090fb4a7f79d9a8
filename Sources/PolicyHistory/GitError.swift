/// What keeps git from answering.
package struct GitError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    /// git is not installed, or too old.
    case noGit
    /// git refuses the repository because another user owns it.
    case otherOwner
    /// History is missing: a shallow or partial clone, or grafts.
    case incomplete
    /// No repository, nothing committed in it, or no place to compare from.
    case noHistory
    /// A revision that names nothing, or more than one thing.
    case unknownRevision
    /// An object that is missing or damaged.
    case damaged
    /// git wrote more than the limit allows.
    case tooLarge
    /// git took longer than the limit allows.
    case tooSlow
    /// The user has not told git a name and an address.
    case noIdentity
    /// A commit that cannot be made: a bare repository, an unfinished merge, or nothing to commit.
    case notCommitted
    /// git did something that was not expected of it.
    case failed
  }

  package let reason: Reason
  /// What is wrong, as a sentence without its full stop.
  package let description: String
  /// What to do, as a whole sentence.
  package let help: String?

  package init(_ reason: Reason, _ description: String, help: String? = nil) {
    self.reason = reason
    self.description = description
    self.help = help
  }
}
