import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules

/// What the keys that a branch revokes take off the sites.
struct RevokedWords {
  /// A policy that readers would see otherwise.
  struct Loss {
    var policy: String
    var path: String
    /// Whether it is what binds today, and not what is to come.
    var isInForce: Bool
    /// What readers then see.
    var then: String
    /// Whether it is the end of the policy that the keys signed, so that it binds again.
    var isEnd: Bool
  }

  let change: BranchHistory
  let today: CalendarDate

  /// Every landing is judged again: a key voids what it signed in the past.
  var losses: [Loss] {
    let loaded = change.history.loaded
    let lists = change.branch.landing.changes.filter { TreePlace($0.path) == .revokedKeys }
      .map { $0.new?.id }
    guard !lists.isEmpty else { return [] }
    var revoked = loaded.settings.revocations(lists)
    revoked.keys.formUnion(loaded.revocations.keys)
    guard revoked != loaded.revocations else { return [] }
    var fold = LifecycleFold(revoked: revoked)
    for change in loaded.changes { fold.apply(change) }
    return change.history.lines.values.sorted { $0.id < $1.id }.compactMap { line in
      loss(from: line, to: fold.lines[line.id] ?? PolicyLine(id: line.id))
    }
  }

  private func loss(from old: PolicyLine, to new: PolicyLine) -> Loss? {
    let inForce = (old.inForce(on: today), new.inForce(on: today))
    let ahead = (old.upcoming(after: today), new.upcoming(after: today))
    let isSame = inForce.0.saysTheSame(as: inForce.1)
    let keeps = ahead.0.allSatisfy { one in ahead.1.contains { one.saysTheSame(as: $0) } }
    guard !isSame || !keeps, let path = (old.lastRead ?? inForce.0?.snapshot)?.path else {
      return nil
    }
    let then =
      if let candidate = inForce.1 {
        "version \(candidate.version), as it landed with \(candidate.landing.commit.short) on "
          + candidate.landing.day.inWords
      } else if let candidate = ahead.1.first {
        "nothing that is in force, and version \(candidate.version) as upcoming"
      } else {
        "nothing of it"
      }
    return Loss(
      policy: old.id, path: path, isInForce: !isSame, then: then,
      isEnd: old.ending != nil && new.ending == nil && inForce.1 != nil)
  }
}

extension Candidate? {
  fileprivate func saysTheSame(as other: Candidate?) -> Bool {
    self?.version == other?.version && self?.snapshot.digests == other?.snapshot.digests
  }
}

extension Candidate {
  fileprivate func saysTheSame(as other: Candidate) -> Bool {
    Optional(self).saysTheSame(as: other)
  }
}
