package import PolicyModel

/// What a policy owes from some day on, if nothing lands until then.
package struct Overdue: Sendable, Hashable, Codable {
  package enum Kind: Sendable, Hashable, Codable {
    /// The periodic review, and the groups of whom it is asked; none where the owner reviews.
    case review(groups: [String])
    /// What a review decided and nobody has done.
    case decision(ReviewSchedule.Review)
    /// The ordinary sign-offs of a version that was released urgently on that day.
    case debt(released: CalendarDate)
  }

  package var kind: Kind
  package var version: Int
  /// The last day on which it is in time.
  package var due: CalendarDate
  /// The days on which it is overdue: until another version binds or the policy ends.
  package var from: CalendarDate
  package var until: CalendarDate?

  package func isOverdue(on day: CalendarDate) -> Bool {
    from <= day && until.map { day < $0 } ?? true
  }
}

extension PolicyLine {
  /// What becomes overdue from `start` on, as things stand. `settings` are those of the last landing.
  package func overdues(from start: CalendarDate, settings: JudgingSettings) -> [Overdue] {
    reviewsOverdue(from: start, settings) + debtOverdue(settings)
  }

  private func reviewsOverdue(
    from start: CalendarDate, _ settings: JudgingSettings
  ) -> [Overdue] {
    guard id != "common" else { return [] }
    let turns = Set(
      candidates.compactMap { effectiveDay(of: $0.version) } + [ending?.day].compactMap(\.self))
    let days = [start] + turns.filter { $0 > start }.sorted()
    return days.indices.compactMap { place in
      let until = place + 1 < days.count ? days[place + 1] : nil
      let schedule = ReviewSchedule(
        of: self, reviews: reviews, snapshot: snapshot, settings: settings, on: days[place])
      guard let schedule else { return nil }
      let from = max(days[place], schedule.due.adding(Period(1, .day)))
      if let until, until <= from { return nil }
      return Overdue(
        kind: schedule.pending.map { .decision($0) } ?? .review(groups: schedule.groups),
        version: schedule.version, due: schedule.due, from: from, until: until)
    }
  }

  private func debtOverdue(_ settings: JudgingSettings) -> [Overdue] {
    guard let candidate = latestCandidate(), candidate.isInDebt,
      let release = releases[candidate.version]
    else { return [] }
    let due = release.day.adding(
      settings.requirements(for: candidate.snapshot.theme).urgentWithin)
    return [
      Overdue(
        kind: .debt(released: release.day), version: candidate.version, due: due,
        from: due.adding(Period(1, .day)), until: ending?.day)
    ]
  }
}
