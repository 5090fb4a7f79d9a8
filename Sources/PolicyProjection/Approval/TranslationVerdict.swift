/// Whether a translation is approved where it lands, and why.
package struct TranslationVerdict: Sendable, Hashable, Codable {
  package var locale: String
  package var isApproved: Bool
  /// Of every group that is asked; empty where nobody is.
  package var groups: [ScopeVerdict.GroupState]
  /// The records whose objection stands.
  package var objections: [String]

  package var approvals: [ScopeVerdict.GroupApproval] { groups.compactMap(\.approval) }
}
