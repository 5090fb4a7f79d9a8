package import PolicyModel

extension PolicyLine {
  /// Whether it landed in iteration, and nothing approved of it binds or is to come: readers see nothing
  /// of a policy that its file says is in force.
  package func showsNothing(on day: CalendarDate) -> Bool {
    lastRead?.stage == .iteration && isReadable && ending == nil && inForce(on: day) == nil
      && upcoming(after: day).isEmpty
  }
}
