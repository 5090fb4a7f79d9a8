package import PolicyModel
package import PolicyProjection
package import PolicyRules

extension PolicyDesk {
  /// When what is in force is due for review; `nil` where nothing is.
  package var reviewSchedule: ReviewSchedule? {
    // Without git the working tree is the only landing.
    ReviewSchedule(
      of: history == nil ? landed : line, reviews: landed.reviews, snapshot: snapshot,
      settings: settings, on: today)
  }
}

extension PolicyDesk {
  /// A gate with what it asks for.
  package func gateReport(for gate: Gate, isUrgent: Bool = false) -> GateReport {
    guard gate == .living, !isUrgent else {
      return gateJudge().report(for: isUrgent ? .performable : gate, isUrgent: isUrgent)
    }
    // What is not released yet is judged by the day of its release.
    let isReleased = line.latestCandidate(of: snapshot.version) != nil
    var judge = gateJudge(day: isReleased ? today : nil)
    judge.review = reviewSchedule
    return judge.report(for: gate)
  }
}
