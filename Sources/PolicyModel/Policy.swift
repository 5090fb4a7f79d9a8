package import CommonMark

/// One policy as it was read: its front-matter, its parts, and what the parts say.
package struct Policy: Sendable {
  package var source: SourceFile
  package var facts: Facts
  /// Every H2 and, below *For moderators*, every H3, in the order of the file.
  package var parts: [Part]
  package var rules: [Rule] = []
  package var definitions: [Definition] = []
  package var examples: [Example] = []
  package var questions: [Question] = []
  package var severities: [SeverityLevel] = []
  package var ladder: Ladder?
  package var decision: Decision?
  package var calibration: [CalibrationCase] = []
  package var escalation: [EscalationRow] = []
  package var messages: [MessageTemplate] = []
  package var tokens = TokenTable()

  package init(source: SourceFile, facts: Facts, parts: [Part]) {
    self.source = source
    self.facts = facts
    self.parts = parts
  }

  package var id: String { facts.id.value }

  package func part(_ kind: PartKind) -> Part? { parts.first { $0.kind == kind } }

  package func message(_ kind: MessageKind) -> MessageTemplate? {
    messages.first { $0.kind == kind }
  }

  /// A piece of the body under one heading.
  package struct Part: Sendable {
    /// `nil` for a heading that is no known kind: such a part is internal.
    package var kind: PartKind?
    package var heading: Located<String>
    package var blocks: [Block]
    /// From its heading to the next part.
    package var range: SourceRange

    package init(
      kind: PartKind?, heading: Located<String>, blocks: [Block], range: SourceRange
    ) {
      self.kind = kind
      self.heading = heading
      self.blocks = blocks
      self.range = range
    }
  }

  /// A thing that is not allowed, with the id by which it is cited.
  package struct Rule: Sendable, Hashable {
    package var id: Located<String>
    /// Its words without the id.
    package var text: [Inline]
    /// What stands below its first paragraph.
    package var details: [Block]
    package var range: SourceRange

    package init(id: Located<String>, text: [Inline], details: [Block], range: SourceRange) {
      self.id = id
      self.text = text
      self.details = details
      self.range = range
    }
  }

  package struct Definition: Sendable, Hashable {
    package var term: String
    package var meaning: [Inline]
    package var range: SourceRange

    package init(term: String, meaning: [Inline], range: SourceRange) {
      self.term = term
      self.meaning = meaning
      self.range = range
    }
  }

  package enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    case allowed
    case notAllowed = "not allowed"
    case itDepends = "it depends"
  }

  package struct Example: Sendable, Hashable {
    package var example: [Inline]
    package var verdict: Verdict
    package var rule: Located<String>?
    package var reason: [Inline]
    package var range: SourceRange

    package init(
      example: [Inline], verdict: Verdict, rule: Located<String>?, reason: [Inline],
      range: SourceRange
    ) {
      self.example = example
      self.verdict = verdict
      self.rule = rule
      self.reason = reason
      self.range = range
    }
  }

  package struct Question: Sendable, Hashable {
    package var question: [Inline]
    package var answer: [Block]
    package var range: SourceRange

    package init(question: [Inline], answer: [Block], range: SourceRange) {
      self.question = question
      self.answer = answer
      self.range = range
    }
  }

  /// A case on which moderators must agree.
  package struct CalibrationCase: Sendable, Hashable {
    package var situation: [Inline]
    package var verdict: Verdict
    package var rule: Located<String>?
    package var severity: Located<Int>?
    package var action: Located<Ladder.Step>?
    package var reason: [Inline]
    package var range: SourceRange

    package init(
      situation: [Inline], verdict: Verdict, rule: Located<String>?, severity: Located<Int>?,
      action: Located<Ladder.Step>?, reason: [Inline], range: SourceRange
    ) {
      self.situation = situation
      self.verdict = verdict
      self.rule = rule
      self.severity = severity
      self.action = action
      self.reason = reason
      self.range = range
    }
  }

  package struct EscalationRow: Sendable, Hashable {
    package var when: [Inline]
    package var route: Located<String>
    package var within: [Inline]
    package var range: SourceRange

    package init(
      when: [Inline], route: Located<String>, within: [Inline], range: SourceRange
    ) {
      self.when = when
      self.route = route
      self.within = within
      self.range = range
    }
  }
}
