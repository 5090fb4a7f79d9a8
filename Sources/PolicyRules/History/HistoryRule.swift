package import PolicyModel

/// One rule about what landed.
///
/// A rule looks at one landing of one policy at a time. It sees values only: no git, no disk, no clock.
/// Each stands in a file of its own and in ``RuleCatalog/historyRules``.
package protocol HistoryRule: Sendable {
  static var description: RuleDescription { get }
  static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings)
}
