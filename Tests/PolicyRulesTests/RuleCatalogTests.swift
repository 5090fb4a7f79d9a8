import PolicyModel
import PolicyReading
import PolicyRules
import Testing

@Suite struct `The catalogue` {
  @Test func `names each rule once`() {
    let ids = RuleCatalog.all.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: RuleCatalog.all.map(\.id))
  func `names rules in kebab case, their area first`(id: RuleID) {
    let parts = id.name.split(separator: "-", omittingEmptySubsequences: false)
    #expect(parts.count >= 2)
    for part in parts {
      #expect(!part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) })
    }
    #expect(RuleArea(of: id) != nil)
  }

  @Test(arguments: RuleCatalog.all.map(\.id))
  func `says in a sentence what each rule is, and why`(id: RuleID) throws {
    let rule = try #require(RuleCatalog.description(of: id))
    for text in [rule.summary, rule.reason] {
      #expect(text.hasSuffix(".") && text.first.map { !$0.isLowercase } == true, "\(text)")
    }
  }

  @Test func `finds the rule that was meant`() {
    #expect(RuleCatalog.nearest(to: "email-slot-mising") == "email-slot-missing")
    #expect(RuleCatalog.nearest(to: "DECISION-LOP") == "decision-loop")
    #expect(RuleCatalog.nearest(to: "entirely unlike anything") == nil)
  }

  @Test func `guards what keeps files readable, and nothing else`() {
    #expect(RuleCatalog.isGuarded("key-unknown"))
    #expect(RuleCatalog.isGuarded("front-matter-unclosed"))
    #expect(!RuleCatalog.isGuarded("ladder-milder-later"))
    #expect(!RuleCatalog.isGuarded("keyboard-shortcut"))
  }

  @Test(arguments: ["link-scheme", "email-address-scheme"] as [RuleID])
  func `keeps an address that can run code an error, whatever the workspace says`(
    id: RuleID
  ) throws {
    let example = try #require(RuleCatalog.description(of: id)?.failing)
    var workbench = Workbench(example)
    workbench.settings += "rules: {\(id): off}\n"
    workbench.settings = workbench.settings.replacing("rules: {}\n", with: "")
    let found = workbench.ownFindings.filter { $0.rule == id }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.severity == .error })
    #expect(workbench.rules.contains("settings-rule-guarded"))
  }
}

@Suite struct `Each key and part belongs to one scope, to all, or to none` {
  @Test func `as the handbook's table says`() {
    var scopes: [String: ScopeMembership] = [:]
    for field in FrontMatterSchema.policy {
      #expect(
        scopes.updateValue(field.scope, forKey: field.key) == nil, "\(field.key) stands twice")
    }
    func keys(_ scope: ScopeMembership) -> Set<String> {
      Set(scopes.filter { $0.value == scope }.keys)
    }
    #expect(keys(.all) == ["id"])
    #expect(
      keys(.one(.policy)) == ["title", "summary", "theme", "applies_to", "basis", "profiles"])
    #expect(keys(.one(.article)) == ["synonyms", "related"])
    #expect(keys(.one(.release)) == ["announced", "effective", "changes"])
    #expect(keys(.one(.retire)) == ["retired"])
    #expect(
      keys(.none) == [
        "owner", "stage", "version", "history", "rounds", "research", "review_every", "withdrawn",
        "allow", "samples",
      ])
  }

  @Test func `and each part has one row`() {
    let kinds = PartKind.descriptions.map(\.kind)
    #expect(Set(kinds).count == kinds.count)
    #expect(Set(kinds) == Set(PartKind.allCases))
    func parts(_ scope: ScopeMembership) -> Set<PartKind> {
      Set(PartKind.descriptions.filter { $0.scope == scope }.map(\.kind))
    }
    #expect(parts(.none) == [.moderators])
    #expect(parts(.one(.emails)) == [.emails])
    #expect(
      parts(.one(.workflow)) == [
        .background, .evidence, .signals, .decision, .calibration, .escalation, .checklist,
      ])
    #expect(
      parts(.one(.article)) == [.reason, .examples, .questions, .contest, .report])
    #expect(
      parts(.one(.policy)) == [
        .scope, .definitions, .allowed, .notAllowed, .exceptions, .consequences, .severity, .ladder,
      ])
  }
}
