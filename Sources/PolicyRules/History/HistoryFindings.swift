import CommonMark
package import PolicyModel
import PolicyProjection

/// Gathers what is wrong with landings, each finding with the commit, its day and its author.
package struct HistoryFindings {
  package struct Entry: Sendable {
    package var landing: Landing
    package var finding: Finding
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  /// More notes than these say nothing new.
  static let maximumNotes = 12

  /// `landing` is another one than the subject's where an earlier one did it.
  package mutating func report(
    _ rule: RuleDescription, _ subject: HistorySubject, _ headline: String,
    explanation: String? = nil, notes: [String] = [], help: String? = nil,
    severity: Severity? = nil, landing: Landing? = nil
  ) {
    let landing = landing ?? subject.judgement.landing
    let isProposed = subject.isProposed && landing == subject.judgement.landing
    report(
      rule, landing, isProposed: isProposed, at: subject.place, headline,
      explanation: explanation, notes: notes, help: help, severity: severity)
  }

  /// What is wrong with a landing, whatever it touches.
  package mutating func report(
    _ rule: RuleDescription, _ landing: Landing, isProposed: Bool = false, at path: String,
    _ headline: String, explanation: String? = nil, notes: [String] = [], help: String? = nil,
    severity: Severity? = nil
  ) {
    var all = [isProposed ? landing.proposedWords : landing.words] + notes.prefix(Self.maximumNotes)
    if notes.count > Self.maximumNotes {
      all.append("… and \(notes.count - Self.maximumNotes) more.")
    }
    entries.append(
      Entry(
        landing: landing,
        finding: Finding(
          rule.id, severity ?? rule.severity(in: nil) ?? .error,
          at: Location(file: path), headline, explanation: explanation,
          notes: all.map { Finding.Note($0) }, help: help)))
  }
}

extension Landing {
  /// Which commit it is, for people.
  var words: String {
    "Landed with \(commit.short) on \(day)\(by)."
  }

  /// The same of the last commit of a branch.
  var proposedWords: String { "Would land with \(commit.short)\(by)." }

  private var by: String { author.isEmpty ? "" : " by \(author)" }
}

extension Location {
  /// A file as a whole.
  package init(file path: String) {
    let start = SourcePosition(line: 1, column: 1)
    self.init(path: path, range: 0..<0, start: start, end: start, line: "")
  }
}
