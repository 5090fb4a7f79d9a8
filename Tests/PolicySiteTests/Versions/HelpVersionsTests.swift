import Foundation
import PolicyModel
import PolicyProjection
import PolicyRules
import PolicySite
import Testing

@Suite struct `The help site of a policy with versions` {
  private static let page = "help/unwanted-advertising/index.html"

  private static func version(_ number: Int) -> String {
    "help/unwanted-advertising/v/\(number)/index.html"
  }

  @Test func `shows what is in force, and leads to what is coming`() throws {
    let files = try VersionedSample.site(on: "2026-07-01").files()
    let page = try #require(files[Self.page])
    #expect(page.contains("In force since <time datetime=\"2026-07-01\">1 July 2026</time>"))
    #expect(page.contains("<span>Version 2</span>"))
    #expect(page.contains("SAM-3"))
    let time = "<time datetime=\"2026-12-01\">1 December 2026</time>"
    #expect(page.contains("<strong>From \(time) this changes:</strong>"))
    #expect(page.contains("<a href=\"../unwanted-advertising/changes/#v3\">see what is new</a>"))
    #expect(page.contains("<a href=\"../unwanted-advertising/v/3/\">read version 3</a>"))
    #expect(page.contains("<a href=\"../unwanted-advertising/changes/\">All versions</a>"))
    #expect(!page.contains("Last corrected"))
    #expect(!page.contains("noindex"))
  }

  @Test func `says nothing of what comes once nothing does`() throws {
    let page = try #require(try VersionedSample.site(on: "2026-12-01").files()[Self.page])
    #expect(page.contains("<span>Version 3</span>"))
    #expect(!page.contains("this changes"))
    #expect(!page.contains("class=\"notice"))
  }

