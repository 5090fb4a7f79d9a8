import CommonMark
import PolicyModel
import PolicyReading

/// A policy with every key and every part, of which single pieces can be replaced.
struct DigestSample {
  var keys: [(key: String, yaml: String)] = Self.allKeys
  var parts: [(kind: PartKind, text: String)] = Self.allParts

  init() {}

  init(_ key: String, _ yaml: String?) {
    keys = keys.compactMap { $0.key != key ? $0 : yaml.map { (key, $0) } }
  }

  init(_ kind: PartKind, _ text: String?) {
    parts = parts.compactMap { $0.kind != kind ? $0 : text.map { (kind, $0) } }
  }

  var text: String {
    let front = keys.map { "\($0.key): \($0.yaml)\n" }.joined()
    let body = parts.map { part in
      let marks = String(repeating: "#", count: part.kind.description.level)
      return "\(marks) \(part.kind.description.heading)\n\n\(part.text)\n\n"
    }.joined()
    return "---\n\(front)---\n\n\(body)"
  }

  var digests: [Scope: ScopeDigest] { Self.digests(text) }

  static func digests(_ text: String, path: String = "policies/a.md") -> [Scope: ScopeDigest] {
    guard let policy = policy(text, path: path) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: Scope.allCases.map {
        ($0, ScopeDigest(of: policy, scope: $0))
      })
  }

  static func policy(
    _ text: String, path: String = "policies/a.md", as kind: PolicyReader.Kind = .policy
  ) -> Policy? {
    PolicyReader().read(SourceFile(path: path, text: SourceText(text)), as: kind).policy
  }

  /// The scopes in which two files differ.
  static func changed(_ one: String, _ other: String) -> Set<Scope> {
    let (one, other) = (digests(one), digests(other))
    guard !one.isEmpty, !other.isEmpty else { return [] }
    return Set(Scope.allCases.filter { one[$0] != other[$0] })
  }

  private static let allKeys: [(key: String, yaml: String)] = [
    ("id", "paying-outside"), ("title", "Paying outside"), ("summary", "Pay on Quillwork."),
    ("theme", "safety"), ("applies_to", "[talent, client]"),
    ("basis", "[{kind: terms, ref: Section 4, url: \"https://example.com/terms\"}]"),
    ("profiles", "[eu-dsa]"), ("synonyms", "[cash, wire]"), ("related", "[fake-reviews]"),
    ("announced", "2026-01-01"), ("effective", "2026-02-01"),
    ("changes", "[{version: 2, class: minor, summary: Clearer., class_reason: Words only.}]"),
    ("owner", "mira@example.com"), ("stage", "iteration"), ("version", "2"),
    ("history", "[{stage: iteration, on: 2026-01-01, by: mira@example.com}]"),
    ("rounds", "[]"), ("research", "[{kind: press, not_applicable: None.}]"),
    ("review_every", "3 months"), ("withdrawn", "[]"),
    ("retired", "{on: 2027-01-01, reason: Merged., replaced_by: fake-reviews}"),
    ("allow", "[{rule: policy-summary-long, reason: Needed.}]"),
    ("samples", "{all: {case.facts: Words.}}"),
  ]

  private static let table = "| Severity | What it looks like | Rules |\n|---|---|---|\n"

  private static let allParts: [(kind: PartKind, text: String)] = [
    (.reason, "People lose money when they pay elsewhere."), (.scope, "Everybody."),
    (.definitions, "- **Pay**: to give money"), (.allowed, "- Paying here"),
    (.notAllowed, "- **PAY-1** Asking to pay elsewhere"), (.exceptions, "- With our consent"),
    (.consequences, "A letter, or a block."),
    (
      .examples,
      "| Example | Verdict | Rule | Why |\n|---|---|---|---|\n| Cash | not allowed | PAY-1 | No trace |"
    ),
    (.questions, "### May I pay?\n\nNever."), (.contest, "Reply to us."), (.report, "Tell us."),
    (.emails, letters), (.moderators, "Read all of it."),
    (.severity, table + "| 1 | Asking | PAY-1 |"),
    (
      .ladder,
      "| Severity | First time |\n|---|---|\n| 1 | Warning |\n\n"
        + "**Counts:** same rule, within 12 months"
    ),
    (.background, "Most are new."), (.evidence, "- The message"), (.signals, "- The word cash"),
    (.decision, "1. Did they ask?\n   - Yes → severity 1\n   - No → no action"),
    (
      .calibration,
      "| Case | Verdict | Rule | Severity | Action | Why |\n|---|---|---|---|---|---|\n"
        + "| Cash | not allowed | PAY-1 | 1 | Warning | Asked |"
    ),
    (.escalation, "| When | Who | Within |\n|---|---|---|\n| Threats | legal | 1 day |"),
    (.checklist, "- Read it all"),
  ]

  static let letters = """
    ### Warning

    - **Subject:** Please pay here
    - **Preview:** Your account stays active.
    - **Says:** stays-active, reply

    Hello {{customer.first_name}}, see [the rule]({{rule.url}}).

    {{#lift.steps}}
    Do this: {{lift.steps}}
    {{/lift.steps}}
    """
}
