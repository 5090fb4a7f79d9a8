package import PolicyModel

/// A text of a policy that was found, with the name by which people know it.
package struct FoundText: Sendable {
  /// Like “version 2” or “the working tree”.
  package var label: String
  /// `nil` where there is nothing of the policy: then everything else is new.
  package var policy: Policy?
  package var version: Int?
  package var commit: ObjectID?

  package init(_ label: String, _ policy: Policy?, commit: ObjectID? = nil) {
    self.label = label
    self.policy = policy
    self.commit = commit
    version = policy?.facts.version?.value
  }
}
