import PolicyModel
import PolicyRules
import Testing

@testable import PolicySite

@Suite struct `The ladder on a workflow page` {
  private static let ladder = """
    | Severity | First time | Second time | If refused |
    |---|---|---|---|
    | 1 | Warning | Restriction | Block (refused) |
    | 2 | Restriction | – | – |
    | 3 | Block (serious) | – | – |
    """

  /// The page's table of the ladder, row by row.
  private static func rows() throws -> [String] {
    var site = TestSite()
    let lines = SoundSample.policy.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("| Severity | First time") })
    let end = try #require(lines[start...].firstIndex { $0.isEmpty })
    site.policies[0] =
      (lines[..<start] + [Substring(Self.ladder)] + lines[end...]).joined(separator: "\n")
    let page = try #require(try site.files()["moderators/unwanted-advertising/index.html"])
    let rest = try #require(page.split(separator: "<table class=\"ladder").last)
    let table = try #require(rest.split(separator: "</table>").first)
    return table.split(separator: "<tr").dropFirst().map(String.init)
  }

  @Test func `marks the column for refusals, which counts no earlier cases`() throws {
    let rows = try Self.rows()
    #expect(rows.count == 4)
    for (row, tag) in zip(rows, ["<th", "<td", "<td", "<td"]) {
      let cells = row.split(separator: tag).map { $0.prefix { $0 != ">" } }
        .filter { $0.contains("data-column") || $0.contains("data-label") }
        .filter { !$0.contains("data-label=\"Severity\"") }
      #expect(cells.count == 3, "\(cells)")
      #expect(cells.map { $0.contains(" data-refused") } == [false, false, true])
    }
  }

  @Test func `shows no action where there is no condition to refuse`() throws {
    let rows = try Self.rows().filter { $0.contains("data-severity") }
    let refused = rows.compactMap { row in
      row.split(separator: "<td").last { $0.contains("data-refused") }
    }
    let blank = try #require(refused.first { $0.contains("<span>–</span>") })
    #expect(!blank.contains("data-action"))
    #expect(!blank.contains("as before"))
  }
}
