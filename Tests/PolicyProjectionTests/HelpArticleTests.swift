import CommonMark
import Foundation
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules
import Testing

/// The sample with a mark in every internal place.
private enum Canary {
  static let mark = "KANARIE"

  /// Words of the sample that stand in internal places, each once.
  static let places = [
    "Open advertising by", "Most people who", "The post, its address", "Does the post recommend",
    "A new member names", "It is open, and", "A company asks", "Look whether", "Reports of one",
    "One report in ten", "We are writing about", "About something that",
    "Your account stays active. There",
  ]

  static let policy: String = {
    var text = SoundSample.policy
    for words in places { text = text.replacing(words, with: "\(mark) \(words)") }
    return text.replacing(
      "## E-mails",
      with:
        "### Signals\n\n- \(mark)\n\n### Nobody knows\n\n\(mark)\n\n## Notes\n\n\(mark)\n\n## E-mails"
    )
    .replacing("## Why we", with: "\(mark)\n\n## Why we")
    .replacing("stage: research, on:", with: "stage: research, reason: \(mark), on:")
    .replacing(
      "    class: significant\n", with: "    class: significant\n    class_reason: \(mark)\n"
    )
    .replacing(
      "research:\n",
      with: """
        allow: [{rule: decision-loop, reason: \(mark)}]
        rounds:
          - round: 1
            version: 1
            opened: 2026-01-01
            scopes: [policy]
            groups: [\(mark.lowercased())]
            authors: [\(mark)@example.com]
            answers: [{record: \(mark), answer: \(mark)}]
        research:
          - {kind: press, not_applicable: \(mark)}

        """)
  }()
}

private func publication(
  _ texts: [String], today: CalendarDate = SoundSample.today, common: String? = SoundSample.common
) throws -> Publication {
  let settings = SourceFile(path: "bylaw.yml", text: SourceText(SoundSample.settings))
  let policies = texts.enumerated().compactMap { index, text in
    PolicyReader().read(
      SourceFile(path: "policies/\(Canary.mark)-\(index).md", text: SourceText(text))
    ).policy
  }
  try #require(policies.count == texts.count)
  let shared = common.flatMap {
    PolicyReader().read(
      SourceFile(path: SoundSample.commonPath, text: SourceText($0)), as: .common
    ).policy
  }
  return Publication(
    workspace: try #require(WorkspaceReader.read(settings).workspace), policies: policies,
    common: shared, today: today)
}

private func article(_ publication: Publication) throws -> HelpArticle {
  HelpArticle(
    try #require(publication.entries.first), common: publication.common,
    published: PublishedIndex(publication), workspace: publication.workspace)
}

private func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

