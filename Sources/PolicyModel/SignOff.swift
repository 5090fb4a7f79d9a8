/// One act of one reviewer: what a `.signoff` file states. A statement only: whether it counts is
/// judged where it lands.
package struct SignOff: Sendable, Hashable, Codable {
  /// What the act is for.
  package enum Purpose: Sendable, Hashable, Codable {
    /// A review round, by number.
    case round(Int)
    /// The periodic review of what is in force.
    case review
    case retire
    /// The release of a rule that cannot wait for its notice.
    case urgent
    case translation
  }

  package enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    case approve
    case requestChanges = "request-changes"
    case comment
    /// Sets an objection aside, with a reason.
    case overrule
    /// Outcomes of a periodic review.
    case keep, revise, retire
  }

  /// What a periodic review must have looked at.
  package enum Consideration: String, Sendable, Hashable, Codable, CaseIterable {
    case law, attitudes, expectations, data, appeals
  }

  /// The digest of one scope; `scope` is a ``Scope``'s name, or `translation:` and a locale.
  package struct Digest: Sendable, Hashable, Codable {
    package var scope: String
    /// `sha256:` and 64 hexadecimal digits.
    package var value: String

    package init(scope: String, value: String) {
      self.scope = scope
      self.value = value
    }
  }

  package var workspace: String
  package var policy: String
  package var purpose: Purpose
  package var version: Int
  /// `none` where the owner acts because no group is asked.
  package var group: String
  /// A lower-cased ASCII address.
  package var reviewer: String
  /// Counts the reviewer's records on this policy, from 1.
  package var number: Int
  package var verdict: Verdict
  /// A claim: order comes from ancestry.
  package var signed: CalendarDate
  package var digests: [Digest]
  package var considered: [Consideration]
  /// The file name of the record whose objection this one clears.
  package var clears: String?
  /// The reviewer's own words.
  package var text: String

  package init(
    workspace: String, policy: String, purpose: Purpose, version: Int, group: String,
    reviewer: String, number: Int, verdict: Verdict, signed: CalendarDate, digests: [Digest],
    considered: [Consideration] = [], clears: String? = nil, text: String = ""
  ) {
    self.workspace = workspace
    self.policy = policy
    self.purpose = purpose
    self.version = version
    self.group = group
    self.reviewer = reviewer
    self.number = number
    self.verdict = verdict
    self.signed = signed
    self.digests = digests
    self.considered = considered
    self.clears = clears
    self.text = text
  }

  package func digest(of scope: String) -> String? {
    digests.first { $0.scope == scope }?.value
  }

  /// Whether it stands in the way until it is answered, cleared or overruled.
  package var isObjection: Bool { verdict == .requestChanges }

  /// The only name that its file may have: `v2-r6-legal-ana@quillwork.example-2.signoff`.
  package var fileName: String {
    "v\(version)-\(purpose.slug)-\(group)-\(reviewer)-\(number).signoff"
  }
}

extension SignOff.Purpose {
  /// As the `purpose:` line of a record says it.
  package var name: String {
    switch self {
    case .round: "round"
    case .review: "review"
    case .retire: "retire"
    case .urgent: "urgent"
    case .translation: "translation"
    }
  }

  /// As the name of a record's file says it.
  package var slug: String {
    if case .round(let number) = self { "r\(number)" } else { name }
  }
}
