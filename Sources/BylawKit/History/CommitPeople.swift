import PolicyHistory
import PolicyModel
import PolicyProjection

/// Who stands behind a commit, for what it wrote.
struct CommitPeople {
  /// Lower-cased addresses.
  private(set) var authors: Set<String> = []
  /// What the commit says of others, who may have written too and cannot be compared with a reviewer.
  private(set) var unread: [String] = []

  /// The raw author and the co-authors. A co-author of whom the same commit adds a record does not count:
  /// forges name every reviewer there.
  init(_ reading: CommitReading, reviewers: Set<String>, settings: JudgingSettings?) {
    func person(_ address: String) -> String { settings?.person(address) ?? address.lowercased() }
    if let author = reading.author.comparableAddress {
      authors.insert(person(author))
    } else {
      unread.append("author \(reading.author.name) <\(reading.author.address)>")
    }
    for named in reading.coAuthors.people {
      guard let address = named.comparableAddress else {
        unread.append("Co-authored-by: \(named.name) <\(named.address)>")
        continue
      }
      let coAuthor = person(address)
      if !reviewers.contains(coAuthor) { authors.insert(coAuthor) }
    }
    unread += reading.coAuthors.unread.map { "Co-authored-by: \($0)" }
  }
}
