import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

/// What a verb says when it refuses: the first line, and what to do.
struct Refused: Equatable {
  var message: String
  var help: String?

  init(_ message: String, _ help: String? = nil) {
    self.message = message
    self.help = help
  }
}

/// The refusal that `work` ends with; `nil` if it does not refuse.
func refusal<T>(_ work: () async throws -> T) async throws -> Refused? {
  do {
    _ = try await work()
    return nil
  } catch let error as LoadError {
    return Refused(error.message, error.help)
  }
}

extension LifeRepository {
  static let draft = "sample-draft"
  static let draftPath = "policies/sample-draft.md"

  /// A second policy that was never released, in one of the stages before.
  func writeDraft(_ stage: Stage) throws {
    let days: [(Stage, String)] = [
      (.research, "2026-05-04"), (.development, "2026-05-05"), (.implementation, "2026-05-06"),
    ]
    let steps = days.prefix { $0.0 <= stage }.map {
      "  - {stage: \($0.0.rawValue), on: \($0.1), by: \(Self.mira)}\n"
    }
    try write(
      Self.draftPath,
      SoundSample.neighbour.replacing("stage: research\n", with: "stage: \(stage.rawValue)\n")
        .replacing("  - {stage: research, on: 2026-05-04, by: \(Self.mira)}\n", with: "")
        .replacing("history:\n", with: "history:\n" + steps.joined()))
    try commit("a draft", on: "2026-05-07")
  }

  func desk(of id: String, _ day: String) async throws -> PolicyDesk {
    try await PolicyDesk.open(id, in: try load(), today: try Self.day(day), needsJudgements: true)
  }

  /// Asks `legal` about the article, and for all that a settings' key names.
  func ask(_ old: String, _ new: String) throws {
    let settings = try text("bylaw.yml")
    try #require(settings.contains(old))
    try write("bylaw.yml", settings.replacing(old, with: new))
    try commit("other settings", on: "2026-02-20")
  }

  func step(
    _ request: StepJob.Request, of id: String = policy, reason: String? = nil, on day: String
  ) async throws -> StepJob.Outcome {
    try await StepJob(request, desk: desk(of: id, day), by: Self.mira, reason: reason).run()
  }

  func take(
    _ request: StepJob.Request, of id: String = policy, reason: String? = nil, on day: String
  ) async throws -> EditPlan {
    guard case .planned(let plan) = try await step(request, of: id, reason: reason, on: day) else {
      throw LoadError("The gate is not met")
    }
    try carryOut(plan)
    try commit("a step", on: day)
    return plan
  }
}
