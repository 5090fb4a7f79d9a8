import PolicyModel
import PolicyProjection
import Testing

@Suite("The fold and the reference model") struct ReferenceTests {
  @Test("agree on what is in force, after every landing and on many days", arguments: 0..<20)
  func agree(_ shard: Int) throws {
    var published = 0
    for seed in shard * 75..<(shard + 1) * 75 {
      let line = try RandomLife(seed: seed).line
      published += try compare(line.changes, line.revoked, seed)
    }
    // Lives in which nothing is ever published would prove nothing.
    #expect(published > 20 * 75)
  }

  @Test("agree as of a past day, for which only the landings until then count", arguments: 0..<5)
  func asOf(_ shard: Int) throws {
    for seed in shard * 100..<(shard + 1) * 100 {
      let line = try RandomLife(seed: 100_000 + seed).line
      let day = line.changes[line.changes.count / 2].landing.day
      _ = try compare(line.changes.filter { $0.landing.day <= day }, line.revoked, seed)
    }
  }

  /// How many of the answers name a text.
  private func compare(
    _ changes: [LandedChange], _ revoked: Revocations, _ seed: Int
  ) throws -> Int {
    let model = ReferenceModel(changes, revoked: revoked)
    let id = changes[0].touches[0].id
    var fold = LifecycleFold(revoked: revoked)
    var published = 0
    for (place, change) in changes.enumerated() {
      let judgements = fold.apply(change)
      let line = try #require(fold.lines[id])
      try #require(
        judgements[0].becameCandidate == model.answers[place].isCandidate
          || change.isBeginning, "life \(seed), landing \(place)")
      let days = [-40, -9, -1, 0, 1, 6, 15, 30, 400].map {
        change.landing.day.adding(Period($0, .day))
      }
      let texts = model.inForce(on: days, after: place + 1)
      for (day, expected) in zip(days, texts) {
        let binding = line.inForce(on: day)
        try #require(
          binding?.snapshot.blob == expected.flatMap { model.tree($0)?.blob },
          "life \(seed), landing \(place) of \(changes.count), on \(day)")
        try #require(
          binding?.isInDebt == expected.map { !model.answers[$0].owed.isEmpty },
          "the debt of life \(seed), landing \(place), on \(day)")
        if binding != nil { published += 1 }
      }
    }
    return published
  }
}
