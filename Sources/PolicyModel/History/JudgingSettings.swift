/// The settings by which a landing is judged: those of its first parent.
package struct JudgingSettings: Sendable, Hashable {
  package var workspace: Workspace
  /// The reviewer to whom each key belongs, by the key's fingerprint.
  package var signers: [String: String]
  /// The blob of that `bylaw.yml`: it says how headings are read.
  package var source: ObjectID?
  private let aliases: [String: String]

  package init(workspace: Workspace, signers: [String: String], source: ObjectID? = nil) {
    self.workspace = workspace
    self.signers = signers
    self.source = source
    var aliases: [String: String] = [:]
    for (address, person) in workspace.people {
      for other in person.also { aliases[other.lowercased()] = address.lowercased() }
    }
    self.aliases = aliases
  }

  /// The person behind an address: `people:` lists further ones.
  package func person(_ address: String) -> String {
    let address = address.lowercased()
    return aliases[address] ?? address
  }

  package func members(of group: String) -> Set<String> {
    Set((workspace.groups[group]?.members ?? []).map(person))
  }

  package func members(ofAny groups: [String]) -> Set<String> {
    groups.reduce(into: []) { $0.formUnion(members(of: $1)) }
  }

  package func requirements(for theme: Theme?) -> Lifecycle.Requirements {
    workspace.lifecycle.requirements(for: theme)
  }

  /// The groups that must approve a scope.
  package func groups(for scope: Scope, theme: Theme?) -> [String] {
    let requirements = requirements(for: theme)
    return switch scope {
    case .policy: requirements.goodFitGroups
    case .retire: requirements.retireGroups
    default: requirements.performableGroups[scope] ?? []
    }
  }
}
