import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

/// The sample as it was released three times: on 16 February, 1 July and 1 December 2026.
enum VersionedSample {
  static let id = "unwanted-advertising"

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// The sites of that day, the versions after it upcoming.
  static func site(on today: String, amended: [String] = []) throws -> TestSite {
    var site = TestSite()
    site.today = try day(today)
    site.releases = [
      .init(
        number: 1, text: SoundSample.policy, from: try day("2026-02-16"),
        until: try day("2026-07-01"), amended: try amended.map(day)),
      .init(
        number: 2, text: second, from: try day("2026-07-01"), until: try day("2026-12-01")),
      .init(number: 3, text: third, from: try day("2026-12-01")),
    ]
    return site
  }

  /// A rule reworded and one added, a case for moderators reworded; and a list of changes in which the
  /// words about version 1 are no longer those that were approved.
  static let second = edited(
    [
      ("version: 1\nhistory", "version: 2\nhistory"),
      ("announced: 2026-01-12", "announced: 2026-05-20"),
      ("effective: 2026-02-16", "effective: 2026-07-01"),
      (
        "  - version: 1\n    class: significant\n    summary: The first rule on advertising.",
        """
          - version: 2
            class: significant
            summary: Adds SAM-3. <b>Rules</b> on links & codes.
          - version: 1
            class: minor
            summary: FORGED.
        """
      ),
      ("Advertising where nobody asked for it.", "Advertising where no member asked for it."),
      (
        "somebody pays for it.\n",
        "somebody pays for it.\n- **SAM-3** Posting a discount code as if it were an answer.\n"
      ),
      ("The post, its address", "The whole thread, its address"),
    ], of: SoundSample.policy)

  static let third = edited(
    [
      ("version: 2\nhistory", "version: 3\nhistory"),
      ("announced: 2026-05-20", "announced: 2026-10-20"),
      ("effective: 2026-07-01", "effective: 2026-12-01"),
      (
        "  - version: 2\n",
        "  - version: 3\n    class: minor\n    summary: Says less.\n  - version: 2\n"
      ),
      ("- **SAM-3** Posting a discount code as if it were an answer.\n", ""),
    ], of: second)

  static func edited(_ edits: [(String, String)], of text: String) -> String {
    edits.reduce(text) { text, edit in
      if !text.contains(edit.0) { Issue.record("the sample has no “\(edit.0)”") }
      return text.replacing(edit.0, with: edit.1)
    }
  }
}
