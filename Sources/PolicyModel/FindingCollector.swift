package import CommonMark

/// Gathers the findings of one file. The weight of each follows from its rule and the policy's stage.
package struct FindingCollector: Sendable {
  /// More findings than these in one file say nothing new.
  package static let maximumCount = 200

  package let file: SourceFile
  package var stage: Stage?
  /// The gate that an urgent release has yet to pass.
  package var debt: Gate?
  package private(set) var findings: [Finding] = []
  /// How many were left out above ``maximumCount``.
  package private(set) var leftOut = 0

  package init(file: SourceFile, stage: Stage? = nil) {
    self.file = file
    self.stage = stage
  }

  /// Adds a finding. `gate` is the one that asks for the part it speaks of, where that differs.
  package mutating func report(
    _ rule: RuleDescription, at range: SourceRange, _ headline: String,
    explanation: String? = nil, notes: [Finding.Note] = [], help: String? = nil,
    gate: Gate? = nil
  ) {
    guard let severity = rule.severity(in: stage, gate: gate, debt: debt) else { return }
    guard findings.count < Self.maximumCount else {
      leftOut += 1
      return
    }
    findings.append(
      Finding(
        rule.id, severity, at: file.location(range), headline, explanation: explanation,
        notes: notes, help: help))
  }

  package func location(_ range: SourceRange) -> Location { file.location(range) }
}
