package import PolicyModel

/// Which heading names which part, in one workspace and language.
package struct HeadingTable: Sendable {
  private let byHeading: [Int: [String: PartKind]]

  /// `headings` replace the default ones.
  package init(headings: [PartKind: String] = [:]) {
    var table: [Int: [String: PartKind]] = [2: [:], 3: [:]]
    for description in PartKind.descriptions {
      let heading = headings[description.kind] ?? description.heading
      table[description.level]?[Self.normal(heading)] = description.kind
    }
    byHeading = table
  }

  func kind(_ heading: String, level: Int) -> PartKind? {
    byHeading[level]?[Self.normal(heading)]
  }

  func names(level: Int) -> [String] {
    (byHeading[level] ?? [:]).keys.sorted()
  }

  /// Case and the shape of an apostrophe do not matter.
  static func normal(_ heading: String) -> String {
    String(heading.lowercased().map { $0 == "’" ? "'" : $0 })
  }
}
