package import PolicyModel
import PolicyProjection

package enum WordsAuthorUnread: HistoryRule {
  package static let description = RuleDescription(
    "words-author-unread", .fixed(.warning), "A commit that gives words says who wrote them.",
    why:
      "Nobody approves their own text, so each author must be known by an address. Somebody of "
      + "whom nothing can be read may be one of the reviewers.",
    failing: .landings("A commit rewords a rule. Its message has `Co-authored-by: Ana`."),
    passing: .landings(
      "A commit rewords a rule. Its message has `Co-authored-by: Ana <ana@example.com>`."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    guard !subject.judgement.isBeginning else { return }
    for unread in subject.judgement.unreadAuthors {
      findings.report(
        description, subject,
        "Commit \(unread.commit.short) names an author without a plain address",
        explanation: "Whoever it is counts as a reviewer here, and not as an author.",
        notes: unread.words.map { "It says: \($0)" },
        help: "Name them in `authors` of the round.")
    }
  }
}
