package import PolicyModel

/// A commit as its bytes say, read so strictly that git and this reader cannot disagree about it.
package struct RawCommit: Sendable, Hashable {
  package let tree: ObjectID
  package let parents: [ObjectID]
  package let author: Identity
  package let committer: Identity
  /// All after the first empty line.
  package let message: String
  package let coAuthors: CoAuthors
}

/// Whom the `Co-authored-by` lines of a message name.
package struct CoAuthors: Sendable, Hashable {
  /// In the order of the message.
  package var people: [Person] = []
  /// What stands in the lines that name no address, as far as it can be shown.
  package var unread: [String] = []

  package init(people: [Person] = [], unread: [String] = []) {
    self.people = people
    self.unread = unread
  }

  package struct Person: Sendable, Hashable {
    package let name: String
    package let address: String

    /// As ``Identity/comparableAddress``.
    package var comparableAddress: String? {
      Identity(name: name, address: address, seconds: 0).comparableAddress
    }
  }
}

/// What reading one commit gave.
package enum CommitReading: Sendable, Hashable {
  case sound(RawCommit)
  /// Nothing can be proved by this commit. The reason is a sentence without its full stop.
  case malformed(reason: String, author: Identity, committer: Identity, coAuthors: CoAuthors)

  /// For people to read: of a malformed commit, whatever can be made out.
  package var author: Identity {
    switch self {
    case .sound(let commit): commit.author
    case .malformed(_, let author, _, _): author
    }
  }

  package var committer: Identity {
    switch self {
    case .sound(let commit): commit.committer
    case .malformed(_, _, let committer, _): committer
    }
  }

  /// Also those of a malformed commit: who wrote something is no proof of anything.
  package var coAuthors: CoAuthors {
    switch self {
    case .sound(let commit): commit.coAuthors
    case .malformed(_, _, _, let coAuthors): coAuthors
    }
  }

  /// `nil` for a malformed one.
  package var commit: RawCommit? {
    if case .sound(let commit) = self { commit } else { nil }
  }
}
