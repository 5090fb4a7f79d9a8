package import CommonMark

extension Policy {
  /// What the front-matter says. Keys that are missing or wrong are `nil` or empty here; the
  /// findings say so.
  package struct Facts: Sendable {
    package var id: Located<String>
    package var title: Located<String>?
    package var summary: Located<String>?
    package var theme: Located<Theme>?
    package var appliesTo: [Located<String>] = []
    package var basis: [Basis] = []
    package var profiles: [Located<String>] = []
    package var synonyms: [Located<String>] = []
    package var related: [Located<String>] = []
    package var announced: Located<CalendarDate>?
    package var effective: Located<CalendarDate>?
    package var changes: [Change] = []
    package var owner: Located<String>?
    package var stage: Located<Stage>?
    package var version: Located<Int>?
    package var history: [Milestone] = []
    package var rounds: [ReviewRound] = []
    package var research: [Evidence] = []
    package var reviewEvery: Located<Period>?
    package var withdrawn: [Located<Int>] = []
    package var retired: Retirement?
    package var allow: [Allowance] = []
    package var samples = LetterSamples()
    /// Where each key stands.
    package var keyRanges: [String: SourceRange] = [:]
    /// From the first fence to the second.
    package var range: SourceRange

    package init(id: Located<String>, range: SourceRange) {
      self.id = id
      self.range = range
    }
  }

  /// What a policy rests on.
  package struct Basis: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case terms, law, principle
    }
    package var kind: Kind
    package var reference: String
    package var url: String?
    package var range: SourceRange

    package init(kind: Kind, reference: String, url: String?, range: SourceRange) {
      self.kind = kind
      self.reference = reference
      self.url = url
      self.range = range
    }
  }

  /// An entry of the change log that readers see.
  package struct Change: Sendable, Hashable {
    package enum Class: String, Sendable, Hashable, Codable, CaseIterable {
      case editorial, minor, significant
    }
    package var version: Int
    package var changeClass: Class
    package var summary: String
    package var classReason: String?
    package var range: SourceRange

    package init(
      version: Int, changeClass: Class, summary: String, classReason: String?, range: SourceRange
    ) {
      self.version = version
      self.changeClass = changeClass
      self.summary = summary
      self.classReason = classReason
      self.range = range
    }
  }

  /// One step of the life cycle, as `history` records it.
  package struct Milestone: Sendable, Hashable {
    package var stage: Stage
    package var on: CalendarDate
    package var by: String
    package var reason: String?
    package var isUrgent: Bool
    package var range: SourceRange

    package init(
      stage: Stage, on: CalendarDate, by: String, reason: String?, isUrgent: Bool,
      range: SourceRange
    ) {
      self.stage = stage
      self.on = on
      self.by = by
      self.reason = reason
      self.isUrgent = isUrgent
      self.range = range
    }
  }

  /// A review round, as `rounds` records it for readers.
  package struct ReviewRound: Sendable, Hashable {
    package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
      case approved
      case changesRequested = "changes-requested"
      case withdrawn
    }
    package var number: Int
    package var version: Int
    package var opened: CalendarDate
    package var scopes: [String]
    package var groups: [String]
    package var authors: [String]
    package var closed: CalendarDate?
    package var outcome: Outcome?
    package var answers: [Answer]
    package var range: SourceRange

    /// What the author says to an objection or a comment.
    package struct Answer: Sendable, Hashable {
      package var record: String
      package var text: String

      package init(record: String, text: String) {
        self.record = record
        self.text = text
      }
    }

    package init(
      number: Int, version: Int, opened: CalendarDate, scopes: [String], groups: [String],
      authors: [String], closed: CalendarDate?, outcome: Outcome?, answers: [Answer],
      range: SourceRange
    ) {
      self.number = number
      self.version = version
      self.opened = opened
      self.scopes = scopes
      self.groups = groups
      self.authors = authors
      self.closed = closed
      self.outcome = outcome
      self.answers = answers
      self.range = range
    }
  }

  /// A piece of research, or why there is none of its kind.
  package struct Evidence: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case internalData = "internal-data"
      case talentFeedback = "talent-feedback"
      case clientFeedback = "client-feedback"
      case regulation, press, academic, expert
    }
    package enum Content: Sendable, Hashable {
      case finding(title: String, url: String?, finding: String)
      case notApplicable(reason: String)
    }
    package var kind: Kind
    package var content: Content
    package var range: SourceRange

    package init(kind: Kind, content: Content, range: SourceRange) {
      self.kind = kind
      self.content = content
      self.range = range
    }
  }

  package struct Retirement: Sendable, Hashable {
    package var on: CalendarDate
    package var reason: String
    package var replacedBy: Located<String>?
    package var range: SourceRange

    package init(
      on: CalendarDate, reason: String, replacedBy: Located<String>?, range: SourceRange
    ) {
      self.on = on
      self.reason = reason
      self.replacedBy = replacedBy
      self.range = range
    }
  }

  /// A finding that the author suppresses, and why.
  package struct Allowance: Sendable, Hashable {
    package var rule: RuleID
    package var reason: String
    package var range: SourceRange

    package init(rule: RuleID, reason: String, range: SourceRange) {
      self.rule = rule
      self.reason = reason
      self.range = range
    }
  }
}
