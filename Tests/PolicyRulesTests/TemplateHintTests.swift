import PolicyModel
import PolicyRules
import Testing

/// Whether a part that still says what the template says counts as written.
@Suite struct `A hint of the template` {
  private func findings(_ kind: PartKind) throws -> [String] {
    let hint = try #require(TemplateHints.parts[kind])
    let heading = (kind.description.level == 2 ? "## " : "### ") + kind.description.heading
    return Workbench(.part("\(heading)\n\n\(hint)")).ownFindings
      .filter { $0.rule == "section-empty" }.map(\.headline)
  }

  @Test(arguments: [PartKind.allowed, .scope, .evidence, .background, .checklist, .severity])
  func `is no text`(kind: PartKind) throws {
    #expect(
      try findings(kind) == ["“\(kind.description.heading)” has only the hint of the template"])
  }

  @Test func `may be the ladder that a team wants`() throws {
    #expect(try findings(.ladder) == [])
  }
}