@Suite struct `What the public may read of a policy` {
  @Test func `holds nothing internal`() throws {
    for words in Canary.places { #expect(SoundSample.policy.contains(words), "\(words)") }
    let publication = try publication([Canary.policy])
    let article = try article(publication)
    var dumped = ""
    dump(article, to: &dumped)
    dump(PublishedIndex(publication).entries, to: &dumped)
    #expect(dumped.contains("SAM-1"))
    #expect(!dumped.localizedCaseInsensitiveContains(Canary.mark))
    for secret in ["mira@", "Mira", "policies/"] { #expect(!dumped.contains(secret), "\(secret)") }
    #expect(try !json(article).localizedCaseInsensitiveContains(Canary.mark))
  }

  @Test func `is the same, whatever is internal`() throws {
    let plain = try article(publication([SoundSample.policy]))
    #expect(try json(article(publication([Canary.policy]))) == json(plain))
  }

  @Test func `holds no comment in its words`() throws {
    let text = SoundSample.policy.replacing(
      "People come here", with: "People <!-- KANARIE --> come"
    )
    .replacing("- Naming what", with: "<!-- KANARIE -->\n\n- Naming <!-- KANARIE --> what")
    .replacing("it was asked for, and it says", with: "<!-- KANARIE --> it says")
    let encoded = try json(article(publication([text])))
    #expect(encoded.contains("come to ask") || encoded.contains("come"))
    #expect(!encoded.contains("KANARIE"))
  }

  @Test func `has the keys of its schema, and no other`() throws {
    let value = try JSONSerialization.jsonObject(
      with: Data(json(article(publication([SoundSample.policy]))).utf8))
    #expect(
      Set(try #require(value as? [String: Any]).keys) == [
        "actions", "allowed", "announced", "appliesTo", "changes", "consequences", "contest",
        "definitions", "effective", "examples", "exceptions", "id", "isUpcoming", "questions",
        "reason", "related", "report", "rules", "scope", "summary", "synonyms", "theme", "title",
        "version",
      ])
  }

  @Test func `inherits how to contest and to report, and nothing else`() throws {
    let common = SoundSample.common + "\n## Questions\n\n### A?\n\nB.\n\n## Exceptions\n\n- None\n"
    let bare = SoundSample.policy.replacing("## Exceptions", with: "## Other")
    let inherited = try article(publication([bare], common: common))
    #expect(inherited.contest != nil)
    #expect(inherited.report != nil)
    #expect(inherited.exceptions == nil)
    #expect(inherited.questions.count == 1)
    #expect(try article(publication([bare], common: nil)).contest == nil)
  }
}

@Suite struct `A publication` {
  private static func named(_ id: String, _ changes: [(String, String)] = []) -> String {
    let text = SoundSample.policy.replacing("id: unwanted-advertising", with: "id: \(id)")
    return changes.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  @Test(arguments: ["research", "development", "implementation", "retired"])
  func `leaves out what is not in iteration`(stage: String) throws {
    let draft = Self.named("draft", [("\nstage: iteration", "\nstage: \(stage)")])
    let entries = try publication([draft, Self.named("b"), Self.named("a")]).entries
    #expect(entries.map(\.policy.id) == ["a", "b"])
  }

  @Test func `tells what binds from what is upcoming, by the day`() throws {
    let released = CalendarDate(daysSinceEpoch: 20_465)
    let effective = released.adding(Period(35, .day))
    for (offset, isUpcoming) in [(-1, true), (0, false), (1, false)] {
      let today = CalendarDate(daysSinceEpoch: effective.daysSinceEpoch + offset)
      let entry = try #require(publication([SoundSample.policy], today: today).entries.first)
      #expect(entry.isUpcoming == isUpcoming, "\(offset)")
    }
    let undated = Self.named("a", [("effective: \(effective)\n", "")])
    #expect(try publication([undated]).entries.map(\.isUpcoming) == [false])
  }

  @Test func `names no draft among what is related`() throws {
    let one = Self.named("a", [("related: []", "related: [b, sample-draft, gone]")])
    let publication = try publication([one, Self.named("b"), SoundSample.neighbour])
    #expect(try article(publication).related == ["b"])
    let index = PublishedIndex(publication)
    #expect(index["sample-draft"] == nil)
    #expect(index.entries.map(\.id) == ["a", "b"])
    #expect(index["b"]?.rules == ["SAM-1", "SAM-2"])
  }
}

@Suite struct `A message` {
  @Test func `names its variables once, in the order of their first use`() throws {
    let text = SoundSample.policy.replacing(
      SoundSample.letters[0],
      with: """
        ### Notification

        - **Subject:** Case {{ticket.id}}
        - **Preview:** From {{case.opened_at}}

        {{#lift.steps}}

        See [it]({{rule.url}} "{{rule.title}}") and `{{rule.id}}`, {{ticket.id}}.

        ```
        {{action.keeps}}
        ```

        | {{change.summary}} |
        |---|
        | {{case.facts}} {{un.known}} |

        {{/lift.steps}}
        """)
    let publication = try publication([text])
    let entry = try #require(publication.entries.first)
    let messages = Message.all(of: entry, workspace: publication.workspace)
    #expect(messages.map(\.kind.slug).first == "notification")
    #expect(messages.count == 5)
    #expect(
      Set(try #require(messages.first).variables.map(\.name)) == [
        "ticket.id", "case.opened_at", "lift.steps", "rule.url", "rule.title", "rule.id",
        "action.keeps", "change.summary", "case.facts",
      ])
    #expect(
      messages[0].variables.prefix(3).map(\.name) == ["ticket.id", "case.opened_at", "lift.steps"])
    #expect(messages.allSatisfy { $0.policyID == "unwanted-advertising" && $0.version == 1 })
    #expect(messages[1].rules == ["SAM-1", "SAM-2"])
  }

  @Test func `show the sample that is most particular to the letter`() throws {
    var publication = try publication([
      SoundSample.policy.replacing(
        "owner:",
        with: "samples: {all: {case.facts: Ours.}, warning: {case.facts: Our warning.}}\nowner:"
      )
    ])
    publication.workspace.emails.variables["case.facts"]?.samples = [
      "warning": "Anybody's warning.", "restriction": "Anybody's restriction.",
    ]
    let entry = try #require(publication.entries.first)
    let facts = Message.all(of: entry, workspace: publication.workspace).map { message in
      (message.kind.slug, message.variables.first { $0.name == "case.facts" }?.sample)
    }
    let samples = Dictionary(uniqueKeysWithValues: facts)
    #expect(samples["warning"] == "Our warning.")
    #expect(samples["restriction"] == "Anybody's restriction.")
    #expect(samples["block"] == "Ours.")
  }
}
