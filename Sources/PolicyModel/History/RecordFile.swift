/// A `.signoff` file in a tree: what it says, and what is known of it whatever the settings are.
package struct RecordFile: Sendable, Hashable, Codable {
  /// What the signature under a record is worth by itself.
  package enum Signature: Sendable, Hashable, Codable {
    case missing
    /// Made over exactly these bytes by the key with this fingerprint (`SHA256:…`).
    case valid(key: String)
    case broken(reason: String)
  }

  /// The commit that added the file: the proof where reviewers have no keys.
  package struct Addition: Sendable, Hashable, Codable {
    package var commit: ObjectID
    /// The raw author's address; `nil` where the commit object is malformed.
    package var author: String?
    package var committer: String?
    /// Whether the commit changed nothing but this file.
    package var isAlone: Bool

    package init(commit: ObjectID, author: String?, committer: String?, isAlone: Bool) {
      self.commit = commit
      self.author = author
      self.committer = committer
      self.isAlone = isAlone
    }
  }

  package var name: String
  package var blob: ObjectID
  /// `nil` where the file cannot be read as a record.
  package var signOff: SignOff?
  /// Why it cannot be read.
  package var problem: String?
  package var signature: Signature
  package var addition: Addition?
  /// The index of the landing with which it first came; `nil` before the fold has seen it.
  package var landed: Int?

  package init(
    name: String, blob: ObjectID, signOff: SignOff?, problem: String? = nil,
    signature: Signature = .missing, addition: Addition? = nil
  ) {
    self.name = name
    self.blob = blob
    self.signOff = signOff
    self.problem = problem
    self.signature = signature
    self.addition = addition
  }
}
