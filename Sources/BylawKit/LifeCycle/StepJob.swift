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
    try refuseUnreadableRecords()
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
    let row = try row(.advance) { $0.isUrgent == isUrgent }
    let gate = row.gate ?? .performable
    let report = desk.gateJudge().report(for: gate, isUrgent: isUrgent)
    guard report.isMet else { return .blocked(report) }
    var editor = try editor()
    try step(&editor, to: row.to, isUrgent: isUrgent)
    return .planned(
      plan(
        try editor.finished(), "\(desk.policy.id) is in \(row.to.rawValue)",
        "advance to \(row.to.rawValue)"))
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
        + "the sites keep version \(desk.snapshot.version)",
      "begin version \(version)")
  }

  /// A number that no version ever had.
  var nextVersion: Int {
    max(
      desk.line.nextVersion, desk.snapshot.version + 1, (desk.snapshot.withdrawn.max() ?? 0) + 1)
  }

  private func retire(_ day: CalendarDate?, _ replacement: String?) throws -> Outcome {
    _ = try row(.retire)
    var editor = try editor()
    let on = day ?? desk.snapshot.retirement?.on ?? desk.today
    var block: [(String, EditValue)] = [
      ("on", .date(on)),
      ("reason", .text(reason ?? desk.snapshot.retirement?.reason ?? "")),
    ]
    if let replacement = replacement ?? desk.snapshot.retirement?.replacedBy {
      block.append(("replaced_by", .text(replacement)))
    }
    try editor.set("retired", to: .record(block))
    if desk.line.wasInIteration || !desk.line.candidates.isEmpty {
      let verdict = desk.judge.verdict(of: .retire, purpose: .retire)
      let isUnchanged = try editor.finished() == desk.policy.source.text.bytes
      guard verdict.isApproved, isUnchanged else {
        let groups = desk.judge.groups(for: .retire).joined(separator: ", ")
        return .planned(
          plan(
            try editor.finished(),
            "\(desk.policy.id) says when it ends. Now \(groups) must agree: "
              + "`bylaw sign \(desk.policy.id) --as GROUP --for retire --approve`; "
              + "then run this again",
            "say when it ends"))
      }
    }
    try step(&editor, to: .retired)
    return .planned(
      plan(
        try editor.finished(), "\(desk.policy.id) ends on \(on.inWords)", "retire on \(on)"))
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
    guard let row = rows.first else {
      let places = Transition.destinations(from: stage).map(\.rawValue).joined(separator: ", ")
      throw LoadError(
        "A policy in \(stage?.rawValue ?? "no stage") cannot \(verb.words)",
        help: places.isEmpty ? "It has ended." : "From here it can go to: \(places).")
    }
    guard !row.needsReason || !(reason ?? "").isEmpty else {
      throw LoadError("\(verb.name) needs a reason", help: "Give it with --reason.")
    }
    guard stage == desk.snapshot.history.last?.stage else {
      throw LoadError(
        "`stage` is not the last step of `history` in \(desk.policy.source.path)",
        help: "Run `bylaw check \(desk.policy.source.path)`.")
    }
    return row
  }

  func plan(_ new: [UInt8], _ summary: String, _ subject: String) -> EditPlan {
    EditPlan(
      files: [
        .init(path: desk.policy.source.path, old: desk.policy.source.text.bytes, new: new)
      ], summary: summary, subject: "\(desk.policy.id): \(subject)", body: reason)
  }

  private func refuseUnreadableRecords() throws {
    guard desk.policy.id != "common" else {
      throw LoadError("common.md has no stages: each change of it is an amendment")
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

  var name: String {
    switch self {
    case .sendBack: "send-back"
    default: rawValue
    }
  }
}
