package import PolicyModel
package import PolicyProjection
package import PolicyRules

extension PolicyDesk {
  /// When what is in force is due for review; `nil` where nothing is. `judgements` are those of this
  /// policy.
  package func reviewSchedule(_ judgements: [Judgement]) -> ReviewSchedule? {
    // Without git the working tree is the only landing.
    let line = history == nil ? landed : line
    guard let current = line.inForce(on: today) else { return nil }
    let version = current.version
    let old = ReviewSchedule.reviews(of: version, in: judgements)
    let own = judge.reviews(of: version, day: today) { record in
      !line.records.contains { $0.name == record.name && $0.blob == record.blob }
    }
    let requirements = settings.requirements(for: current.snapshot.theme)
    return ReviewSchedule(
      of: line, reviews: old + own, snapshot: snapshot, groups: requirements.livingGroups,
      every: reviewPeriod(requirements), on: today)
  }

  /// A policy may ask for more reviews than the workspace, and never for fewer.
  private func reviewPeriod(_ requirements: Lifecycle.Requirements) -> Period {
    guard let own = policy.facts.reviewEvery?.value,
      own.approximateDays < requirements.reviewEvery.approximateDays
    else { return requirements.reviewEvery }
    return own
  }
}

extension PolicyDesk {
  /// A gate with what it asks for. The desk must have been opened with its judgements, since the gate
  /// *living* asks for reviews.
  package func gateReport(for gate: Gate, isUrgent: Bool = false) -> GateReport {
    guard gate == .living, !isUrgent else {
      return gateJudge().report(for: isUrgent ? .performable : gate, isUrgent: isUrgent)
    }
    // What is not released yet is judged by the day of its release.
    let isReleased = line.latestCandidate(of: snapshot.version) != nil
    var judge = gateJudge(day: isReleased ? today : nil)
    judge.review = reviewSchedule((history?.judgements ?? []).filter { $0.policy == policy.id })
    return judge.report(for: gate)
  }
}
