import PolicyModel
import PolicyProjection
import Testing

@Suite("An approval is of digests") struct DigestTests {
  @Test("one other character makes it stale")
  func stale() throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.policy])
    line.write(.policy, "1.", by: "dana")
    try line.land("2026-01-02")
    let refusal = try #require(line.refusals(of: "legal", on: .policy).first)
    #expect(refusal == .stale(digest: "policy 1"))
    #expect(refusal.state == .stale)
  }

  @Test(
    "the rule and the release are approved for one version only",
    arguments: [Scope.policy, .release])
  func ofVersion(_ scope: Scope) throws {
    var line = try LineBuilder.unsigned()
    try line.signAll()
    line.snapshot.version = 2
    try line.land("2026-02-01")
    #expect(try line.refusals(of: "legal", on: scope) == [.otherVersion(1)])
  }

  @Test("for the others the digest alone decides", arguments: [Scope.article, .workflow, .emails])
  func ofWords(_ scope: Scope) throws {
    var line = try LineBuilder.unsigned()
    try line.signAll()
    line.snapshot.version = 2
    try line.land("2026-02-01")
    #expect(try line.opinion(of: scope).isApproved)
  }

  @Test("a scope that the record does not name is not approved by it")
  func unnamed() throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.article])
    try line.sign("sue", as: "support", on: [.article, .policy])
    try line.land("2026-01-02")
    #expect(try line.opinion(of: .policy).groups.map { $0.approval != nil } == [false, true])
  }

  @Test(
    "a verdict other than yes is none",
    arguments: SignOff.Verdict.allCases.filter { $0 != .approve })
  func otherVerdict(_ verdict: SignOff.Verdict) throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", verdict, on: [.policy])
    try line.land("2026-01-02")
    #expect(try line.opinion(of: .policy).groups.first?.approval == nil)
  }

  @Test(
    "an act for another purpose approves nothing in a round",
    arguments: [SignOff.Purpose.review, .retire, .urgent, .translation])
  func otherPurpose(_ purpose: SignOff.Purpose) throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.policy], for: purpose)
    try line.land("2026-01-02")
    #expect(try line.opinion(of: .policy).groups.first?.approval == nil)
  }

  @Test("a round that does not exist, was withdrawn or is of another version carries nothing")
  func rounds() throws {
    var line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.policy], for: .round(9))
    try line.land("2026-01-02")
    #expect(try line.refusals(of: "legal", on: .policy) == [.noSuchRound(9)])

    line = try LineBuilder.inReview()
    try line.sign("ana", as: "legal", on: [.policy])
    try line.closeRound(.withdrawn)
    try line.land("2026-01-02")
    #expect(try line.refusals(of: "legal", on: .policy) == [.roundWithdrawn(round: 1)])

    line = try LineBuilder.inReview()
    line.snapshot.version = 2
    try line.sign("ana", as: "legal", on: [.policy])
    try line.land("2026-01-02")
    #expect(try line.refusals(of: "legal", on: .policy) == [.roundOfOtherVersion(round: 1)])
  }

  @Test("where a gate asks nobody, nobody is needed")
  func nobody() throws {
    var line = try LineBuilder.inReview()
    line.settings = line.settings.requiring { $0.goodFitGroups = [] }
    try line.land("2026-01-02")
    try line.land("2026-01-03")
    #expect(try line.opinion(of: .policy).ground == .nobodyAsked)
  }

  @Test("a group without members approves nothing, and nobody stands in for it")
  func empty() throws {
    var line = try LineBuilder.inReview()
    line.settings = line.settings.members(of: "legal", are: [])
    try line.land("2026-01-02")
    try line.sign("lea", as: "legal", on: [.policy])
    try line.land("2026-01-03")
    #expect(try line.opinion(of: .policy).groups.first?.approval == nil)
    #expect(try line.refusals(of: "legal", on: .policy) == [.notMember(group: "legal")])
  }

  @Test("a change of theme asks the groups of both themes")
  func theme() throws {
    var line = try LineBuilder.released()
    line.snapshot.theme = .quality
    line.settings = line.settings.with {
      $0.lifecycle.themes[.quality] = $0.lifecycle.general
      $0.lifecycle.themes[.quality]?.goodFitGroups = ["operations"]
      $0.lifecycle.themes[.quality]?.urgentGroups = ["operations"]
    }
    try line.land("2026-02-02")
    try line.land("2026-02-03")
    // The words were approved without a theme, and that theme's groups are those of all themes.
    #expect(try line.last().judge?.groups(for: .policy) == ["operations"])
    var safe = try LineBuilder.unsigned()
    safe.settings = line.settings
    safe.snapshot.theme = .safety
    try safe.land("2026-01-02")
    try safe.signAll()
    try safe.land("2026-02-01")
    safe.snapshot.theme = .quality
    try safe.land("2026-02-02")
    let judge = try #require(safe.last().judge)
    #expect(judge.groups(for: .policy) == ["operations", "legal", "support"])
    #expect(judge.urgentGroups == ["operations", "legal", "leadership"])
  }

  @Test("a change of theme gives nobody the last word whom the theme before does not give it")
  func lastWord() throws {
    var line = try LineBuilder.unsigned()
    line.settings = line.settings.with {
      $0.lifecycle.themes[.quality] = $0.lifecycle.general
      $0.lifecycle.themes[.quality]?.overruleGroups = ["counsel"]
      $0.lifecycle.themes[.safety] = $0.lifecycle.general
      $0.lifecycle.themes[.safety]?.urgentGroups = []
    }
    line.snapshot.theme = .safety
    try line.land("2026-01-02")
    try line.signAll()
    try line.land("2026-02-01")
    line.snapshot.theme = .quality
    try line.land("2026-02-02")
    let judge = try #require(line.last().judge)
    #expect(judge.speakers(on: [.policy]).overrulers.isEmpty)
    #expect(judge.urgentGroups.isEmpty)
  }
}
