package import PolicyModel

/// A text that may be published: a landing of one version in iteration whose scopes were all approved.
package struct Candidate: Sendable, Hashable, Codable {
  package var landing: Landing
  package var snapshot: PolicySnapshot
  /// The blob of the `bylaw.yml` by which it was read and judged.
  package var settings: ObjectID?
  package var grounds: [Scope: ScopeVerdict.Ground]

  package init(
    landing: Landing, snapshot: PolicySnapshot, settings: ObjectID?,
    grounds: [Scope: ScopeVerdict.Ground]
  ) {
    self.landing = landing
    self.snapshot = snapshot
    self.settings = settings
    self.grounds = grounds
  }

  package var version: Int { snapshot.version }
}
