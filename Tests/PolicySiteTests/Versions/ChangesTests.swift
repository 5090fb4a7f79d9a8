import Foundation
import PolicyModel
import PolicyProjection
import PolicyRules
import PolicySite
import Testing

@Suite struct `What changed from version to version` {
  private static func page(on today: String) throws -> String {
    let files = try VersionedSample.site(on: today).files()
    return try #require(files["help/unwanted-advertising/changes/index.html"])
  }

  /// The part of the page below the heading of one version.
  private static func section(_ number: Int, of page: String) throws -> String {
    let start = try #require(page.range(of: "<h2 id=\"v\(number)\">")).upperBound
    let rest = page[start...]
    return String(rest[..<(rest.range(of: "<h2 ")?.lowerBound ?? rest.endIndex)])
  }

  @Test func `is told newest first, with day, class and link`() throws {
    let page = try Self.page(on: "2026-07-01")
    let headings = page.split(separator: "<h2 id=\"v").dropFirst().compactMap { $0.first }
    #expect(headings == ["3", "2", "1"])
    #expect(page.contains("<li><a href=\"#v3\">Version 3</a></li>"))
    let third = try Self.section(3, of: page)
    #expect(third.contains("Binds from <time datetime=\"2026-12-01\">"))
    #expect(third.contains("<span>Minor change</span>"))
    #expect(third.contains("<a href=\"../../unwanted-advertising/v/3/\">Read version 3</a>"))
    let second = try Self.section(2, of: page)
    #expect(second.contains("In force since <time datetime=\"2026-07-01\">"))
    #expect(second.contains("<span>Significant change</span>"))
    let first = try Self.section(1, of: page)
    #expect(first.contains("In force from <time datetime=\"2026-02-16\">"))
    #expect(first.contains("until <time datetime=\"2026-07-01\">"))
  }

  @Test func `is what each version's own text says`() throws {
    for today in ["2026-02-01", "2026-06-01", "2026-12-31"] {
      let files = try VersionedSample.site(on: today).files()
      for (path, text) in files where path.hasPrefix("help/") {
        #expect(!text.contains("FORGED"), "\(path)")
      }
      let page = try #require(files["help/unwanted-advertising/changes/index.html"])
      #expect(try Self.section(1, of: page).contains("The first rule on advertising."))
      #expect(
        try Self.section(2, of: page).contains("&lt;b&gt;Rules&lt;/b&gt; on links &amp; codes."))
    }
  }

  @Test func `is shown rule by rule`() throws {
    let page = try Self.page(on: "2026-07-01")
    let second = try Self.section(2, of: page)
    #expect(second.contains("<h3>What’s not allowed</h3>"))
    #expect(second.contains("Rule SAM-1: reworded"))
    #expect(second.contains("<del><span class=\"vh\">deleted: </span>nobody<span"))
    #expect(second.contains("<ins><span class=\"vh\">inserted: </span>no member<span"))
    #expect(second.contains("Rule SAM-3: added"))
    #expect(!second.contains("SAM-2"))
    let third = try Self.section(3, of: page)
    #expect(third.contains("Rule SAM-3: removed"))
    let first = try Self.section(1, of: page)
    #expect(!first.contains("<ins>"))
    #expect(!first.contains("No public words changed"))
  }

  @Test func `names nothing internal, and says so where nothing else changed`() throws {
    var site = try VersionedSample.site(on: "2026-07-01")
    site.releases.removeLast()
    site.releases[1].text = VersionedSample.edited(
      [("Advertising where no member", "Advertising where nobody")],
      of: VersionedSample.second.replacing(
        "- **SAM-3** Posting a discount code as if it were an answer.\n", with: ""))
    let page = try #require(try site.files()["help/unwanted-advertising/changes/index.html"])
    #expect(!page.contains("thread"))
    let second = try Self.section(2, of: page)
    #expect(second.contains("No public words changed."))
    #expect(!second.contains("<ins>"))
    #expect(!page.contains("On this page"))
  }

  @Test func `says what an amendment corrected below what came with the version`() throws {
    var site = try VersionedSample.site(on: "2026-06-01", amended: ["2026-04-03"])
    let end = "It says where it is welcome, and what can happen.\n"
    site.releases[0].text = VersionedSample.edited(
      [(end, end + "  - {version: 1, class: editorial, summary: Mends a slip.}\n")],
      of: SoundSample.policy)
    let files = try site.files()
    let page = try #require(files["help/unwanted-advertising/changes/index.html"])
    let first = try Self.section(1, of: page)
    #expect(first.contains("<span>Significant change</span>"))
    #expect(first.contains("The first rule on advertising."))
    #expect(first.contains("3 April 2026</time>. Mends a slip."))
    #expect(try #require(files["help/significant.xml"]).contains("changes/#v1"))
  }

  @Test func `is in the lists and the feeds, past and coming`() throws {
    let files = try VersionedSample.site(on: "2026-07-01").files()
    let home = try #require(files["help/index.html"])
    let coming = try #require(home.range(of: "id=\"coming\"")).lowerBound
    #expect(home[..<coming].contains("Adds SAM-3."))
    #expect(home[..<coming].contains("The first rule on advertising."))
    #expect(home[coming...].contains("Says less."))
    #expect(home[coming...].contains("href=\"unwanted-advertising/changes/#v3\""))
    #expect(home[..<coming].contains("<a href=\"unwanted-advertising/\">"))
    let list = try #require(files["help/changes/index.html"])
    #expect(list.split(separator: "<time").count == 4)
    let feed = try #require(files["help/changes.xml"])
    let ids = feed.split(separator: "<id>").dropFirst(2).map { $0.prefix { $0 != "<" } }
    #expect(ids.map { $0.suffix(2) } == ["v3", "v2", "v1"])
    #expect(feed.contains("From 1 December 2026. Says less."))
    #expect(feed.contains("Since 16 February 2026. The first rule on advertising."))
    #expect(try !#require(files["help/significant.xml"]).contains("#v3"))
    let page = try #require(files["help/unwanted-advertising/index.html"])
    #expect(page.contains("<time datetime=\"2026-07-01\">1 July 2026</time>. Adds SAM-3."))
  }
}
