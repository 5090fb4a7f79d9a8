package import PolicyModel

/// What reviewers who never open a terminal need for one open round, on one page.
package struct RoundPack: Sendable {
  /// What one group is asked.
  package struct Ask: Sendable {
    package var group: String
    /// As people call it.
    package var name: String
    package var scopes: [Scope]
    /// The names of the members who wrote none of it.
    package var members: [String]
    package var hasSpoken: Bool
    /// What changed in its scopes since it last signed, else against what is in force.
    package var redline: Redline
    /// Against what `redline` compares: “version 1, in force”; `nil` where all words are new.
    package var since: String?
    /// The command to approve.
    package var command: String
    /// The commands to ask for changes and to comment.
    package var otherCommands: [String]
    /// The record to paste in the forge's web editor, where the commit is the proof: one for each member.
    package var pastes: [Paste]

    package init(
      group: String, name: String, scopes: [Scope], members: [String], hasSpoken: Bool,
      redline: Redline, since: String?, command: String, otherCommands: [String],
      pastes: [Paste]
    ) {
      self.group = group
      self.name = name
      self.scopes = scopes
      self.members = members
      self.hasSpoken = hasSpoken
      self.redline = redline
      self.since = since
      self.command = command
      self.otherCommands = otherCommands
      self.pastes = pastes
    }
  }

  package struct Paste: Sendable {
    package var person: String
    /// From the top of the repository's workspace.
    package var path: String
    package var text: String

    package init(person: String, path: String, text: String) {
      self.person = person
      self.path = path
      self.text = text
    }
  }

  /// An objection or a comment, with the author's answer if there is one.
  package struct Remark: Sendable {
    package var person: String
    package var group: String
    package var on: CalendarDate
    package var isObjection: Bool
    package var text: String
    package var answer: String?

    package init(
      person: String, group: String, on: CalendarDate, isObjection: Bool, text: String,
      answer: String?
    ) {
      self.person = person
      self.group = group
      self.on = on
      self.isObjection = isObjection
      self.text = text
      self.answer = answer
    }
  }

  package var policy: String
  package var title: String
  package var version: Int
  /// `nil` where no round is open: then nobody is asked yet.
  package var round: PolicySnapshot.Round?
  package var asks: [Ask]
  /// All that changed against what is in force; `since` is `nil` where nothing is.
  package var redline: Redline
  package var since: String?
  package var remarks: [Remark]
  package var evidence: [Policy.Evidence]

  package init(
    policy: String, title: String, version: Int, round: PolicySnapshot.Round?, asks: [Ask],
    redline: Redline, since: String?, remarks: [Remark], evidence: [Policy.Evidence]
  ) {
    self.policy = policy
    self.title = title
    self.version = version
    self.round = round
    self.asks = asks
    self.redline = redline
    self.since = since
    self.remarks = remarks
    self.evidence = evidence
  }
}
