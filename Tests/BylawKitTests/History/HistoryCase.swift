import PolicyModel
import Testing

/// Landings one after another, and what is found in them.
struct HistoryCase: Sendable, CustomTestStringConvertible {
  struct Step: Sendable {
    var files: [String: String?]
    var day: String
  }

  var testDescription: String
  var steps: [Step]
  /// As `error gate-unmet`.
  var finds: [String]

  init(_ name: String, _ steps: [Step], finds: [String] = []) {
    testDescription = name
    self.steps = steps
    self.finds = finds
  }

  static func policy(_ life: Life, _ day: String) -> Step {
    Step(files: [Life.path: life.text], day: day)
  }

  static func files(_ files: [String: String?], _ day: String) -> Step {
    Step(files: files, day: day)
  }

  /// The findings of a workspace with the sample's settings, in which these landed.
  func verdicts(settings: String) async throws -> [String] {
    let repository = try LandingRepository(settings: settings)
    for step in steps { try repository.land(step.files, on: step.day) }
    return try await repository.verdicts()
  }
}
