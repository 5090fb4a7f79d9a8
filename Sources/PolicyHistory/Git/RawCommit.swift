package import PolicyModel

/// A commit as its bytes say, read so strictly that git and this reader cannot disagree about it.
package struct RawCommit: Sendable, Hashable {
  package let tree: ObjectID
  package let parents: [ObjectID]
  package let author: Identity
  package let committer: Identity
  /// All after the first empty line.
  package let message: String
  /// From `Co-authored-by` in the last paragraph of the message.
  package let coAuthors: [CoAuthor]

  package struct CoAuthor: Sendable, Hashable {
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
  case malformed(reason: String, author: Identity, committer: Identity)

  /// For people to read: of a malformed commit, whatever can be made out.
  package var author: Identity {
    switch self {
    case .sound(let commit): commit.author
    case .malformed(_, let author, _): author
    }
  }

  package var committer: Identity {
    switch self {
    case .sound(let commit): commit.committer
    case .malformed(_, _, let committer): committer
    }
  }

  /// `nil` for a malformed one.
  package var commit: RawCommit? {
    if case .sound(let commit) = self { commit } else { nil }
  }
}
