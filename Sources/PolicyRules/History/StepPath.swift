package import PolicyModel
package import PolicyProjection

/// The steps of one landing read as what they are: each with the row of the table that it is, and the
/// state to which they lead. A squash carries several; what counts is where they end.
package struct StepPath: Sendable {
  package enum Problem: Sendable, Hashable {
    /// No row leads from the one stage to the other.
    case skips
    case reasonMissing
    /// `urgent` at a step that is no release.
    case notUrgent
    /// A `withdraw` where no version stood in iteration before.
    case nothingToGoBackTo
    /// A `withdraw` after which the file keeps the version that was given up.
    case keepsVersion(goesBackTo: Int)
  }

  package struct Step: Sendable {
    package var from: Stage?
    package var step: PolicySnapshot.Step
    package var transition: Transition?
    package var problem: Problem?
    /// Before and after it.
    package var versions: (before: Int, after: Int)
  }

  package enum VersionFault: Sendable, Hashable {
    case falls(from: Int, to: Int)
    case jumps(to: Int, expected: Int)
    case reused(Int, expected: Int)
  }

  package let start: LifeState
  package private(set) var steps: [Step]
  package let end: LifeState
  private let snapshot: PolicySnapshot

  package init(
    from start: LifeState, through pairs: [AppendedSteps.Pair], to snapshot: PolicySnapshot
  ) {
    let guided = Self.walk(start, pairs) { snapshot.withdrawn.contains($0) }
    let fits = guided.end.version == snapshot.version
    let (steps, end) = fits ? guided : Self.walk(start, pairs) { _ in false }
    let isBetter = fits || end.version == snapshot.version
    self.start = start
    self.steps = isBetter ? steps : guided.steps
    self.end = isBetter ? end : guided.end
    self.snapshot = snapshot
    guard snapshot.version != self.end.version else { return }
    for (index, step) in self.steps.enumerated()
    where step.transition?.verb == .withdraw && step.versions.before == snapshot.version {
      self.steps[index].problem = .keepsVersion(goesBackTo: step.versions.after)
    }
  }

  /// From iteration to development a policy is revised, or, where nothing was released before, given
  /// up: `isGivenUp` says which.
  private static func walk(
    _ start: LifeState, _ pairs: [AppendedSteps.Pair], isGivenUp: (Int) -> Bool
  ) -> (steps: [Step], end: LifeState) {
    var state = start
    var steps: [Step] = []
    for pair in pairs {
      var rows = pair.rows
      if rows.count > 1, isGivenUp(state.version) {
        rows.sort { $0.verb == .withdraw && $1.verb != .withdraw }
      }
      let before = state.version
      var found: Transition?
      for row in rows {
        guard let next = state.taking(row) else { continue }
        found = row
        state = next
        break
      }
      state.stage = pair.step.stage
      steps.append(
        Step(
          from: pair.from, step: pair.step, transition: found,
          problem: found == nil ? problem(of: pair) : nil, versions: (before, state.version)))
    }
    return (steps, state)
  }

  private static func problem(of pair: AppendedSteps.Pair) -> Problem {
    let all = Transition.rows(from: pair.from, to: pair.step.stage)
    if all.isEmpty { return .skips }
    if !pair.rows.isEmpty { return .nothingToGoBackTo }
    if pair.step.isUrgent, !all.contains(where: \.isUrgent) { return .notUrgent }
    return .reasonMissing
  }

  /// Whether the version of the file is the one to which its steps lead.
  package var versionFault: VersionFault? {
    let (actual, expected) = (snapshot.version, end.version)
    let keeps = steps.contains { if case .keepsVersion? = $0.problem { true } else { false } }
    guard actual != expected, !keeps else { return nil }
    let hasBegun = !start.used.isEmpty
    if hasBegun, actual < start.version { return .falls(from: start.version, to: actual) }
    if start.used.contains(actual) || (!hasBegun && actual < expected) {
      return .reused(actual, expected: expected)
    }
    return .jumps(to: actual, expected: expected)
  }

  /// The numbers that `withdrawn` has, and that no step gave up.
  package var unexplained: Set<Int> { Set(snapshot.withdrawn).subtracting(end.withdrawn) }
  /// The numbers that were given up, and that `withdrawn` lacks.
  package var missing: Set<Int> { end.withdrawn.subtracting(snapshot.withdrawn) }
  /// The numbers that these steps gave up.
  package var givenUp: Set<Int> { end.withdrawn.subtracting(start.withdrawn) }

  package func takes(_ verb: Transition.Verb) -> Bool {
    steps.contains { $0.transition?.verb == verb }
  }
}
