import Foundation
import PolicyModel
import Testing

@testable import PolicyProjection
@testable import PolicySite

@Suite struct `A redline on a page` {
  private static func html(
    _ runs: [Redline.Run], kind: Redline.Entry.Kind = .reworded, notes: [Redline.Note] = []
  ) -> String {
    let entry = Redline.Entry(
      scopes: [.policy], place: .init(kind: .key, name: "title", title: "<Title>"),
      subject: .init(.rule, "<i>"), kind: kind, isPublic: true, runs: runs, notes: notes)
    return RedlineFragment(heading: { $0.rawValue }).html(Redline(entries: [entry, entry]))
  }

  @Test func `marks words by elements and by words, and lets no markup through`() {
    let html = Self.html([
      .init(.same, "a <b>&"), .init(.deleted, "<del>"), .init(.inserted, "</ins>"),
    ])
    #expect(
      html.contains(
        "<p>a &lt;b&gt;&amp;<del><span class=\"vh\">deleted: </span>&lt;del&gt;<span class=\"vh\"> "
          + "(end)</span></del><ins><span class=\"vh\">inserted: </span>&lt;/ins&gt;"
          + "<span class=\"vh\"> (end)</span></ins></p>"))
    #expect(html.contains("<h3>&lt;Title&gt;</h3>"))
    #expect(html.contains("Rule &lt;i&gt;: reworded"))
    #expect(
      html.components(separatedBy: "<h3>").count == 2, "one heading for what stands in one place")
  }

  @Test func `ends an element where a paragraph ends`() {
    let html = Self.html([.init(.same, "a\nb"), .init(.inserted, "c\r\n\nd"), .init(.same, "\n")])
    let paragraphs = html.split(separator: "<p>").dropFirst().prefix(3)
    #expect(paragraphs.map { $0.split(separator: "<ins>").count } == [1, 2, 1])
    for paragraph in html.split(separator: "</p>") {
      #expect(
        paragraph.split(separator: "<ins>", omittingEmptySubsequences: false).count
          == paragraph.split(separator: "</ins>", omittingEmptySubsequences: false).count)
    }
    #expect(!html.contains("<p></p>"))
  }

  @Test func `says what no word shows`() {
    let note = Redline.Note(.linkAddress, "terms", old: "/a?b&c", new: "/\"")
    let html = Self.html([.init(.same, "the terms")], kind: .restyled, notes: [note])
    #expect(html.contains("link address of “terms”: /a?b&amp;c → /&quot;"))
    #expect(!html.contains("<p>the terms</p>"))
    #expect(RedlineFragment(heading: \.rawValue).html(Redline(entries: [])).contains("No public"))
  }
}
