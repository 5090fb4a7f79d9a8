import Foundation
import PolicyModel
import PolicyProjection
import PolicyRules
import PolicySite
import Testing

@Suite struct `The moderators' site of a policy with versions` {
  private static let folder = "moderators/unwanted-advertising/"

  @Test func `shows the workflow in force, and leads to the others by the day of the conduct`()
    throws
  {
    let files = try VersionedSample.site(on: "2026-12-01").files()
    let page = try #require(files[Self.folder + "index.html"])
    #expect(page.contains("<span>Version 3</span>"))
    #expect(page.contains("In force since <time datetime=\"2026-12-01\">"))
    let link =
      "<a href=\"../unwanted-advertising/v/2/\">Conduct before 1 December 2026: version 2</a>"
    #expect(page.contains(link))
    let table = try #require(page.range(of: "<section id=\"versions\">")).lowerBound
    #expect(
      page[table...].contains(
        "From <time datetime=\"2026-02-16\">16 February 2026</time> on, and before "
          + "<time datetime=\"2026-07-01\">1 July 2026</time>"))
    #expect(page[table...].contains("<a href=\"../unwanted-advertising/v/1/\">Version 1</a>"))
    #expect(!page.contains("class=\"notice"))
  }

  @Test func `says when other conduct will be judged otherwise`() throws {
    let page = try #require(
      try VersionedSample.site(on: "2026-06-01").files()[Self.folder + "index.html"])
    #expect(page.contains("<span>Version 1</span>"))
    #expect(
      page.contains(
        "<strong>Conduct from <time datetime=\"2026-07-01\">1 July 2026</time> on:</strong> "
          + "<a href=\"../unwanted-advertising/v/2/\">version 2</a>"))
    #expect(!page.contains("id=\"versions\""))
    #expect(!page.contains("Conduct before"))
  }

  @Test func `keeps each version complete, with the letters of today`() throws {
    let files = try VersionedSample.site(on: "2026-07-01").files()
    let old = try #require(files[Self.folder + "v/1/index.html"])
    #expect(old.contains("The post, its address"))
    #expect(old.contains("<strong>This is version 1.</strong> Judge only conduct from"))
    #expect(old.contains("data-policy=\"unwanted-advertising, version 1\""))
    #expect(old.contains("data-decision"))
    #expect(old.contains("href=\"../../../unwanted-advertising/emails/#warning\""))
    #expect(
      old.contains("href=\"https://help.example.com/unwanted-advertising/v/1/\">Public article"))
    #expect(!old.contains("Calibration</a>"))
    #expect(!old.contains("id=\"versions\""))
    #expect(old.contains("content=\"noindex\""))
    let next = try #require(files[Self.folder + "v/3/index.html"])
    #expect(next.contains("Judge conduct from <time datetime=\"2026-12-01\">"))
    #expect(try #require(files[Self.folder + "v/2/index.html"]).contains("The whole thread"))
    #expect(
      files.keys.count { $0.hasPrefix("moderators/") && $0.contains("calibration/index") } == 1)
  }

  @Test func `sends letters of the version in force only`() throws {
    func version(_ today: String) throws -> [Int] {
      let site = try VersionedSample.site(on: today)
      return Message.all(
        of: try #require(try site.publication().entries.first),
        workspace: try site.publication().workspace
      ).map(\.version)
    }
    #expect(try Set(version("2026-02-01")) == [1])
    #expect(try Set(version("2026-06-30")) == [1])
    #expect(try Set(version("2026-07-01")) == [2])
  }
}
