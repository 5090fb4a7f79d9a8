import PolicyModel
import PolicyProjection

extension GateJudge {
  /// What a version that was released owes: its review, the sign-offs of words that wait to be
  /// published, and after an urgent release the ordinary gates without the notice.
  func living(_ released: Candidate) -> [GateCondition] {
    guard released.isInDebt else {
      return [periodicReview] + brokenTerms + waitingWords + waitingEnd
    }
    let debt = [Gate.comprehensive, .goodFit, .performable].flatMap { all(of: $0) }
    return [periodicReview] + brokenTerms + debt.filter { $0.id != "notice" }
  }

  /// Overdue once its day has passed; a decision that nobody followed counts like a review that nobody
  /// made.
  private var periodicReview: GateCondition {
    let id = "review"
    guard let review else {
      let title = "The periodic review is made in time"
      return line.inForce(on: day) == nil
        ? GateCondition(id, .met, title, detail: "Nothing of it is in force yet.")
        : GateCondition(id, .notEvaluated, title)
    }
    let isOverdue = review.overdueDays(on: day) > 0
    let when = isOverdue ? "It was due on \(review.due)." : "The next is due on \(review.due)."
    if let pending = review.pending {
      let verb = pending.verdict == .retire ? "retire" : "revise"
      return GateCondition(
        id, isOverdue ? .unmet : .met,
        "What the review of \(pending.on) decided is not overdue: \(verb)",
        detail: isOverdue ? when : "It is to be done by \(review.due).", who: owner,
        command: "bylaw \(verb) \(snapshot.id) --reason …")
    }
    let members = review.groups.flatMap { judge.settings.members(of: $0).sorted() }
    let group = review.groups.first.map { " --as \($0)" } ?? ""
    return GateCondition(
      id, isOverdue ? .unmet : .met, "The periodic review is made in time", detail: when,
      who: review.groups.isEmpty ? owner : members,
      command: "bylaw review \(snapshot.id)\(group) --keep --considered …")
  }

  /// The end that the file says and that has yet to be signed.
  private var waitingEnd: [GateCondition] {
    guard snapshot.retirement != nil, line.ending == nil else { return [] }
    return [condition(for: judge.verdict(of: .retire, purpose: .retire), purpose: .retire)]
      .filter { !$0.isMet }
  }

  /// The words of an amendment whose groups have yet to sign; the sites keep those before it.
  private var waitingWords: [GateCondition] {
    snapshot.scopes.map { approval(of: $0) }.filter { !$0.isMet }
  }
}
