/// Gives each group a person and a key of its own, where that is possible.
enum DistinctPeople {
  /// For each group, which of its approvals (reviewer and key) counts for it. As many groups as
  /// possible get one; where there is a choice, the earlier approval of the earlier group.
  static func choose(_ groups: [[(person: String, key: String)]]) -> [Int?] {
    var people: [String: Int] = [:]
    var chosen: [Int?] = Array(repeating: nil, count: groups.count)
    // Augmenting paths over people, as in any matching of two sides.
    func place(_ group: Int, _ visited: inout Set<String>) -> Bool {
      for (index, approval) in groups[group].enumerated()
      where visited.insert(approval.person).inserted {
        if let holder = people[approval.person], !place(holder, &visited) { continue }
        people[approval.person] = group
        chosen[group] = index
        return true
      }
      return false
    }
    for group in groups.indices {
      var visited: Set<String> = []
      _ = place(group, &visited)
    }
    // One key of two people counts once: signers lists refuse that, and so does this.
    var keys: Set<String> = []
    for group in groups.indices {
      guard let index = chosen[group] else { continue }
      if !keys.insert(groups[group][index].key).inserted { chosen[group] = nil }
    }
    return chosen
  }
}