  @Test func `says of an announcement that lies ahead that it will be`() throws {
    for (today, words) in [
      ("2026-01-11", "and is to be announced on 12 January 2026."),
      ("2026-01-12", "and was announced on 12 January 2026."),
    ] {
      let page = try #require(
        try VersionedSample.site(on: today).files()["help/\(VersionedSample.id)/index.html"])
      #expect(page.contains(words), "\(today)")
    }
  }

  @Test func `says when nothing binds yet, and what comes after that`() throws {
    let page = try #require(try VersionedSample.site(on: "2026-02-01").files()[Self.page])
    #expect(page.contains("This is not in force yet."))
    #expect(page.contains("It binds from <time datetime=\"2026-02-16\">"))
    #expect(page.contains("From <time datetime=\"2026-07-01\">"))
    #expect(!page.contains("In force since"))
  }

  @Test func `says quietly when it was corrected`() throws {
    let site = try VersionedSample.site(on: "2026-06-01", amended: ["2026-03-02", "2026-04-03"])
    let files = try site.files()
    let words = "Last corrected on <time datetime=\"2026-04-03\">3 April 2026</time>."
    for path in [Self.page, Self.version(1), "help/unwanted-advertising/changes/index.html"] {
      #expect(try #require(files[path]).contains(words), "\(path)")
    }
    #expect(try !#require(files[Self.version(2)]).contains("Last corrected"))
  }

  @Test func `keeps every version at an address of its own`() throws {
    let files = try VersionedSample.site(on: "2026-07-01").files()
    let old = try #require(files[Self.version(1)])
    #expect(old.contains("Advertising where nobody asked for it."))
    #expect(!old.contains("SAM-3"))
    #expect(old.contains("<strong>This is version 1.</strong> It was in force from"))
    #expect(old.contains("until <time datetime=\"2026-07-01\">1 July 2026</time>, when version 2"))
    #expect(old.contains("<a href=\"../../../unwanted-advertising/\">Read version 2"))
    let current = try #require(files[Self.version(2)])
    let since = "It has been in force since <time datetime=\"2026-07-01\">"
    #expect(current.contains("<strong>This is version 2.</strong> \(since)"))
    #expect(current.contains("<div class=\"notice plain\">"))
    let next = try #require(files[Self.version(3)])
    #expect(next.contains("It binds from <time datetime=\"2026-12-01\">1 December 2026</time>."))
    #expect(next.contains("<a href=\"../../../unwanted-advertising/\">version 2</a> is in force"))
    #expect(!next.contains("In force since"))
    for number in 1...3 {
      let page = try #require(files[Self.version(number)])
      let address = "https://help.example.com/unwanted-advertising/v/\(number)/"
      #expect(page.contains("<link rel=\"canonical\" href=\"\(address)\">"))
      #expect(page.contains("content=\"noindex\"") == (number == 1), "\(number)")
      #expect(page.contains("<h1>Unwanted advertising, version \(number)</h1>"))
      #expect(!page.contains("policy.json"))
    }
  }

  @Test func `makes no version whose day never came look as if it had bound`() throws {
    var site = try VersionedSample.site(on: "2026-12-24")
    site.releases[1].from = site.releases[2].from
    let files = try site.files()
    #expect(try #require(files[Self.version(2)]).contains("It never came into force."))
    #expect(
      try #require(files["help/\(VersionedSample.id)/changes/index.html"])
        .contains("<span>Never in force</span>"))
  }

  @Test func `tells machines of every version`() throws {
    let files = try VersionedSample.site(on: "2026-07-01", amended: ["2026-04-03"]).files()
    let text = try #require(files["help/unwanted-advertising/policy.json"])
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let versions = try #require(value["versions"] as? [[String: Any]])
    #expect(versions.map { $0["number"] as? Int } == [1, 2, 3])
    #expect(versions.map { $0["from"] as? String } == ["2026-02-16", "2026-07-01", "2026-12-01"])
    #expect(versions.map { $0["until"] as? String } == ["2026-07-01", "2026-12-01", nil])
    #expect(versions.map { $0["corrected"] as? String } == ["2026-04-03", nil, nil])
    for version in versions {
      let path = try #require(version["path"] as? String)
      #expect(files["help/\(path)index.html"] != nil, "\(path)")
    }
    #expect(value["retired"] == nil)
  }

  @Test func `lists what search engines should find, with true days`() throws {
    let site = try VersionedSample.site(on: "2026-07-15")
    let map = try #require(try site.files()["help/sitemap.xml"])
    let address = "https://help.example.com/unwanted-advertising/"
    func line(_ path: String, _ day: String) -> String {
      "<url><loc>\(address)\(path)</loc><lastmod>\(day)</lastmod></url>"
    }
    #expect(map.contains(line("", "2026-07-01")))
    #expect(map.contains(line("v/2/", "2026-07-01")))
    #expect(map.contains("\(address)v/3/</loc></url>"), "announced on a day that lies ahead")
    #expect(!map.contains("\(address)v/1/"))
    var announced = site
    announced.today = try VersionedSample.day("2026-10-21")
    #expect(
      try #require(try announced.files()["help/sitemap.xml"]).contains(line("", "2026-10-20")))
  }

  @Test func `searches the shown text only`() throws {
    func documents(_ today: String) throws -> [String] {
      let files = try VersionedSample.site(on: today).files()
      return files.filter { $0.key.hasPrefix("help/search/") && $0.key.hasSuffix(".js") }.map(
        \.value)
    }
    #expect(try documents("2026-06-01").allSatisfy { !$0.lowercased().contains("discount") })
    #expect(try documents("2026-07-01").contains { $0.lowercased().contains("discount") })
    #expect(try documents("2026-07-01").allSatisfy { !$0.contains("/v/") })
  }

  @Test func `is the same whatever is internal in any version`() throws {
    let site = try VersionedSample.site(on: "2026-07-01")
    var other = site
    for index in other.releases.indices {
      other.releases[index].text = VersionedSample.edited(
        [
          ("Reports of one quarter", "Reports of \(index) quarters"),
          ("its date.", "its day \(index)."),
        ],
        of: other.releases[index].text)
    }
    let help = { (files: [String: String]) in files.filter { $0.key.hasPrefix("help/") } }
    let (before, after) = (try site.files(), try other.files())
    #expect(help(before) == help(after))
    #expect(before != after)
  }

  @Test func `has no page of a version in a preview`() throws {
    var site = TestSite()
    site.policies[0] = VersionedSample.second
    let files = try site.files()
    #expect(!files.keys.contains { $0.contains("/v/") })
    #expect(try !#require(files["help/unwanted-advertising/policy.json"]).contains("\"versions\""))
  }
}
