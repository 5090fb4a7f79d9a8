package import PolicyModel

/// What reviewers who never open a terminal need for one open round, on one page.
package struct RoundPack: Sendable {
  package var policy: String
  package var title: String
  package var version: Int
  /// The branch that is checked out: where records of the round belong.
  package var branch: String?
  /// `nil` where no round is open: then nobody is asked yet.
  package var round: PolicySnapshot.Round?
  /// What the round asks.
  package var asks: [Ask]
  /// Set where the end of the policy waits for sign-offs.
  package var ending: Ending?
  /// The groups that can let the version be released without its notice, where it could be.
  package var urgentAsks: [Ask] = []
  package var release: Release
  /// All that changed against what is in force; `since` is `nil` where nothing is.
  package var redline: Redline
  package var since: String?
  package var remarks: [Remark]
  package var evidence: [Policy.Evidence]

  package init(
    policy: String, title: String, version: Int, round: PolicySnapshot.Round?, asks: [Ask],
    release: Release, redline: Redline, since: String?, remarks: [Remark],
    evidence: [Policy.Evidence]
  ) {
    self.policy = policy
    self.title = title
    self.version = version
    self.round = round
    self.asks = asks
    self.release = release
    self.redline = redline
    self.since = since
    self.remarks = remarks
    self.evidence = evidence
  }
}

extension RoundPack {
  /// When this version is announced and binds, and what its change log says of it.
  package struct Release: Sendable {
    package var announced: CalendarDate?
    package var effective: CalendarDate?
    package var changes: [Policy.Change]

    package init(
      announced: CalendarDate?, effective: CalendarDate?, changes: [Policy.Change]
    ) {
      self.announced = announced
      self.effective = effective
      self.changes = changes
    }
  }

  /// When and why the policy is to end.
  package struct Ending: Sendable {
    package var on: CalendarDate
    package var reason: String
    /// The policy that takes its place, as people call it.
    package var replacedBy: String?
    package var asks: [Ask]

    package init(on: CalendarDate, reason: String, replacedBy: String?, asks: [Ask]) {
      self.on = on
      self.reason = reason
      self.replacedBy = replacedBy
      self.asks = asks
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
}
