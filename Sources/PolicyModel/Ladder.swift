package import CommonMark

/// How serious a violation is: a row of the severity table.
package struct SeverityLevel: Sendable, Hashable {
  /// 1 is the mildest.
  package var number: Int
  package var description: [Inline]
  package var rules: [Located<String>]
  package var range: SourceRange

  package init(number: Int, description: [Inline], rules: [Located<String>], range: SourceRange) {
    self.number = number
    self.description = description
    self.rules = rules
    self.range = range
  }
}

/// Which action follows, by severity and by what was done before for the same behaviour.
package struct Ladder: Sendable, Hashable {
  package enum Step: Sendable, Hashable {
    case sanction(Sanction)
    case escalate(String)
    /// `–`: what the cell before says holds here too.
    case same
  }

  package struct Cell: Sendable, Hashable {
    package var step: Step
    package var range: SourceRange

    package init(_ step: Step, range: SourceRange) {
      self.step = step
      self.range = range
    }
  }

  package struct Row: Sendable, Hashable {
    package var severity: Int
    /// One for each occasion: the first time, the second …
    package var cells: [Cell]
    /// What happens when the customer refuses the condition of a restriction.
    package var ifRefused: Cell?
    package var range: SourceRange

    package init(severity: Int, cells: [Cell], ifRefused: Cell?, range: SourceRange) {
      self.severity = severity
      self.cells = cells
      self.ifRefused = ifRefused
      self.range = range
    }

    /// The steps with every `–` replaced by what it stands for.
    package var resolved: [Step] {
      var last = Step.same
      return cells.map { cell in
        if cell.step != .same { last = cell.step }
        return last
      }
    }
  }

  /// What makes a violation the second one: the same rule or the same policy, within a period.
  package struct Counting: Sendable, Hashable {
    package enum Of: String, Sendable, Hashable, Codable {
      case rule = "same rule"
      case policy = "same policy"
    }
    package var of: Of
    package var within: Period?

    package init(of: Of, within: Period?) {
      self.of = of
      self.within = within
    }
  }

  /// The headings of the occasions, in order, without *If refused*.
  package var occasions: [String]
  package var rows: [Row]
  package var counting: Counting?
  package var skipsWarning: Located<[Inline]>?
  package var range: SourceRange

  package init(
    occasions: [String], rows: [Row], counting: Counting?, skipsWarning: Located<[Inline]>?,
    range: SourceRange
  ) {
    self.occasions = occasions
    self.rows = rows
    self.counting = counting
    self.skipsWarning = skipsWarning
    self.range = range
  }

  /// Every action that some cell can take, mildest first.
  package var actions: [EnforcementAction] {
    var actions: Set<EnforcementAction> = []
    for row in rows {
      for cell in row.cells + (row.ifRefused.map { [$0] } ?? []) {
        if case .sanction(let sanction) = cell.step { actions.insert(sanction.action) }
      }
    }
    return actions.sorted()
  }
}
