package import PolicyModel

package enum PolicyReviewLonger: PolicyRule {
  package static let description = RuleDescription(
    "policy-review-longer", .fixed(.warning),
    "`review_every` only shortens the workspace's period.",
    why:
      "How long a policy may go without a look is decided for all of them; one that changes fast "
      + "may ask for more.",
    failing: .frontMatter("review_every: 2 years"), passing: .frontMatter("review_every: 3 months"))

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    guard let every = subject.facts.reviewEvery else { return }
    let most = subject.context.requirements(for: subject.facts.theme?.value).reviewEvery
    guard every.value.approximateDays > most.approximateDays else { return }
    findings.report(
      description, at: every.range,
      "`\(every.value)` is longer than the workspace's \(most), which applies",
      help: "Remove `review_every`, or shorten it.")
  }
}
