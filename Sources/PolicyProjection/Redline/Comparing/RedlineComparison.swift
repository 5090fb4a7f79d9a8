import PolicyModel

/// Compares two documents group by group, and makes an entry for whatever differs.
struct RedlineComparison {
  private(set) var entries: [Redline.Entry] = []

  init(from old: RedlineDocument?, to new: RedlineDocument) {
    let olds = old?.groups ?? []
    let places = Dictionary(
      olds.enumerated().map { ($0.element.place.identity, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let matches = new.groups.map { places[$0.place.identity] }
    let moved = Self.movedEmails(new.groups, matches)
    var seen = 0
    var emitted = Set(matches.compactMap { $0 })
    for (index, group) in new.groups.enumerated() {
      if let match = matches[index], match >= seen {
        for place in seen..<match where emitted.insert(place).inserted { compare(olds[place], nil) }
        seen = match
      }
      compare(matches[index].map { olds[$0] }, group, isMoved: moved.contains(index))
    }
    for place in olds.indices where emitted.insert(place).inserted { compare(olds[place], nil) }
  }

  /// The order of e-mails is in their digest; that of keys and parts is in none.
  private static func movedEmails(_ groups: [RedlineGroup], _ matches: [Int?]) -> Set<Int> {
    let emails = groups.indices.filter {
      groups[$0].place.kind == .email && matches[$0] != nil
    }
    let kept = Set(longestRise(emails.compactMap { matches[$0] }).map { emails[$0] })
    return Set(emails).subtracting(kept)
  }

  private mutating func compare(
    _ old: RedlineGroup?, _ new: RedlineGroup?, isMoved: Bool = false
  ) {
    guard let group = new ?? old else { return }
    let before = old?.isPresent ?? false
    let after = new?.isPresent ?? false
    var found: [Redline.Entry] = []
    if isMoved { found.append(group.whole(.moved)) }
    found += UnitComparison(from: old?.units ?? [], to: new?.units ?? [], in: group).entries
    if before != after, found.isEmpty {
      found.append(group.whole(before ? .removed : .added))
    }
    entries += found
  }
}

extension RedlineGroup {
  fileprivate func whole(_ kind: Redline.Entry.Kind) -> Redline.Entry {
    .init(
      scopes: scopes, place: place, subject: .init(.whole), kind: kind, isPublic: isPublic,
      runs: [], notes: [])
  }
}

extension Redline.Place {
  /// What tells it from others; its title can change.
  fileprivate var identity: String { "\(kind.rawValue) \(name)" }
}
