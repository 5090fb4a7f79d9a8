import PolicyHistory
import PolicyModel
import PolicyProjection

/// Who stands behind a commit, for what it wrote. Addresses are lower-cased.
struct CommitPeople {
  private let author: String?
  private let coAuthors: Set<String>
  /// What the commit says of others, who may have written too and cannot be compared with a reviewer.
  let unread: [String]
  /// By policy, those of whom the commit adds a record about it.
  private let reviewers: [String: Set<String>]

  init(
    _ reading: CommitReading, adding changes: [FileChange], records: RecordShelf,
    settings: JudgingSettings?
  ) {
    func person(_ address: String) -> String { settings?.person(address) ?? address.lowercased() }
    var unread: [String] = []
    author = reading.author.comparableAddress.map(person)
    if author == nil {
      unread.append("author \(reading.author.name) <\(reading.author.address)>")
    }
    var coAuthors: Set<String> = []
    for named in reading.coAuthors.people {
      if let address = named.comparableAddress {
        coAuthors.insert(person(address))
      } else {
        unread.append("Co-authored-by: \(named.name) <\(named.address)>")
      }
    }
    self.coAuthors = coAuthors
    self.unread = unread + reading.coAuthors.unread.map { "Co-authored-by: \($0)" }
    var reviewers: [String: Set<String>] = [:]
    if !coAuthors.isEmpty {
      for change in changes {
        guard case .record(let policy, let name) = TreePlace(change.path), change.old == nil,
          let new = change.new, let reviewer = Self.reviewer(of: records[name, new.id], settings)
        else { continue }
        reviewers[policy, default: []].insert(person(reviewer))
      }
    }
    self.reviewers = reviewers
  }

  /// Where reviewers sign with keys, anybody can write a file that only looks like a record: it exempts
  /// nobody.
  private static func reviewer(of record: RecordFile, _ settings: JudgingSettings?) -> String? {
    guard let reviewer = record.signOff?.reviewer else { return nil }
    guard let settings, settings.workspace.proof == .signature else { return reviewer }
    guard case .valid(let key) = record.signature, let owner = settings.signers[key],
      settings.person(owner) == settings.person(reviewer)
    else { return nil }
    return reviewer
  }

  /// Those who wrote what the commit gives a policy: the raw author and the co-authors. A co-author of
  /// whom the same commit adds a record about this policy does not count: forges name every reviewer
  /// there.
  func authors(of policy: String?) -> Set<String> {
    let exempt = policy.flatMap { reviewers[$0] } ?? []
    return coAuthors.subtracting(exempt).union([author].compactMap(\.self))
  }
}

/// Who stands behind a landing, and what it merged: gathered once, and asked for each policy.
struct LandedPeople {
  let people: CommitPeople
  /// By policy, the merged commits that touch its text.
  let sides: [String: [MergedTexts]]
}

/// A merged commit, as one policy sees it.
struct MergedTexts {
  let commit: SideCommit
  let people: CommitPeople
  /// Of the commit's changes, those of files that are the policy before or after them; as there, a list
  /// for each parent.
  let changes: [[FileChange]]
}
