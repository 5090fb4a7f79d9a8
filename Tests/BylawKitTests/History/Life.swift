import PolicyModel
import PolicyRules

/// The sample policy at one moment of its life.
struct Life: Sendable {
  static let path = SoundSample.policyPath

  var id = "unwanted-advertising"
  var title = "Unwanted advertising"
  var stage = ""
  var version = 1
  var steps: [String] = []
  var announced: String?
  var effective: String?
  var withdrawn: [Int] = []
  var changes = [1]
  var rounds: [String] = []
  var retired: String?
  /// Words of the body that are others.
  var edits: [[String]] = []

  func with(_ edit: (inout Life) -> Void) -> Life {
    var life = self
    edit(&life)
    return life
  }

  /// Takes a step.
  func then(
    _ stage: String, on day: String, reason: String? = nil, isUrgent: Bool = false
  ) -> Life {
    with { life in
      life.stage = stage
      var step = "stage: \(stage), on: \(day), by: mira@example.com"
      if let reason { step += ", reason: \(reason)" }
      if isUrgent { step += ", urgent: true" }
      life.steps.append("{\(step)}")
    }
  }

  func dated(_ announced: String, _ effective: String) -> Life {
    with {
      $0.announced = announced
      $0.effective = effective
    }
  }

  /// Begins a version.
  func revised(to version: Int, on day: String) -> Life {
    then("development", on: day, reason: "It needs more.").with {
      $0.version = version
      $0.announced = nil
      $0.effective = nil
      $0.changes.append(version)
    }
  }

  /// Goes from development to iteration in three days.
  func released(from day: (String, String), announced: String, effective: String) -> Life {
    then("implementation", on: day.0).then("iteration", on: day.1).dated(announced, effective)
  }

  func edited(_ old: String, _ new: String) -> Life { with { $0.edits.append([old, new]) } }

  var text: String {
    var keys = [
      "id: \(id)", "title: \(title)", "stage: \(stage)", "version: \(version)",
      "history: [\(steps.joined(separator: ", "))]",
    ]
    keys.append(announced.map { "announced: \($0)" } ?? "# announced:")
    keys.append(effective.map { "effective: \($0)" } ?? "# effective:")
    let entries = changes.map { "{version: \($0), class: significant, summary: Version \($0).}" }
    keys.append("changes: [\(entries.joined(separator: ", "))]")
    if !withdrawn.isEmpty { keys.append("withdrawn: \(withdrawn)") }
    if !rounds.isEmpty { keys.append("rounds: [\(rounds.joined(separator: ", "))]") }
    if let retired { keys.append("retired: \(retired)") }
    var text = SampleAssembly(.frontMatter(keys.joined(separator: "\n"))).policy
    for edit in edits { text = text.replacing(edit[0], with: edit[1]) }
    return text
  }

  // MARK: Moments

  static let research = Life().then("research", on: "2026-01-05")
  static let development = research.then("development", on: "2026-01-06")
  static let implementation = development.then("implementation", on: "2026-01-07")
  /// In force from 20 February.
  static let released = implementation.then("iteration", on: "2026-01-08")
    .dated("2026-01-08", "2026-02-20")
  static let revised = released.revised(to: 2, on: "2026-03-02")
  /// Version 2, in force from 10 May.
  static let released2 = revised.released(
    from: ("2026-03-03", "2026-03-04"), announced: "2026-03-04", effective: "2026-05-10")
  /// Version 2 was given up before its day.
  static let withdrawn2 = released.with {
    $0.steps = released2.steps
    $0.withdrawn = [2]
  }.then("iteration", on: "2026-03-10", reason: "It was wrong.")
}
