package import PolicyModel

extension Redline {
  /// One unit that changed: a rule, a cell of the ladder, a paragraph.
  package struct Entry: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case added, removed
      /// Some of its words are other words.
      case reworded
      /// Its words are the same; an address, an emphasis, or what kind of block it is changed.
      case restyled
      /// Only its place among the others changed.
      case moved
    }

    /// The scopes whose digest it is in: one, and all of them for the `id`.
    package var scopes: [Scope]
    package var place: Place
    package var subject: Subject
    package var kind: Kind
    /// Whether it may stand on a public page.
    package var isPublic: Bool
    /// The whole unit, the unchanged words too; empty where the unit has no words.
    package var runs: [Run]
    /// What changed besides the words.
    package var notes: [Note]

    package init(
      scopes: [Scope], place: Place, subject: Subject, kind: Kind, isPublic: Bool, runs: [Run],
      notes: [Note]
    ) {
      self.scopes = scopes
      self.place = place
      self.subject = subject
      self.kind = kind
      self.isPublic = isPublic
      self.runs = runs
      self.notes = notes
    }
  }

  /// A stretch of words. A line break in `text` ends a block: a paragraph, an item, an answer.
  package struct Run: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable { case same, deleted, inserted }

    package var kind: Kind
    package var text: String

    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// Where in a policy a unit stands.
  package struct Place: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable {
      /// A key of the front-matter.
      case key
      /// A part of the body.
      case part
      /// One customer e-mail.
      case email
    }

    package var kind: Kind
    /// The key, the raw value of a ``PartKind``, or the slug of a ``MessageKind``.
    package var name: String
    /// As people call it: “What's not allowed”, “E-mail: Warning”.
    package var title: String

    package init(kind: Kind, name: String, title: String) {
      self.kind = kind
      self.name = name
      self.title = title
    }

    package var part: PartKind? {
      switch kind {
      case .key: nil
      case .part: PartKind(rawValue: name)
      case .email: .emails
      }
    }
  }

  /// The unit that changed.
  package struct Subject: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable {
      /// A value of the front-matter, or one field of it.
      case value, field
      /// The whole part or e-mail.
      case whole
      case rule, definition, example, question
      case severity, ladderCell, step, calibrationCase, escalation
      case header, section
      case paragraph, heading, item, row, quote, code, divider
      /// A list, a table, or the first row or cell of one, without what it holds.
      case list, table, columns
    }

    package var kind: Kind
    /// What tells it from others of its kind: “PAY-2”, the term, the number of a step.
    package var name: String

    package init(_ kind: Kind, _ name: String = "") {
      self.kind = kind
      self.name = name
    }
  }
}

extension Redline.Subject {
  /// “Rule PAY-2”, “Severity 2, second time”, “Paragraph 3”; empty for the only value of a key.
  package var title: String {
    switch kind {
    case .value: ""
    case .field, .header, .severity, .ladderCell: name
    case .whole: "The whole of it"
    case .rule: "Rule \(name)"
    case .definition: "“\(name)”"
    case .example: "Example \(name)"
    case .question: "Question “\(name)”"
    case .step: "Step \(name)"
    case .calibrationCase: "Case \(name)"
    case .escalation, .row: "Row \(name)"
    case .section: "Condition"
    case .paragraph: Int(name) == nil ? "“\(name)”" : "Paragraph \(name)"
    case .heading: "Heading \(name)"
    case .item: Int(name) == nil ? "“\(name)”" : "Item \(name)"
    case .quote: "Quotation \(name)"
    case .code: "Fixed text \(name)"
    case .divider: "Dividing line"
    case .list: "List"
    case .table: "Table"
    case .columns: "Column headings"
    }
  }
}
