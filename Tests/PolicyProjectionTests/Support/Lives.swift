import PolicyModel

extension LineBuilder {
  /// In development, with a round that asks about the rule.
  static func inReview() throws -> Self {
    var line = try Self()
    try line.step(.development)
    try line.openRound([.policy], asking: ["legal", "support"])
    try line.land("2026-01-01")
    return line
  }

  /// In iteration on 2026-02-01 with a round on all scopes, and nobody has signed.
  static func unsigned(effective: String = "2026-03-01") throws -> Self {
    var line = try Self()
    try line.step(.development)
    try line.step(.implementation)
    try line.land("2026-01-01")
    line.snapshot.effective = try day(effective)
    line.snapshot.changeClasses = [.significant]
    try line.openRound(Scope.published, asking: ["legal", "support", "operations"])
    try line.step(.iteration)
    return line
  }

  /// Released on 2026-02-01 with every sign-off.
  static func released(effective: String = "2026-03-01") throws -> Self {
    var line = try unsigned(effective: effective)
    try line.signAll()
    try line.closeRound()
    try line.land("2026-02-01")
    return line
  }

  /// Goes on with version 2: its words are new, and a round asks about them.
  mutating func revise(effective: String) throws {
    try step(.development, reason: "adds PAY-6")
    snapshot.version += 1
    snapshot.effective = try day(effective)
    write(.policy, "of version \(snapshot.version)", by: "dana")
    write(.release, "of version \(snapshot.version)", by: "dana")
    try step(.implementation)
    try step(.iteration)
    try openRound(Scope.published, asking: ["legal", "support", "operations"])
  }

  /// Gives the version up, and brings the words of the one before it back.
  mutating func withdraw(to old: PolicySnapshot) throws {
    try step(.iteration, reason: "an error")
    snapshot.withdrawn.append(snapshot.version)
    snapshot.version = old.version
    snapshot.effective = old.effective
    snapshot.digests = old.digests
    snapshot.changeClasses = old.changeClasses
  }

  mutating func retire(on date: String) throws {
    try step(.retired, reason: "no longer needed")
    snapshot.retirement = .init(on: try day(date), reason: "no longer needed", replacedBy: nil)
  }
}
