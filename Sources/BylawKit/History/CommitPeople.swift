import PolicyHistory
import PolicyModel

/// Who stands behind a commit, for what it wrote.
struct CommitPeople {
  /// Lower-cased addresses.
  let authors: Set<String>

  /// The raw author and the co-authors. A co-author of whom the same commit adds a record does not count:
  /// forges name every reviewer there.
  init(_ reading: CommitReading, reviewers: Set<String>, settings: JudgingSettings?) {
    func person(_ address: String) -> String { settings?.person(address) ?? address.lowercased() }
    var authors: Set<String> = []
    if let author = reading.author.comparableAddress { authors.insert(person(author)) }
    for coAuthor in reading.commit?.coAuthors ?? [] {
      guard let address = coAuthor.comparableAddress else { continue }
      let coAuthor = person(address)
      if !reviewers.contains(coAuthor) { authors.insert(coAuthor) }
    }
    self.authors = authors
  }
}
