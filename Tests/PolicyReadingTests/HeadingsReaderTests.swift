import CommonMark
import PolicyModel
import PolicyReading
import Testing

@Suite struct `Headings in bylaw.yml` {
  private static func findings(_ lines: String) -> [Finding] {
    let settings = """
      workspace: shop
      organization: {name: Shop, contact: trust@shop.example}
      applies_to: [seller]
      lifecycle:
        good_fit: {groups: []}
        performable: {groups: {article: [], workflow: [], emails: [], release: []}}
        living: {groups: []}
        urgent: {groups: []}
        retire: {groups: []}
        overrule: {groups: []}
      emails: {from: "Shop <trust@shop.example>"}
      \(lines)

      """
    return WorkspaceReader.read(SourceFile(path: "bylaw.yml", text: SourceText(settings))).findings
  }

  @Test(
    arguments: [
      ("sections: {allowed: Rules, not-allowed: RULES}", ["allowed", "not-allowed"]),
      ("sections: {reason: \"What's allowed\"}", ["allowed"]),
      ("sections: {reason: What’s allowed}", ["allowed"]),
      ("sections: {ladder: Severity}", ["severity"]),
      (
        "locales: {en: {}, fr: {groups: [], sections: {allowed: Oui, exceptions: oui}}}",
        ["allowed"]
      ),
    ])
  func `that two parts share are an error at each`(lines: String, names: [String]) {
    let findings = Self.findings(lines)
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.rule == "settings-heading-shared" && $0.severity == .error })
    let notes = findings.flatMap(\.notes).map(\.text)
    for name in names { #expect(notes.contains("It is the heading of `\(name)` as well.")) }
  }

  @Test(
    arguments: [
      "sections: {allowed: \"What's not allowed\", not-allowed: \"What's allowed\"}",
      "sections: {reason: Severity}", "sections: {allowed: Yes}",
      "locales: {en: {}, fr: {groups: [], sections: {reason: Severity, allowed: Oui}}}",
    ])
  func `that no two parts of a level share are fine`(lines: String) {
    #expect(Self.findings(lines).map(\.headline) == [])
  }
}
