import PolicyModel
import PolicyRules
import Testing

@Suite struct `The examples of the rules` {
  /// Those of a theme are tried out where themes are read, and those of a history where git is.
  @Test(arguments: RuleCatalog.all.filter { $0.failing?.isPiece ?? false }.map(\.id))
  func `fail where they should`(id: RuleID) throws {
    let example = try #require(RuleCatalog.description(of: id)?.failing)
    let workbench = Workbench(example)
    #expect(workbench.rules.contains(id), "\(workbench.findings.map(\.line))")
  }

  @Test(arguments: RuleCatalog.all.filter { $0.passing?.isPiece ?? false }.map(\.id))
  func `pass where they should`(id: RuleID) throws {
    let example = try #require(RuleCatalog.description(of: id)?.passing)
    let findings = Workbench(example).ownFindings.filter { $0.rule == id }
    #expect(findings.isEmpty, "\(findings.map(\.line))")
  }

  /// What no example can show has a test of its own, named here.
  @Test func `are there for every rule that can be shown`() {
    let shownElsewhere: Set<RuleID> = [
      "file-unreadable", "file-too-large", "file-not-regular", "file-encoding",
      "file-findings-left-out", "email-too-large", "file-name-encoding", "file-name-clash",
      "file-linked-twice", "record-keys-malformed", "record-stray",
    ]
    let without = RuleCatalog.all.filter { $0.failing == nil }.map(\.id)
    #expect(Set(without) == shownElsewhere)
    // A file without front-matter has no counterpart that passes but a whole policy.
    let unpaired = RuleCatalog.all.filter { $0.failing != nil && $0.passing == nil }.map(\.id)
    #expect(Set(unpaired) == ["front-matter-missing", "front-matter-unclosed"])
  }
}

@Suite struct `The sound sample` {
  @Test func `breaks no rule`() {
    #expect(Workbench().ownFindings.map(\.line) == [])
  }

  @Test func `breaks none when somebody else releases it on another day`() throws {
    var workbench = Workbench()
    workbench.settings = SoundSample.settings(
      workspace: "other", organization: "Other & Sons", owner: "ola@other.example", name: "Ola")
    workbench.common = nil
    let released = try #require(CalendarDate("2028-02-29"))
    workbench.policies = [
      ("policies/a.md", SoundSample.policy(owner: "ola@other.example", released: released))
    ]
    #expect(workbench.findings.map(\.line) == [])
  }
}
