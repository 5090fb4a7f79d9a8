package import PolicyModel

/// Why a record does not count: the first condition that failed.
package enum Refusal: Sendable, Hashable, Codable {
  case malformed(reason: String)
  case otherWorkspace(String)
  case otherPolicy(String)
  case otherVersion(Int)
  case noSuchRound(Int)
  case roundOfOtherVersion(round: Int)
  case roundWithdrawn(round: Int)
  case roundDoesNotAsk(round: Int, group: String)
  case notMember(group: String)
  case actsForAnother(group: String)
  case unsigned
  case brokenSignature(reason: String)
  case unknownKey(key: String)
  case keyOfAnother(key: String, person: String)
  case revokedKey(key: String)
  case otherAuthor(author: String)
  case otherCommitter(committer: String)
  case changesMore(commit: ObjectID)
  case lostByRewrite
  /// `landing` is the first whose commits say so; `nil` where only the owner's line, `rounds` or the
  /// working tree does.
  case author(landing: ObjectID?)
  case stale(digest: String)
  case superseded
  case takenBack(by: String)
  case countedAlready(group: String)

  /// A word for the state, for people and machines.
  package enum State: String, Sendable, Hashable, Codable {
    case stale, void, lost
  }
}

extension Refusal: CustomStringConvertible {
  /// A sentence without its full stop.
  package var description: String {
    switch self {
    case .malformed(let reason): "The record cannot be read: \(Self.open(reason))"
    case .otherWorkspace(let name): "The record was made for the workspace `\(name)`"
    case .otherPolicy(let id): "The record was made for the policy `\(id)`"
    case .otherVersion(let version): "The record was made for version \(version)"
    case .noSuchRound(let round): "The policy has no round \(round)"
    case .roundOfOtherVersion(let round): "Round \(round) belongs to another version"
    case .roundWithdrawn(let round): "Round \(round) was withdrawn"
    case .roundDoesNotAsk(let round, let group): "Round \(round) does not ask `\(group)`"
    case .notMember(let group): "The reviewer is no member of `\(group)`"
    case .actsForAnother(let group): "The reviewer acts for `\(group)` in this round already"
    case .unsigned: "The record is not signed"
    case .brokenSignature(let reason): "The signature does not fit the record: \(Self.open(reason))"
    case .unknownKey(let key): "No reviewer is listed for the key \(key)"
    case .keyOfAnother(let key, let person): "The key \(key) belongs to \(person)"
    case .revokedKey(let key): "The key \(key) is revoked"
    case .otherAuthor(let author):
      "The sign-off was lost by a rewrite, or never was the reviewer's own commit: it was made by "
        + "\(author), who is not the reviewer"
    case .otherCommitter(let committer):
      "The sign-off was lost by a rewrite, or never was the reviewer's own commit: it was committed "
        + "by \(committer), who is neither the reviewer nor listed in signoffs.forge_committers"
    case .changesMore(let commit):
      "The sign-off was lost by a rewrite, or never stood alone: \(commit.short), which added the "
        + "record, changes something else as well"
    case .lostByRewrite:
      "The sign-off was lost by a rewrite: the commit that proves it is not in the history"
    case .author(let landing):
      "The reviewer wrote some of these words\(landing.map { ", as commits up to \($0.short) say" } ?? ""), "
        + "and nobody approves their own text"
    case .stale: "The words have changed since they were signed"
    case .superseded: "Other words have replaced these since, so going back to them needs a new yes"
    case .takenBack(let record): "The reviewer has asked for changes since, in \(record)"
    case .countedAlready(let group): "The same person or key counts for `\(group)` already"
    }
  }

  /// A reason may be a whole sentence; here it ends one.
  private static func open(_ reason: String) -> String {
    reason.hasSuffix(".") ? String(reason.dropLast()) : reason
  }

  /// A record that was removed and added again is no new one.
  private static let afterRewrite =
    "Merge branches with sign-offs without squashing or rebasing. Leave the file as it is, and ask the "
    + "reviewer for a new record, with the next number."

  /// What to do, as a whole sentence.
  package var help: String? {
    switch self {
    case .stale: "Ask for a new sign-off."
    case .malformed:
      "If it has landed, leave it as it is, and sign again with the next number. If it has not, "
        + "mend or remove it."
    case .unsigned, .brokenSignature: "Sign again with `bylaw sign`."
    case .unknownKey:
      "List the key in policies/signoffs/allowed_signers, and land that before the record."
    case .keyOfAnother: "Sign with the reviewer's own key."
    case .revokedKey: "Sign again with a key that is not revoked."
    case .notMember: "Add the reviewer to the group in bylaw.yml first, or ask a member."
    case .author: "Ask a member of the group who wrote none of it."
    case .otherAuthor:
      "\(Self.afterRewrite) If that address is the reviewer's too, list it under `also` in `people`, and "
        + "land that."
    case .lostByRewrite, .changesMore, .otherCommitter: Self.afterRewrite
    default: nil
    }
  }
}
