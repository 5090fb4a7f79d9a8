import PolicyModel
import PolicyProjection
import PolicySite
import Testing

@Suite struct `The letters that are built in` {
  /// The rows of the content matrix that variables fill.
  private static let required: [MessageKind.Outcome: Set<String>] = [
    .education: ["rule.id", "rule.url", "action.effective_at"],
    .restrictionLifted: ["action.effective_at"],
    .reminder: ["action.ends_at"],
    .appealGranted: [
      "case.facts", "case.opened_at", "action.effective_at", "decision.explanation",
    ],
    .appealDenied: [
      "case.facts", "case.opened_at", "rule.id", "rule.url", "rule.why", "action.stops",
      "action.keeps", "automation.statement", "redress.next", "decision.explanation",
    ],
    .policyChange: ["change.summary", "change.effective_at", "change.leave"],
  ]

  @Test func `are one for each outcome and say what its row asks for`() throws {
    let messages = try LetterFixture.messages(inPart: BuiltInMessages.markdown)
    #expect(messages.map(\.kind) == MessageKind.Outcome.allCases.map { .outcome($0) })
    for message in messages {
      guard case .outcome(let outcome) = message.kind else { continue }
      let names = Set(message.variables.map(\.name))
      #expect(Self.required[outcome, default: []].isSubset(of: names), "\(outcome)")
      #expect(names.allSatisfy { name in Variable.builtIn.contains { $0.name == name } })
      #expect(!Letter(message, .samples).text.contains("{{"))
    }
  }

  @Test func `keep subjects, previews and pages short`() throws {
    for message in try LetterFixture.messages(inPart: BuiltInMessages.markdown) {
      let letter = Letter(message, .longest)
      #expect(letter.subject.count <= 60)
      #expect((40...90).contains(letter.preview.count), "\(letter.preview)")
      #expect(letter.html(styles: [:]).utf8.count < 100_000)
      #expect(!letter.text.contains("!"))
      #expect(!letter.text.lowercased().contains("customer service"))
    }
  }
}
