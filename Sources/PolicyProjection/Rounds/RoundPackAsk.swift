package import PolicyModel

extension RoundPack {
  /// What one group is asked.
  package struct Ask: Sendable {
    package var group: String
    /// As people call it.
    package var name: String
    package var scopes: [Scope]
    /// The names of those whose word would be the group's.
    package var members: [String]
    /// Whether it has agreed to the words as they stand.
    package var hasApproved: Bool
    /// The names of those in it whose objection stands.
    package var objectors: [String]
    /// What changed in its scopes; empty where the page says that elsewhere.
    package var readings: [Reading]
    package var signing: Signing

    package init(
      group: String, name: String, scopes: [Scope], members: [String], hasApproved: Bool,
      objectors: [String], readings: [Reading], signing: Signing
    ) {
      self.group = group
      self.name = name
      self.scopes = scopes
      self.members = members
      self.hasApproved = hasApproved
      self.objectors = objectors
      self.readings = readings
      self.signing = signing
    }

    /// Whether a word of the group would change something.
    package var isOpen: Bool { !members.isEmpty && (!hasApproved || !objectors.isEmpty) }
  }

  /// Some scopes, against the words that the group knows.
  package struct Reading: Sendable {
    package var scopes: [Scope]
    package var redline: Redline
    /// Against what `redline` compares: “version 1, in force”; `nil` where all words are new.
    package var since: String?

    package init(scopes: [Scope], redline: Redline, since: String?) {
      self.scopes = scopes
      self.redline = redline
      self.since = since
    }
  }

  /// How a group says its word.
  package enum Signing: Sendable {
    /// Where a key proves who signed: the ways to approve, and those to object and to comment.
    case commands([Command], others: [String])
    /// Where the commit proves it: the record of each member.
    case pastes([Paste])
  }

  /// What an approval does to an objection of the same group.
  package enum Effect: Sendable, Hashable {
    case none
    /// It is that of whoever objected.
    case takesBack
    /// It clears the objection of the person who is named.
    case setsAside(String)
  }

  package struct Command: Sendable, Hashable {
    package var effect: Effect
    package var text: String

    package init(effect: Effect, text: String) {
      self.effect = effect
      self.text = text
    }
  }

  /// An approval to paste in the forge's web editor.
  package struct Paste: Sendable {
    package var person: String
    package var address: String
    package var effect: Effect
    /// From the top of the repository.
    package var path: String
    package var text: String

    package init(
      person: String, address: String, effect: Effect, path: String, text: String
    ) {
      self.person = person
      self.address = address
      self.effect = effect
      self.path = path
      self.text = text
    }
  }
}
