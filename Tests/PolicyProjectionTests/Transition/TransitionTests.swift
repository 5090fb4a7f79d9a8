import PolicyModel
import PolicyProjection
import Testing

@Suite("The table of transitions") struct TransitionTests {
  struct Step: Hashable, CustomStringConvertible {
    var from: Stage?
    var to: Stage
    var reason: String?
    var isUrgent: Bool

    var description: String {
      "\(from?.rawValue ?? "nothing") → \(to.rawValue)"
        + "\(reason.map { " (“\($0)”)" } ?? "")\(isUrgent ? " urgently" : "")"
    }
  }

  static let everyStep: [Step] = ([nil] + Stage.allCases.map(Optional.some)).flatMap { from in
    Stage.allCases.flatMap { to in
      [nil, "", " \n", "a reason"].flatMap { reason in
        [false, true].map { Step(from: from, to: to, reason: reason, isUrgent: $0) }
      }
    }
  }

  /// The specification's table once more, by hand: from, to, and the verbs. `!` needs a reason, `u` is
  /// an urgent release.
  static let legal: [String: [String]] = [
    "nothing research": ["new"],
    "research development": ["advance comprehensive"],
    "development implementation": ["advance good_fit"],
    "implementation iteration": ["advance performable", "advance!u", "withdraw!"],
    "iteration development": ["revise!", "withdraw!"],
    "iteration research": ["revise!"],
    "development research": ["send-back!"],
    "implementation development": ["send-back!"],
    "research iteration": ["withdraw!"],
    "development iteration": ["withdraw!"],
    "iteration iteration": ["withdraw!"],
    "research retired": ["retire!"],
    "development retired": ["retire!"],
    "implementation retired": ["retire!"],
    "iteration retired": ["retire!"],
  ]

  private func words(_ row: Transition) -> String {
    let marks = (row.needsReason ? "!" : "") + (row.isUrgent ? "u" : "")
    return row.verb.rawValue + marks + (row.gate.map { " \($0.rawValue)" } ?? "")
  }

  @Test("allows exactly the specified steps", arguments: everyStep)
  func allowsExactly(_ step: Step) throws {
    let key = "\(step.from?.rawValue ?? "nothing") \(step.to.rawValue)"
    let hasReason = step.reason == "a reason"
    let expected = (Self.legal[key] ?? []).filter {
      $0.hasSuffix("u") == step.isUrgent && (hasReason || !$0.contains("!"))
    }
    func taken(_ stage: Stage, _ reason: String?, _ isUrgent: Bool) throws -> PolicySnapshot.Step {
      .init(
        stage: stage, on: try day("2026-01-01"), by: "dana@quillwork.example", reason: reason,
        isUrgent: isUrgent)
    }
    let landed = try step.from.map { [try taken($0, "how it came here", false)] } ?? []
    let steps = try #require(
      AppendedSteps(from: landed, to: landed + [taken(step.to, step.reason, step.isUrgent)]))
    let pair = try #require(steps.last)
    #expect(pair.rows.map(words) == expected)
  }

  @Test("names the destinations of each stage once")
  func destinations() {
    #expect(Transition.destinations(from: nil) == [.research])
    #expect(Transition.destinations(from: .research) == [.development, .iteration, .retired])
    #expect(
      Transition.destinations(from: .iteration) == [.development, .research, .iteration, .retired])
    #expect(Transition.destinations(from: .retired).isEmpty)
  }
}
