import CommonMark
package import PolicyModel
import PolicyProjection
import PolicyReading
package import PolicyRules

/// Takes one step of the life cycle, or says why it cannot be taken.
package struct StepJob: Sendable {
  package enum Request: Sendable {
    case advance(isUrgent: Bool)
    case sendBack
    case revise(to: Stage)
    case withdraw
    case retire(on: CalendarDate?, replacedBy: String?)
  }

  package let desk: PolicyDesk
  package let request: Request
  /// The address of whoever takes it.
  package let by: String
  package let reason: String?

  package init(_ request: Request, desk: PolicyDesk, by: String, reason: String?) {
    self.request = request
    self.desk = desk
    self.by = by
    self.reason = reason
  }

  package enum Outcome: Sendable {
    case planned(EditPlan)
    /// What the gate still asks for.
    case blocked(GateReport)
  }

  package func run() throws -> Outcome {
    try refuseCommon()
    try Placeholder.refuse(reason)
    return switch request {
    case .advance(let isUrgent): try advance(isUrgent)
    case .sendBack: .planned(try sendBack())
    case .revise(let stage): .planned(try revise(to: stage))
    case .withdraw: .planned(try withdraw())
    case .retire(let day, let replacement): try retire(day, replacement)
    }
  }

  // MARK: Steps

  private func advance(_ isUrgent: Bool) throws -> Outcome {
    if isUrgent, let stage = desk.snapshot.stage, stage == .research || stage == .development {
      throw LoadError(
        "--urgent is for the release of a version, and \(desk.policy.id) is in \(stage.rawValue)",
        help: "Leave it out: every stage before the release is taken in the ordinary way.")
    }
    let row = try row(.advance) { $0.isUrgent == isUrgent }
    let gate = row.gate ?? .performable
    let report = desk.gateJudge().report(for: gate, isUrgent: isUrgent)
    guard report.isMet else { return .blocked(report) }
    var editor = try editor()
    try step(&editor, to: row.to, isUrgent: isUrgent)
    return .planned(
      plan(
        try editor.finished(), "\(desk.policy.id) is in \(row.to.rawValue)" + binding(row.to),
        next: row.to == .iteration
          ? nil : "`bylaw why \(desk.policy.id)` shows what the next gate asks for.",
        "advance to \(row.to.rawValue)"))
  }

  private func binding(_ stage: Stage) -> String {
    guard stage == .iteration, let day = desk.snapshot.effective else { return "" }
    return ": version \(desk.snapshot.version) binds from \(day.inWords)"
  }

  private func sendBack() throws -> EditPlan {
    let row = try row(.sendBack)
    var editor = try editor()
    try step(&editor, to: row.to)
    return plan(
      try editor.finished(), "\(desk.policy.id) is back in \(row.to.rawValue)",
      "send back to \(row.to.rawValue)")
  }

  private func revise(to stage: Stage) throws -> EditPlan {
    _ = try row(.revise) { $0.to == stage }
    let version = nextVersion
    var editor = try editor()
    try step(&editor, to: stage)
    try editor.set("version", to: .number(version))
    try editor.remove("announced")
    try editor.remove("effective")
    return plan(
      try editor.finished(),
      "Version \(version) of \(desk.policy.id) is in \(stage.rawValue); "
        + "the sites keep what is in force",
      next: "Edit it, then ask for its review with `bylaw round open \(desk.policy.id)`.",
      "begin version \(version)")
  }

  /// A number that no version ever had.
  var nextVersion: Int {
    max(
      desk.line.nextVersion, desk.snapshot.version + 1, (desk.snapshot.withdrawn.max() ?? 0) + 1)
  }

  // MARK: Parts

  func editor() throws -> FrontMatterEditor { try FrontMatterEditor(desk.policy.source.text) }

  func step(
    _ editor: inout FrontMatterEditor, to stage: Stage, isUrgent: Bool = false
  ) throws {
    var item: [(String, EditValue)] = [
      ("stage", .text(stage.rawValue)), ("on", .date(desk.today)), ("by", .text(by)),
    ]
    if let reason, !reason.isEmpty { item.append(("reason", .text(reason))) }
    if isUrgent { item.append(("urgent", .flag(true))) }
    try editor.set("stage", to: .text(stage.rawValue))
    try editor.append(.record(item), to: "history")
  }

  /// The row of the table by which the step is legal.
  func row(
    _ verb: Transition.Verb, where fits: (Transition) -> Bool = { _ in true }
  ) throws -> Transition {
    let stage = desk.snapshot.stage
    let rows = Transition.all.filter { $0.from == stage && $0.verb == verb && fits($0) }
    guard stage != .retired else {
      throw LoadError(
        "\(desk.policy.id) is retired, and nothing follows that",
        help: "Begin another policy with `bylaw new`.")
    }
    guard let row = rows.first else {
      throw LoadError(
        "\(desk.policy.id) is \(place(stage)) and cannot \(verb.words) from there",
        help: possible(in: stage, but: verb))
    }
    guard !row.needsReason || !(reason ?? "").isEmpty else {
      throw LoadError("`\(verb.rawValue)` needs a reason", help: "Give it with -m TEXT.")
    }
    guard stage == desk.snapshot.history.last?.stage else {
      throw LoadError(
        "`stage` is not the last step of `history` in \(desk.policy.source.path)",
        help: "Run `bylaw check \(desk.policy.source.path)`.")
    }
    return row
  }

  private func place(_ stage: Stage?) -> String {
    switch stage {
    case let stage?: "in \(stage.rawValue)"
    case nil: "in no stage"
    }
  }

  /// The verbs that the table has for the stage, as they can be typed.
  private func possible(in stage: Stage?, but refused: Transition.Verb) -> String {
    // A first version that was never released has nothing to go back to.
    let canWithdraw =
      stage == .iteration ? bindingSince == nil : !desk.line.candidates.isEmpty
    var rows: [Transition] = []
    for row in Transition.all where row.from == stage && row.verb != refused && !row.isUrgent {
      if row.verb == .withdraw, !canWithdraw { continue }
      if !rows.contains(where: { $0.verb == row.verb }) { rows.append(row) }
    }
    let commands = rows.map { row in
      "`bylaw \(row.verb.rawValue) \(desk.policy.id)\(row.needsReason ? " -m TEXT" : "")`"
    }
    return "From there: \(commands.joined(separator: ", "))."
  }

  func plan(
    _ new: [UInt8], _ summary: String, next: String? = nil, _ subject: String
  ) -> EditPlan {
    EditPlan(
      files: [
        .init(path: desk.policy.source.path, old: desk.policy.source.text.bytes, new: new)
      ], summary: summary, next: next, subject: "\(desk.policy.id): \(subject)", body: reason)
  }

  private func refuseCommon() throws {
    guard desk.policy.id != "common" else {
      throw LoadError(
        "common.md has no stages: each change of it is an amendment",
        help: "Edit it, then ask its groups with `bylaw round open common`.")
    }
  }
}

extension Transition.Verb {
  var words: String {
    switch self {
    case .new: "be made"
    case .advance: "advance"
    case .revise: "be revised"
    case .sendBack: "be sent back"
    case .withdraw: "be withdrawn"
    case .retire: "be retired"
    }
  }
}
