package import PolicyModel

/// One rule about a policy: what it means, and how a policy is held to it.
///
/// A rule sees values only: no disk, no git, no clock. Rules are independent of each other, and of
/// the order in which they run; each stands in a file of its own and in ``RuleCatalog/policyRules``.
package protocol PolicyRule: Sendable {
  static var description: RuleDescription { get }
  /// Whether `common.md`, which has no stage and no rules of its own, is held to it as well.
  static var coversCommon: Bool { get }
  static func check(_ subject: PolicySubject, _ findings: inout FindingCollector)
}

extension PolicyRule {
  package static var coversCommon: Bool { false }
}
