import CommonMark
import PolicyModel
import PolicyProjection
import PolicyReading

extension StepJob {
  /// Gives a version up before it binds. A revision goes back to the words that it revised; a first
  /// version keeps its words, under the next number.
  func withdraw() throws -> EditPlan {
    let version = desk.snapshot.version
    if let day = bindingSince {
      throw LoadError(
        "Version \(version) of \(desk.policy.id) binds since \(day.inWords)",
        help: "Revise it with `bylaw revise \(desk.policy.id) -m TEXT`, or end it with "
          + "`bylaw retire \(desk.policy.id) -m TEXT`.")
    }
    let revised = desk.line.candidates.last { $0.version < version }
    guard let revised else { return try withdrawFirst() }
    _ = try row(.withdraw) { $0.to == .iteration }
    guard let old = desk.history?.text(of: revised) else {
      throw LoadError(
        "The text of version \(revised.version) cannot be read from git",
        help: "Run `bylaw check --history`.")
    }
    var editor = try FrontMatterEditor(old.source.text)
    let current = try self.editor()
    for key in ["owner", "history", "rounds", "research", "review_every", "withdrawn", "allow"] {
      try editor.replaceSource(of: key, with: current)
    }
    try step(&editor, to: .iteration)
    try editor.append(.number(version), to: "withdrawn")
    return plan(
      try editor.finished(),
      "Version \(version) of \(desk.policy.id) is given up; "
        + "the file holds version \(revised.version) again",
      "withdraw version \(version)")
  }

  /// The day from which this version binds, where that has come.
  var bindingSince: CalendarDate? {
    desk.line.effectiveDay(of: desk.snapshot.version).flatMap { $0 <= desk.today ? $0 : nil }
  }

  private func withdrawFirst() throws -> EditPlan {
    _ = try row(.withdraw) { $0.to == .development }
    let next = nextVersion
    var editor = try editor()
    try step(&editor, to: .development)
    try editor.append(.number(desk.snapshot.version), to: "withdrawn")
    try editor.set("version", to: .number(next))
    try editor.remove("announced")
    try editor.remove("effective")
    return plan(
      try editor.finished(),
      "Version \(desk.snapshot.version) of \(desk.policy.id) is given up; "
        + "its words are version \(next), in development",
      "withdraw version \(desk.snapshot.version)")
  }
}
