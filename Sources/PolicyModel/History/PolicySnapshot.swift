/// What approval needs of one policy, as it stands in one tree.
package struct PolicySnapshot: Sendable, Hashable, Codable {
  /// One step of `history`, without its place in the file.
  package struct Step: Sendable, Hashable, Codable {
    package var stage: Stage
    package var on: CalendarDate
    package var by: String
    package var reason: String?
    package var isUrgent: Bool

    package init(
      stage: Stage, on: CalendarDate, by: String, reason: String? = nil, isUrgent: Bool = false
    ) {
      self.stage = stage
      self.on = on
      self.by = by
      self.reason = reason
      self.isUrgent = isUrgent
    }
  }

  package struct Round: Sendable, Hashable, Codable {
    package var number: Int
    package var version: Int
    package var opened: CalendarDate
    package var scopes: [String]
    package var groups: [String]
    package var authors: [String]
    package var closed: CalendarDate?
    package var outcome: Policy.ReviewRound.Outcome?
    /// The records that the author has answered, by file name.
    package var answered: [String]

    package init(
      number: Int, version: Int, opened: CalendarDate, scopes: [String], groups: [String],
      authors: [String], closed: CalendarDate? = nil, outcome: Policy.ReviewRound.Outcome? = nil,
      answered: [String] = []
    ) {
      self.number = number
      self.version = version
      self.opened = opened
      self.scopes = scopes
      self.groups = groups
      self.authors = authors
      self.closed = closed
      self.outcome = outcome
      self.answered = answered
    }

    package var isOpen: Bool { closed == nil }
  }

  package struct Retirement: Sendable, Hashable, Codable {
    package var on: CalendarDate
    package var reason: String
    package var replacedBy: String?

    package init(on: CalendarDate, reason: String, replacedBy: String?) {
      self.on = on
      self.reason = reason
      self.replacedBy = replacedBy
    }
  }

  package var id: String
  /// From the workspace's root.
  package var path: String
  package var blob: ObjectID
  package var title: String
  package var theme: Theme?
  package var owner: String?
  package var stage: Stage?
  package var version: Int
  package var announced: CalendarDate?
  package var effective: CalendarDate?
  package var history: [Step]
  package var rounds: [Round]
  package var withdrawn: [Int]
  package var retirement: Retirement?
  /// The policy's own period of review, where it has one.
  package var reviewEvery: Period?
  /// The classes of this version's entries in `changes`, in the order of the file.
  package var changeClasses: [Policy.Change.Class]
  package var digests: [Scope: String]
  /// The ids of its rules.
  package var rules: [String]
  /// Whether it is a `common.md` without a word in its scope `emails`.
  package var lacksLetters = false

  package init(
    id: String, path: String, blob: ObjectID, title: String = "", theme: Theme? = nil,
    owner: String? = nil, stage: Stage? = nil, version: Int = 1, announced: CalendarDate? = nil,
    effective: CalendarDate? = nil, history: [Step] = [], rounds: [Round] = [],
    withdrawn: [Int] = [], retirement: Retirement? = nil, reviewEvery: Period? = nil,
    changeClasses: [Policy.Change.Class] = [], digests: [Scope: String] = [:], rules: [String] = []
  ) {
    self.id = id
    self.path = path
    self.blob = blob
    self.title = title
    self.theme = theme
    self.owner = owner
    self.stage = stage
    self.version = version
    self.announced = announced
    self.effective = effective
    self.history = history
    self.rounds = rounds
    self.withdrawn = withdrawn
    self.retirement = retirement
    self.reviewEvery = reviewEvery
    self.changeClasses = changeClasses
    self.digests = digests
    self.rules = rules
  }

  /// The scopes that must be approved before its words are published.
  package var scopes: [Scope] { id == "common" ? Scope.common : Scope.published }

  package var openRound: Round? { rounds.last { $0.isOpen } }
}

extension Scope {
  /// The five scopes of a policy that readers, moderators and customers see.
  package static let published: [Scope] = [.policy, .article, .workflow, .emails, .release]
  /// Those of `common.md`.
  package static let common: [Scope] = [.article, .emails]
  /// Those with words that stand on the help site.
  package static let ofPublicWords: [Scope] = [.policy, .article, .release]
}

extension Policy.Facts {
  /// The steps of `history`, without their places in the file.
  package var steps: [PolicySnapshot.Step] {
    history.map {
      .init(stage: $0.stage, on: $0.on, by: $0.by, reason: $0.reason, isUrgent: $0.isUrgent)
    }
  }
}
