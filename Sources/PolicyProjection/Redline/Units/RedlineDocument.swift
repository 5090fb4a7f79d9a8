import CommonMark
import PolicyModel

/// A policy as groups of units, in the order in which people read it.
struct RedlineDocument {
  private(set) var groups: [RedlineGroup]
  /// Whose entry of the change log counts.
  private let changeVersion: Int?

  /// `new` is the later version. An entry of the change log that speaks of a version of its own does not
  /// replace the one before, which is still there to be read.
  init(_ policy: Policy, comparedWith new: RedlineDocument? = nil) {
    changeVersion = KeyUnits.currentChanges(of: policy.facts).first?.version
    groups = KeyUnits.groups(of: policy.facts)
    if let later = new?.changeVersion, later != changeVersion {
      groups.removeAll { $0.place.name == "changes" }
    }
    var kinds: Set<PartKind> = []
    for part in policy.parts {
      guard let kind = part.kind, kinds.insert(kind).inserted else { continue }
      add(part, kind, policy.tokens)
      if kind == .emails {
        groups += policy.messages.map { MessageUnits.group(of: $0, tokens: policy.tokens) }
      }
    }
  }

  private mutating func add(_ part: Policy.Part, _ kind: PartKind, _ tokens: TokenTable) {
    guard case .one(let scope) = kind.description.scope else { return }
    let units =
      kind == .emails
      ? [] : PartUnits.units(of: part.blocks, tokens: tokens, naming: UnitNaming(kind))
    groups.append(
      RedlineGroup(
        place: .init(kind: .part, name: kind.rawValue, title: part.heading.value),
        scopes: [scope], isPublic: kind.description.audience == .everyone, isPresent: true,
        units: units))
  }
}
