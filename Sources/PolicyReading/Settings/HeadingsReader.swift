import PolicyModel

/// Reads headings by the parts that they name: `sections` of `bylaw.yml`, and of its languages.
enum HeadingsReader {
  /// The heading of each part that `value` names. With defaults, a part that is not named keeps its
  /// own, so that no other one can take it.
  static func headings(
    _ value: FieldValue?, withDefaults defaults: Bool, _ findings: inout FindingCollector
  ) -> [PartKind: String] {
    var headings: [PartKind: String] = [:]
    for (key, heading) in value?.pairs ?? [] {
      if let kind = PartKind(rawValue: key.name) { headings[kind] = heading.text }
    }
    for (key, heading) in value?.pairs ?? [] {
      guard let kind = PartKind(rawValue: key.name), let text = heading.text,
        let other = rival(of: kind, text, headings, withDefaults: defaults)
      else { continue }
      findings.report(
        .settingsHeadingShared, at: heading.range, "“\(text)” names two parts",
        notes: [.init("It is the heading of `\(other.rawValue)` as well.")],
        help: "Give each part a heading of its own.")
    }
    return headings
  }

  /// Another part of the same level that has the same heading.
  private static func rival(
    of kind: PartKind, _ heading: String, _ headings: [PartKind: String], withDefaults: Bool
  ) -> PartKind? {
    PartKind.descriptions.first { other in
      guard other.kind != kind, other.level == kind.description.level,
        let taken = headings[other.kind] ?? (withDefaults ? other.heading : nil)
      else { return false }
      return HeadingTable.normal(taken) == HeadingTable.normal(heading)
    }?.kind
  }
}
