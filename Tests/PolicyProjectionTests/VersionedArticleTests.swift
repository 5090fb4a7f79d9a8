import CommonMark
import Foundation
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules
import Testing

private func policy(_ number: Int, _ summary: String) throws -> Policy {
  let text = SoundSample.policy.replacing(
    "version: 1\nhistory", with: "version: \(number)\nhistory"
  )
  .replacing(
    "changes:\n",
    with: "changes:\n  - {version: \(number), class: minor, summary: \(summary)}\n"
  )
  .replacing("nobody asked", with: "nobody asked version \(number)")
  let file = SourceFile(path: "policies/a.md", text: SourceText(text))
  return try #require(PolicyReader().read(file).policy)
}

/// Three versions: one that is over, one in force since 1 July 2026, one that is announced.
private func versions() throws -> [Publication.Version] {
  [
    .init(
      number: 1, policy: try policy(1, "One."), from: try day("2026-02-16"),
      until: try day("2026-07-01"), amended: [try day("2026-03-02"), try day("2026-04-03")]),
    .init(
      number: 2, policy: try policy(2, "Two."), from: try day("2026-07-01"),
      until: try day("2026-12-01"), amended: []),
    .init(
      number: 3, policy: try policy(3, "Three."), from: try day("2026-12-01"), until: nil,
      amended: []),
  ]
}

private func publication(
  _ entry: Publication.Entry, today: String = "2026-07-15"
) throws -> Publication {
  let settings = SourceFile(path: "bylaw.yml", text: SourceText(SoundSample.settings))
  return Publication(
    workspace: try #require(WorkspaceReader.read(settings).workspace), entries: [entry],
    common: nil, today: try day(today))
}

private func article(
  _ entry: Publication.Entry, version: Publication.Version? = nil
) throws -> HelpArticle {
  let publication = try publication(entry)
  return HelpArticle(
    entry, version: version, common: nil, published: PublishedIndex(publication),
    workspace: publication.workspace)
}

@Suite struct `An article with versions` {
  private static func entry() throws -> Publication.Entry {
    let versions = try versions()
    return .init(policy: versions[1].policy, isUpcoming: false, versions: versions)
  }

  @Test func `is the version in force, and knows the others`() throws {
    let article = try article(Self.entry())
    #expect(article.version == 2)
    #expect(article.effective == (try day("2026-07-01")))
    #expect(!article.isUpcoming)
    #expect(article.release?.path == "unwanted-advertising/v/2/")
    #expect(article.versions?.map(\.number) == [1, 2, 3])
    #expect(article.laterReleases.map(\.number) == [3])
    let standings = (article.versions ?? []).map { article.standing(of: $0) }
    #expect(standings == [.past, .inForce, .upcoming])
  }

  @Test func `is each version with its own words`() throws {
    let entry = try Self.entry()
    for (version, isUpcoming) in zip(entry.versions, [false, false, true]) {
      let article = try article(entry, version: version)
      #expect(article.version == version.number)
      #expect(article.isUpcoming == isUpcoming, "\(version.number)")
      #expect(article.rules[0].text.inlines.plainText.contains("version \(version.number)"))
      #expect(article.effective == version.from)
      let workflow = Workflow(entry, article: article)
      #expect(workflow.version == version.number)
    }
  }

  @Test func `takes the change log from each version's own text, newest first`() throws {
    let changes = try article(Self.entry()).changes
    #expect(changes.map(\.summary) == ["Three.", "Two.", "One."])
    #expect(
      changes.map(\.effective) == [
        try day("2026-12-01"), try day("2026-07-01"), try day("2026-02-16"),
      ])
    #expect(changes.allSatisfy { $0.changeClass == .minor })
  }

  @Test func `knows no significant change that lies ahead`() throws {
    var entry = try Self.entry()
    entry.versions[2].policy.facts.changes[0].changeClass = .significant
    #expect(try article(entry).lastSignificantChange == nil)
    #expect(try article(entry, version: entry.versions[2]).lastSignificantChange?.version == 3)
  }

  @Test func `says of an amendment what it corrected`() throws {
    var version = try versions()[0]
    #expect(version.correction == nil)
    for summary in ["A slip.", "Another slip."] {
      version.policy.facts.changes.append(
        .init(
          version: 1, changeClass: .editorial, summary: summary, classReason: nil,
          range: version.policy.facts.range))
    }
    #expect(version.change?.summary == "One.")
    #expect(version.correction?.summary == "Another slip.")
    version.amended = []
    #expect(version.correction == nil)
  }

  @Test func `has nothing in force once it has ended`() throws {
    var entry = try Self.entry()
    entry.retired = .init(on: try day("2026-07-10"), reason: "Over.", replacedBy: "nobody-knows")
    entry.versions.removeLast()
    let article = try article(entry)
    #expect((article.versions ?? []).map { article.standing(of: $0) } == [.past, .past])
    #expect(article.retired?.reason == "Over.")
    #expect(article.retired?.replacedBy == nil, "the id of no published policy")
    #expect(Message.all(of: entry, workspace: try publication(entry).workspace).isEmpty)
    let index = PublishedIndex(try publication(entry))
    #expect(index.current.isEmpty)
    #expect(index.ended.map(\.modified) == [try day("2026-07-10")])
    #expect(index.ended[0].versionPages.isEmpty)
  }

  @Test func `was changed on the last day on which its page said something new`() throws {
    func modified(_ entry: Publication.Entry, _ today: String) throws -> CalendarDate? {
      PublishedIndex(try publication(entry, today: today)).entries[0].modified
    }
    var entry = try Self.entry()
    #expect(try modified(entry, "2026-07-15") == day("2026-07-01"))
    entry.versions[1].amended = [try day("2026-08-01")]
    #expect(try modified(entry, "2026-09-01") == day("2026-08-01"))
    entry.versions[2].policy.facts.announced?.value = try day("2026-10-20")
    #expect(try modified(entry, "2026-10-19") == day("2026-08-01"))
    #expect(try modified(entry, "2026-10-20") == day("2026-10-20"))
  }

  @Test func `tells machines of versions only where there are any`() throws {
    func keys(_ entry: Publication.Entry) throws -> Set<String> {
      let encoded = try JSONEncoder().encode(try article(entry))
      let value = try JSONSerialization.jsonObject(with: encoded)
      return Set(try #require(value as? [String: Any]).keys)
    }
    let entry = try Self.entry()
    let preview = Publication.Entry(policy: entry.policy, isUpcoming: false)
    #expect(try keys(entry).subtracting(keys(preview)) == ["versions"])
  }
}
