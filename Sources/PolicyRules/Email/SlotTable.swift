package import PolicyModel

/// What each kind of e-mail must hold, may hold, and must not hold: the table of the handbook, as
/// data. Profiles add rows of their own, each with its source.
package struct SlotTable: Sendable {
  package enum Demand: Sendable, Hashable {
    /// ✔, but for some of the slot's variables.
    case required(without: Set<String> = [])
    /// ✖
    case refused
    /// –
    case free
  }

  /// How a slot is filled.
  package enum Filling: Sendable, Hashable {
    /// By every one of these variables.
    case variables([String])
    /// By fixed words, declared under `Says`.
    case words(String)
    /// By words and variables.
    case both(words: String, [String])
    /// By words, or by every one of the variables.
    case either(words: String, [String])
  }

  package struct Row: Sendable {
    package var id: String
    /// What the reader of the e-mail learns from it, as it completes "It says …".
    package var meaning: String
    package var filling: Filling
    /// Who asks for it: `house`, or the name of a profile.
    package var source: String
    package var demands: [MessageKind: Demand]

    package func demand(for kind: MessageKind) -> Demand { demands[kind] ?? .free }
  }

  package let rows: [Row]
  /// What each kind of e-mail must hold: the rows, and the variables that it may lack.
  let required: [MessageKind: [(row: Row, without: Set<String>)]]
  /// What each kind of e-mail must not hold.
  let refused: [MessageKind: [Row]]

  package init(rows: [Row]) {
    self.rows = rows
    var required: [MessageKind: [(row: Row, without: Set<String>)]] = [:]
    var refused: [MessageKind: [Row]] = [:]
    for kind in Self.columns {
      for row in rows {
        switch row.demand(for: kind) {
        case .required(let without): required[kind, default: []].append((row, without))
        case .refused: refused[kind, default: []].append(row)
        case .free: break
        }
      }
    }
    self.required = required
    self.refused = refused
  }

  package static let columns: [MessageKind] = [
    .outcome(.education), .action(.notification), .action(.warning), .action(.restriction),
    .action(.timedRestriction), .action(.block), .outcome(.restrictionLifted),
    .outcome(.appealGranted), .outcome(.appealDenied), .outcome(.reminder),
    .outcome(.policyChange),
  ]

  /// The rows that are always on. The columns are ``columns``, in order.
  package static let house = SlotTable(rows: [
    row(
      "facts", "what happened, and when", .variables(["case.facts", "case.opened_at"]),
      [.no, .yes, .yes, .yes, .yes, .yes, .no, .yes, .yes, .no, .no]),
    row(
      "rule", "which rule it concerns, where that stands, and why it applies",
      .variables(["rule.id", "rule.url", "rule.why"]),
      [
        .required(without: ["rule.why"]), .no, .yes, .yes, .yes, .yes, .no, .no, .yes, .no, .no,
      ]),
    row(
      "stays-active", "that the account stays active", .words("stays-active"),
      [.no, .yes, .yes, .never, .never, .never, .yes, .yes, .no, .no, .no]),
    row(
      "stops", "what stops", .variables(["action.stops"]),
      [.never, .never, .never, .yes, .yes, .yes, .no, .no, .yes, .no, .no]),
    row(
      "keeps", "what still works", .variables(["action.keeps"]),
      [.no, .no, .no, .yes, .yes, .yes, .no, .no, .yes, .no, .no]),
    row(
      "effective", "from when it applies", .variables(["action.effective_at"]),
      [.yes, .no, .no, .yes, .yes, .yes, .yes, .yes, .no, .no, .no]),
    row(
      "ground", "on what ground the account is blocked", .variables(["action.ground"]),
      [.no, .no, .no, .no, .no, .yes, .no, .no, .no, .no, .no]),
    row(
      "steps", "what to do about it", .variables(["lift.steps"]),
      [.no, .yes, .no, .yes, .no, .never, .no, .never, .no, .no, .no]),
    row(
      "recommit", "how to recommit to the terms", .variables(["lift.recommit_url"]),
      [.no, .never, .no, .yes, .never, .never, .no, .never, .no, .no, .no]),
    row(
      "end", "when it ends", .variables(["action.ends_at"]),
      [.no, .never, .never, .never, .yes, .never, .no, .no, .no, .yes, .no]),
    row(
      "automation", "whether a program took part", .variables(["automation.statement"]),
      [.no, .no, .no, .yes, .yes, .yes, .no, .no, .yes, .no, .no]),
    row(
      "reply", "that a reply reaches the team", .words("reply"),
      [.yes, .yes, .yes, .yes, .yes, .yes, .yes, .yes, .yes, .yes, .yes]),
    row(
      "contest", "how to contest it, and until when",
      .both(words: "contest", ["appeal.deadline"]),
      [.no, .no, .yes, .yes, .yes, .yes, .no, .no, .no, .no, .no]),
    row(
      "redress", "where to turn next", .variables(["redress.next"]),
      [.no, .no, .no, .no, .no, .no, .no, .no, .yes, .no, .no]),
    row(
      "outcome", "why it was decided so", .variables(["decision.explanation"]),
      [.no, .no, .no, .no, .no, .no, .no, .yes, .yes, .no, .no]),
    row(
      "recurrence", "what follows if it happens again",
      .either(words: "recurrence", ["recurrence.next"]),
      [.yes, .no, .yes, .yes, .yes, .no, .yes, .no, .no, .no, .no]),
    row(
      "change", "what changes, and from when",
      .variables(["change.summary", "change.effective_at"]),
      [.no, .no, .no, .no, .no, .no, .no, .no, .no, .no, .yes]),
  ])

  private static func row(
    _ id: String, _ meaning: String, _ filling: Filling, _ demands: [Demand]
  ) -> Row {
    Row(
      id: id, meaning: meaning, filling: filling, source: "house",
      demands: Dictionary(uniqueKeysWithValues: zip(columns, demands)))
  }
}

extension SlotTable.Demand {
  static let yes = Self.required()
  static let no = Self.free
  static let never = Self.refused
}

extension SlotTable.Filling {
  var variables: [String] {
    switch self {
    case .variables(let names), .both(_, let names), .either(_, let names): names
    case .words: []
    }
  }

  var words: String? {
    switch self {
    case .words(let words), .both(let words, _), .either(let words, _): words
    case .variables: nil
    }
  }
}
