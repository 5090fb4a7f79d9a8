import CommonMark
import Foundation
import PolicyModel
import PolicyProjection
import PolicyRules
import PolicySite
import Testing

@Suite struct `A policy that has ended` {
  private static func site(replacedBy: String? = "other-rule") throws -> TestSite {
    var site = try VersionedSample.site(on: "2026-12-24")
    site.releases.removeLast()
    site.policies = [
      SoundSample.policy,
      SoundSample.policy.replacing("id: unwanted", with: "id: other-rule\nold: unwanted")
        .replacing("old: unwanted-advertising\n", with: "")
        .replacing("title: Unwanted advertising", with: "title: The other rule")
        .replacing("related: []", with: "related: [unwanted-advertising]"),
    ]
    site.retired = .init(
      on: try VersionedSample.day("2026-12-01"), reason: "The law <now> forbids it everywhere.",
      replacedBy: replacedBy)
    return site
  }

  @Test func `keeps its page, with a notice before its last text`() throws {
    let files = try Self.site().files()
    let page = try #require(files["help/unwanted-advertising/index.html"])
    let notice = try #require(page.range(of: "<strong>This policy ended on")).lowerBound
    #expect(
      page[notice...].contains("1 December 2026</time>.</strong> The law &lt;now&gt; forbids"))
    #expect(page[notice...].contains("<a href=\"../other-rule/\">The other rule</a> has taken"))
    #expect(try notice < #require(page.range(of: "SAM-3")).lowerBound)
    #expect(page.contains("In force from <time datetime=\"2026-07-01\">"))
    #expect(!page.contains("In force since"))
    #expect(page.contains(" id=\"ended\""))
    let old = try #require(files["help/unwanted-advertising/v/2/index.html"])
    #expect(old.contains("when the policy ended. <a href=\"../../../unwanted-advertising/\">"))
    #expect(old.contains("content=\"noindex\""))
    let json = try #require(files["help/unwanted-advertising/policy.json"])
    #expect(json.contains("\"retired\":{\"on\":\"2026-12-01\""))
    #expect(json.contains("\"replacedBy\":\"other-rule\""))
    #expect(try #require(files["help/policies.json"]).contains("\"retired\":{"))
  }

  @Test func `leaves the lists, but for A to Z`() throws {
    let files = try Self.site().files()
    let theme = try #require(files["help/themes/platform-misuse/index.html"])
    #expect(!theme.contains("Unwanted advertising"))
    #expect(theme.contains("The other rule"))
    #expect(try #require(files["help/index.html"]).contains("<p class=\"count\">1 policy</p>"))
    #expect(try !#require(files["help/other-rule/index.html"]).contains("id=\"related\""))
    let letters = try #require(files["help/a-z/index.html"])
    #expect(letters.contains("Unwanted advertising</a> <span class=\"tag\">Ended</span>"))
    #expect(!letters.contains(", see <a href=\"../unwanted-advertising/\">"))
  }

  @Test func `is an event in the lists and in both feeds`() throws {
    let files = try Self.site().files()
    #expect(try #require(files["help/index.html"]).contains("significant\">Ended</span>"))
    for feed in ["help/changes.xml", "help/significant.xml"] {
      let xml = try #require(files[feed])
      #expect(xml.contains("<title>Unwanted advertising has ended</title>"))
      #expect(xml.contains("unwanted-advertising/changes/#ended</id>"))
      #expect(xml.contains("Ended on 1 December 2026. The law &lt;now&gt;"))
    }
    let changes = try #require(files["help/unwanted-advertising/changes/index.html"])
    #expect(changes.contains("<h2 id=\"ended\">"))
    let map = try #require(files["help/sitemap.xml"])
    #expect(map.contains("unwanted-advertising/</loc><lastmod>2026-12-01</lastmod>"))
    #expect(!map.contains("/v/"))
  }

  @Test func `keeps its workflow for older conduct, and sends no letters`() throws {
    let files = try Self.site().files()
    let page = try #require(files["moderators/unwanted-advertising/index.html"])
    #expect(page.contains("Judge only conduct before that day by it."))
    #expect(page.contains("Later conduct: <a href=\"../other-rule/\">The other rule</a>"))
    #expect(!page.contains("E-mail to send"))
    #expect(files["moderators/unwanted-advertising/v/2/index.html"] != nil)
    #expect(!files.keys.contains { $0.contains("unwanted-advertising/emails") })
    #expect(!files.keys.contains { $0.hasPrefix("emails/unwanted-advertising") })
    let home = try #require(files["moderators/index.html"])
    #expect(home.contains("<h2 id=\"ended\">Ended</h2>"))
    #expect(!home.contains("href=\"unwanted-advertising/#SAM-1\""))
  }

  @Test func `names no policy that is not published`() throws {
    let files = try Self.site(replacedBy: "sample-draft").files()
    for (path, text) in files { #expect(!text.contains("sample-draft"), "\(path)") }
    let page = try #require(files["help/unwanted-advertising/index.html"])
    #expect(page.contains("What follows is its last text."))
  }

  @Test func `may say in public why it ended, and no more`() throws {
    let site = try Self.site()
    let publication = try site.publication()
    let internalText = VersionedSample.edited(
      [("Reports of one quarter", "The law <now> forbids it everywhere")], of: SoundSample.policy)
    var secret = site
    secret.releases = [secret.releases[0]]
    secret.releases[0].text = internalText
    let policy = try #require(
      try secret.publication().entries.first { $0.policy.id == VersionedSample.id }
    ).policy
    let leakGuard = LeakGuard(
      publication: publication, sentences: InternalSentences(of: policy))
    for (path, text) in try site.files() where path.hasPrefix("help/") {
      #expect(leakGuard.leaks(in: OutputFile(path, text)).isEmpty, "\(path)")
    }
    var silent = publication
    for index in silent.entries.indices { silent.entries[index].retired = nil }
    let strict = LeakGuard(publication: silent, sentences: InternalSentences(of: policy))
    let page = try #require(try site.files()["help/unwanted-advertising/index.html"])
    #expect(!strict.leaks(in: OutputFile("unwanted-advertising/index.html", page)).isEmpty)
  }
}
