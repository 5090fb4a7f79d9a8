package import PolicyModel
import PolicyProjection

package enum RoundAuthorSurplus: HistoryRule {
  package static let description = RuleDescription(
    "round-author-surplus", .fixed(.warning),
    "`authors` of a round names nobody who wrote none of the words.",
    why:
      "Nobody approves their own text, so a name that does not belong there takes somebody's say away. "
      + "Where it names all of a group, somebody of `lifecycle.overrule` stands in for the whole group.",
    failing: .landings("Dana wrote every word. One landing adds Ana to `authors` of the round."),
    passing: .landings("Dana wrote every word, and `authors` of the round names Dana alone."))

  package static func check(_ subject: HistorySubject, _ findings: inout HistoryFindings) {
    let judgement = subject.judgement
    guard let after = subject.after, let judge = judgement.judge, !judgement.isBeginning,
      !judgement.isFirst
    else { return }
    for round in after.rounds where round.version == after.version {
      let before = subject.previous?.rounds.first { $0.number == round.number }
      let scopes = round.scopes.compactMap(Scope.init(rawValue:))
      var known = KnownWriters()
      for scope in scopes { known.formUnion(judgement.knownWriters[scope] ?? KnownWriters()) }
      known.told.formUnion((before?.authors ?? []).map(judge.settings.person))
      let authors = Set(round.authors.map(judge.settings.person))
      // What a squash leaves of the commits cannot tell who wrote, and `authors` may.
      let isSquash = !subject.isProposed && hidesAuthors(judgement, scopes)
      let untold = authors.subtracting(known.told)
      let surplus = isSquash ? [] : untold.subtracting(known.squashed)
      let silenced = round.groups.filter { group in
        let members = judge.settings.members(of: group)
        return !members.isEmpty && members.isSubset(of: known.told.union(untold))
          && !members.isSubset(of: known.told)
      }
      let isBorneOut = silenced.allSatisfy { group in
        judge.settings.members(of: group).isDisjoint(with: surplus)
      }
      let named = silenced.isEmpty ? surplus : untold
      guard !named.isEmpty else { continue }
      findings.report(
        description, subject,
        "`authors` of round \(round.number) names \(named.sorted().joined(separator: ", ")), "
          + "of whom no commit says so",
        explanation: silenced.isEmpty
          ? nil
          : "Every member of \(silenced.joined(separator: ", ")) is an author by that, so somebody of "
            + "lifecycle.overrule could stand in.",
        help: subject.isProposed
          ? "Take the name out, or let the commit say so: `Co-authored-by: NAME <ADDRESS>`."
          : "Ask whether they wrote any of it, and ask the group again if not.",
        severity: isBorneOut ? nil : .error)
    }
  }

  /// Whether the landing brought words of which only its own commit tells who wrote.
  private static func hidesAuthors(_ judgement: Judgement, _ scopes: [Scope]) -> Bool {
    judgement.sides.isEmpty
      && scopes.contains { judgement.before?.digests[$0] != judgement.after?.digests[$0] }
  }
}
