import PolicyModel
import PolicyProjection

/// What an amendment may not take back of the terms on which its version was released. It takes no step,
/// so no gate asks.
enum AmendmentTerm: String {
  case noticeKept = "notice-kept"
  case classKept = "class-kept"
}

extension GateJudge {
  /// The terms that are broken, of a text in iteration whose version was released before.
  package var brokenTerms: [GateCondition] {
    guard snapshot.stage == .iteration,
      let released = line.latestCandidate(of: snapshot.version), !released.isAdopted,
      released.snapshot.digests[.release] != snapshot.digests[.release]
    else { return [] }
    return [noticeKept(since: released), classKept(since: released)].compactMap(\.self)
  }

  private func noticeKept(since released: Candidate) -> GateCondition? {
    let today = landingDay ?? day
    // What binds already is moved by nothing, and an urgent release gave no notice.
    guard let told = line.effectiveDay(of: snapshot.version), told > today, !released.isInDebt
    else {
      return nil
    }
    // The heavier of both classes: a lighter one does not shorten what was promised under the other.
    let classes = [released.snapshot, snapshot].compactMap(\.changeClasses.first)
    let isSignificant = classes.isEmpty || classes.contains(.significant)
    let notice = isSignificant ? requirements.noticeSignificant : requirements.notice
    let earliest = min(told, today.adding(notice))
    guard (snapshot.effective ?? today) < earliest else { return nil }
    let day = snapshot.effective.map { "\($0)" } ?? "missing"
    return GateCondition(
      AmendmentTerm.noticeKept.rawValue, .unmet, "Readers keep the notice that they were given",
      detail: "`effective` was \(told) and is \(day). The earliest day is \(earliest).",
      who: owner, command: "edit \(snapshot.path)")
  }

  private func classKept(since released: Candidate) -> GateCondition? {
    guard let old = released.snapshot.changeClasses.first,
      (snapshot.changeClasses.first?.weight ?? -1) < old.weight
    else { return nil }
    var condition = changeClass
    guard !condition.isMet else { return nil }
    condition.id = AmendmentTerm.classKept.rawValue
    return condition
  }
}

extension HistorySubject {
  /// A term that this landing breaks: with the words that it brings, or by approving them.
  func brokenTerm(_ term: AmendmentTerm) -> GateCondition? {
    let brings = previous?.digests[.release] != after?.digests[.release]
    guard !judgement.isBeginning, brings || judgement.becameCandidate else { return nil }
    return brokenTerms.first { $0.id == term.rawValue }
  }
}
