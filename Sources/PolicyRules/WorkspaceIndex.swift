package import PolicyModel

/// What policies say about each other's names: cheap to build, and enough to check any one of them
/// without the others.
package struct WorkspaceIndex: Sendable {
  /// A policy as other policies can refer to it.
  package struct Entry: Sendable {
    package var id: String
    package var stage: Stage?
    /// Whether a version of it was ever released: others can link to it.
    package var isReleased: Bool
    /// Where its `id` stands.
    package var location: Location
  }

  /// A rule as other policies can refer to it.
  package struct RulePlace: Sendable {
    package var policy: String
    package var location: Location
  }

  /// By id. More than one entry is a clash.
  package private(set) var policies: [String: [Entry]] = [:]
  /// By rule id.
  package private(set) var rules: [String: [RulePlace]] = [:]
  /// The names of the site's pages that are no policies.
  package let pages: Set<String>
  /// The names of the files in `site/assets/`; `nil` where nobody looked.
  package let assets: Set<String>?
  private var idsByInitial: [Character: [String]] = [:]

  /// `pages` are the names of the workspace's own pages, in addition to the theme's.
  package init(
    _ readings: some Sequence<Policy>, pages: some Sequence<String> = [],
    assets: Set<String>? = nil
  ) {
    self.assets = assets
    self.pages = SitePages.names.union(pages)
    for policy in readings { add(policy) }
  }

  /// The ids that stand in files which could not be read: what they hold is not known.
  private var unreadable: Set<String> = []

  /// A file that names itself `id`, and cannot be read any further.
  package mutating func add(unreadable id: String) { unreadable.insert(id) }

  /// Whether `id` is there, and what it holds is known.
  package func isReadable(_ id: String) -> Bool { policies[id] != nil }

  package mutating func add(_ policy: Policy) {
    let facts = policy.facts
    if let initial = policy.id.first, policies[policy.id] == nil {
      idsByInitial[initial, default: []].append(policy.id)
    }
    policies[policy.id, default: []].append(
      Entry(
        id: policy.id, stage: facts.stage?.value,
        isReleased: facts.stage?.value == .iteration
          || facts.history.contains { $0.stage == .iteration },
        location: policy.source.location(facts.id.range)))
    for rule in policy.rules {
      rules[rule.id.value, default: []].append(
        RulePlace(policy: policy.id, location: policy.source.location(rule.id.range)))
    }
  }

  /// Takes what landed in place of what stood there: enough to see who exists, without reading texts
  /// again.
  package mutating func replace(_ old: PolicySnapshot?, with new: PolicySnapshot?) {
    if let old {
      policies[old.id] = nil
      for rule in old.rules { rules[rule]?.removeAll { $0.policy == old.id } }
    }
    guard let new else { return }
    let location = Location(file: new.path)
    let wasReleased = new.history.contains { $0.stage == .iteration }
    policies[new.id] = [
      Entry(
        id: new.id, stage: new.stage, isReleased: new.stage == .iteration || wasReleased,
        location: location)
    ]
    for rule in new.rules {
      rules[rule, default: []].append(RulePlace(policy: new.id, location: location))
    }
  }

  package func contains(_ id: String) -> Bool {
    policies[id] != nil || unreadable.contains(id)
  }

  /// The policy that `id` was most likely meant to be. Looks at a bounded number of names, so that a
  /// workspace full of wrong links is still checked in linear time.
  package func nearest(to id: String) -> String? {
    guard let initial = id.first else { return nil }
    if policies.count <= 200 { return nearestName(to: id, among: policies.keys) }
    return nearestName(to: id, among: (idsByInitial[initial] ?? []).prefix(200))
  }
}
