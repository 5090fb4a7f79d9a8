import PolicyModel
import PolicyRules

/// A key that was revoked stays so, whatever becomes of its line in `revoked_keys`. But whoever checks with
/// ssh-keygen reads that file alone, so that a line which went is told.
struct KeptRevocations {
  private static let path = "policies/signoffs/revoked_keys"

  let settings: SettingsShelf
  /// Each list as it landed, oldest first; `nil` where it went.
  let lists: [(landing: Int, list: ObjectID?)]

  /// The landings since which a revoked key is listed no more, each with those keys.
  var removals: [(landing: Int, keys: Set<String>)] {
    var removals: [(landing: Int, keys: Set<String>)] = []
    var known: Set<String> = []
    for (landing, list) in lists {
      let listed = settings.listedRevocations(list)
      known.formUnion(listed)
      removals = removals.map { ($0.landing, $0.keys.subtracting(listed)) }
      let told = removals.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
      removals.append((landing, known.subtracting(listed).subtracting(told)))
    }
    return removals.filter { !$0.keys.isEmpty }
  }

  /// What is wrong with the landing that took the lines away.
  func report(_ landings: [Landing], _ findings: inout HistoryFindings) {
    let places = Dictionary(
      landings.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, keys) in removals {
      guard let landing = places[index] else { continue }
      findings.report(
        .recordRevocationRemoved, landing, at: Self.path, Self.headline(keys.count),
        explanation: Self.explanation, notes: Self.notes(keys), help: Self.help)
    }
  }

  /// The same of a change that would land as the one `landing`.
  func finding(of landing: Int) -> Finding? {
    guard let keys = removals.first(where: { $0.landing == landing })?.keys else { return nil }
    let rule = RuleDescription.recordRevocationRemoved
    return Finding(
      rule.id, rule.severity(in: nil) ?? .warning, at: Location(file: Self.path),
      Self.headline(keys.count), explanation: Self.explanation,
      notes: Self.notes(keys).map { .init($0) }, help: Self.help)
  }

  private static func headline(_ count: Int) -> String {
    count == 1
      ? "A revoked key is not listed any more" : "\(count) revoked keys are not listed any more"
  }

  private static let explanation =
    "What was revoked once stays revoked here, and `ssh-keygen` would take it for good."

  private static let help = "Put the line back into `revoked_keys`."

  private static func notes(_ keys: Set<String>) -> [String] {
    keys.sorted().map { "It is about the key \($0)." }
  }
}
