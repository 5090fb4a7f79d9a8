import CommonMark
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules

extension StepJob {
  /// Ends the life of a policy. One that was ever published needs the word of `lifecycle.retire` on
  /// when and why, so that the first run writes these down, and the one after the signatures takes
  /// the step.
  func retire(_ day: CalendarDate?, _ replacement: String?) throws -> Outcome {
    let written = desk.snapshot.retirement
    let job = StepJob(request, desk: desk, by: by, reason: reason ?? written?.reason)
    _ = try job.row(.retire)
    if let day, day < desk.today, day != written?.on {
      throw LoadError(
        "\(day.inWords) has passed, so \(desk.policy.id) cannot end then",
        help: "Give today or a later day with --on.")
    }
    try refuseReplacement(replacement)
    let on = day ?? written?.on ?? desk.today
    var editor = try job.editor()
    var block: [(String, EditValue)] = [("on", .date(on)), ("reason", .text(job.reason ?? ""))]
    if let replacement = replacement ?? written?.replacedBy {
      block.append(("replaced_by", .text(replacement)))
    }
    try editor.set("retired", to: .record(block))
    if wasPublished {
      let announced = try editor.finished()
      guard announced == desk.policy.source.text.bytes else {
        return .planned(job.announce(announced, on))
      }
      let report = desk.gateJudge().retirement
      guard report.isMet else { return .blocked(report) }
    }
    try job.step(&editor, to: .retired)
    return .planned(
      job.plan(
        try editor.finished(), "\(desk.policy.id) ends on \(on.inWords)", "retire on \(on)"))
  }

  private func refuseReplacement(_ id: String?) throws {
    guard let id else { return }
    guard id != desk.policy.id else {
      throw LoadError("\(id) cannot replace itself", help: "Leave --replaced-by out.")
    }
    guard desk.context.index.contains(id) else {
      throw LoadError(
        "There is no policy `\(id)` that could replace \(desk.policy.id)",
        help: desk.context.index.nearest(to: id).map { "Did you mean `\($0)`?" }
          ?? "`bylaw list` shows all.")
    }
  }

  private var wasPublished: Bool { desk.line.wasInIteration || !desk.line.candidates.isEmpty }

  private func announce(_ text: [UInt8], _ on: CalendarDate) -> EditPlan {
    let id = desk.policy.id
    let signing = desk.judge.groups(for: .retire).map { group in
      let name = desk.settings.workspace.groups[group]?.name ?? group
      return "\(name) signs that with `bylaw sign \(id) --as \(group) --for retire --approve`.\n"
    }.joined()
    return plan(
      text, "\(id) now says that it ends on \(on.inWords)",
      next: (signing.isEmpty
        ? "" : signing + "`bylaw build --preview \(id)` makes a page for them.\n")
        + "Then `bylaw retire \(id)` takes the step.", "say when it ends")
  }
}
