package import CommonMark

/// How much a finding weighs. `error` keeps a policy from being published.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
  case note, advice, warning, error

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .advice: 1
    case .warning: 2
    case .error: 3
    }
  }
}

/// The name of a rule: a kebab slug that begins with its area, such as `ladder-severity-missing`.
package struct RuleID: Sendable, Hashable, Comparable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  package let name: String

  package init(_ name: String) { self.name = name }
  package init(stringLiteral name: String) { self.name = name }
  package init(from decoder: any Decoder) throws {
    name = try decoder.singleValueContainer().decode(String.self)
  }
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  package var description: String { name }
  package static func < (left: Self, right: Self) -> Bool { left.name < right.name }
}

/// A place in a file, complete enough to be shown without the file.
package struct Location: Sendable, Hashable, Codable {
  package var path: String
  package var range: SourceRange
  package var start: SourcePosition
  package var end: SourcePosition
  /// The line on which it starts, as it stands in the file.
  package var line: String

  package init(
    path: String, range: SourceRange, start: SourcePosition, end: SourcePosition, line: String
  ) {
    self.path = path
    self.range = range
    self.start = start
    self.end = end
    self.line = line
  }
}

/// One thing that is wrong, or could be better: a value that is returned beside results.
///
/// The headline states the rule that is broken, its most specific word first; the explanation adds
/// what the headline cannot hold; `help` says what to do and starts with a verb.
package struct Finding: Sendable, Hashable, Codable {
  package var rule: RuleID
  package var severity: Severity
  package var location: Location?
  package var headline: String
  package var explanation: String?
  package var notes: [Note]
  package var help: String?

  package struct Note: Sendable, Hashable, Codable {
    package var text: String
    package var location: Location?

    package init(_ text: String, at location: Location? = nil) {
      self.text = text
      self.location = location
    }
  }

  package init(
    _ rule: RuleID, _ severity: Severity, at location: Location?, _ headline: String,
    explanation: String? = nil, notes: [Note] = [], help: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.location = location
    self.headline = headline
    self.explanation = explanation
    self.notes = notes
    self.help = help
  }
}

extension Finding: Comparable {
  /// By file, place, and rule: the order in which findings are printed.
  package static func < (left: Self, right: Self) -> Bool {
    let leftPath = left.location?.path ?? ""
    let rightPath = right.location?.path ?? ""
    if leftPath != rightPath { return leftPath < rightPath }
    let leftOffset = left.location?.range.lowerBound ?? 0
    let rightOffset = right.location?.range.lowerBound ?? 0
    if leftOffset != rightOffset { return leftOffset < rightOffset }
    return (left.rule, left.headline) < (right.rule, right.headline)
  }
}

extension Collection<Finding> {
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
