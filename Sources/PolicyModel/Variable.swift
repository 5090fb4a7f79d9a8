/// A value that is filled in when a message is sent.
package struct Variable: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case text, date, url, number
  }

  package var name: String
  package var kind: Kind
  /// What previews show; a date is written `YYYY-MM-DD` and shown in words.
  package var sample: String
  /// By the ``MessageKind/slug`` of a letter: what its preview shows instead.
  package var samples: [String: String] = [:]
  /// The most characters that it can have.
  package var maximum: Int?
  /// What stands for it where the sender has no value.
  package var fallback: String?
  /// Personal data never stands in a subject or a preview.
  package var isPersonal: Bool

  package init(
    _ name: String, _ kind: Kind, sample: String, maximum: Int? = nil, fallback: String? = nil,
    isPersonal: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.sample = sample
    self.maximum = maximum
    self.fallback = fallback
    self.isPersonal = isPersonal
  }

  /// The sample as a reader would see it.
  package var shownSample: String {
    kind == .date ? CalendarDate(sample)?.inWords ?? sample : sample
  }

  /// The variables that every workspace has; `bylaw.yml` may give them other samples.
  package static let builtIn: [Variable] = [
    Variable("customer.first_name", .text, sample: "Noor", maximum: 40, isPersonal: true),
    Variable("ticket.id", .text, sample: "48213", maximum: 20),
    Variable("case.opened_at", .date, sample: "2026-05-04"),
    Variable(
      "case.facts", .text, sample: "On 3 May a post of yours said what this rule does not allow.",
      maximum: 600, isPersonal: true),
    Variable("rule.id", .text, sample: "ABC-1", maximum: 20),
    Variable("rule.title", .text, sample: "The rule by its name", maximum: 120),
    Variable("rule.url", .url, sample: "https://help.example.com/rule/#ABC-1", maximum: 300),
    Variable(
      "rule.why", .text, sample: "The rule covers posts, and this was one.", maximum: 400,
      isPersonal: true),
    Variable("action.stops", .text, sample: "Posting and sending messages.", maximum: 300),
    Variable("action.keeps", .text, sample: "What you have begun, and your data.", maximum: 300),
    Variable("action.effective_at", .date, sample: "2026-05-05"),
    Variable("action.ends_at", .text, sample: "5 June 2026 at 18:00 (UTC)", maximum: 60),
    Variable(
      "action.ground", .text, sample: "We judged this to be serious.", maximum: 300,
      isPersonal: true),
    Variable("lift.steps", .text, sample: "Take the text out of your post.", maximum: 500),
    Variable("lift.recommit_url", .url, sample: "https://example.com/recommit", maximum: 300),
    Variable("automation.statement", .text, sample: "A person made this decision.", maximum: 300),
    Variable("appeal.deadline", .date, sample: "2026-11-04"),
    Variable("redress.next", .text, sample: "You can go to a court.", maximum: 500),
    Variable(
      "decision.explanation", .text, sample: "We read the whole case again.", maximum: 1200,
      isPersonal: true),
    Variable("recurrence.next", .text, sample: "Next time may mean a restriction.", maximum: 300),
    Variable("change.summary", .text, sample: "The rule now covers one more case.", maximum: 400),
    Variable("change.effective_at", .date, sample: "2026-07-01"),
    Variable("change.leave", .text, sample: "You can close your account.", maximum: 400),
  ]
}
