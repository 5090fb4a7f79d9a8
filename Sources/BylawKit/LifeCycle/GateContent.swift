import CommonMark
import PolicyModel
import PolicyReading
import PolicyRules

/// The errors that a text would have once it has passed a gate: what the gate asks of the file itself.
enum GateContent {
  /// Findings that speak of the stage which is assumed here, and not of the text.
  private static let ofStage: Set<RuleID> = ["history-stage-mismatch"]

  static func findings(
    _ source: SourceFile, for gate: Gate, headings: [PartKind: String], context: CheckContext
  ) -> [Finding]? {
    let stage: Stage =
      switch gate {
      case .comprehensive: .development
      case .goodFit: .implementation
      case .performable, .living: .iteration
      }
    // `common.md` has no stages: it holds what it must, or it is not published.
    let isCommon = TreePlace(source.path) == .common
    let reading = PolicyReader(
      headings: HeadingTable(headings: headings), assuming: isCommon ? nil : stage
    ).read(source, as: isCommon ? .common : .policy)
    guard reading.policy != nil else { return nil }
    return PolicyChecker(context: context).check(reading, as: isCommon ? .common : .policy).filter {
      $0.severity == .error && !ofStage.contains($0.rule)
    }
  }
}
