import CommonMark
import PolicyModel

/// A policy as groups of units, in the order in which people read it.
struct RedlineDocument {
  private(set) var groups: [RedlineGroup]
  /// Whose entry of the change log counts.
  private let changeVersion: Int?

  /// - Parameters:
  ///   - policy: what is cut into units.
  ///   - common: what it inherits from.
  ///   - new: the later version. An entry of the change log that speaks of a version of its own does
  ///     not replace the one before, which is still there to be read.
  init(_ policy: Policy, inheriting common: Policy?, comparedWith new: RedlineDocument? = nil) {
    changeVersion = KeyUnits.currentChange(of: policy.facts)?.version
    groups = KeyUnits.groups(of: policy.facts)
    if let later = new?.changeVersion, later != changeVersion {
      groups.removeAll { $0.place.name == "changes" }
    }
    var kinds: Set<PartKind> = []
    for part in policy.parts {
      guard let kind = part.kind, kinds.insert(kind).inserted else { continue }
      add(part, kind, .own, policy.tokens)
      if kind == .emails {
        groups += policy.messages.map { MessageUnits.group(of: $0, tokens: policy.tokens) }
      }
    }
    for kind in PartKind.allCases where !kinds.contains(kind) {
      if let common, let part = common.part(kind) { add(part, kind, .inherited, common.tokens) }
    }
  }

  private mutating func add(
    _ part: Policy.Part, _ kind: PartKind, _ presence: RedlineGroup.Presence, _ tokens: TokenTable
  ) {
    guard case .one(let scope) = kind.description.scope else { return }
    let units =
      kind == .emails
      ? [] : PartUnits.units(of: part.blocks, tokens: tokens, naming: UnitNaming(kind))
    groups.append(
      RedlineGroup(
        place: .init(kind: .part, name: kind.rawValue, title: part.heading.value),
        scopes: [scope], isPublic: kind.description.audience == .everyone, presence: presence,
        units: units))
  }
}
