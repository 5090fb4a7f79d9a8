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

  /// The headings of a translation: those of its language, else those of the source. Where the two
  /// clash, the language's own decides.
  package init(of locale: Workspace.Locale, in workspace: Workspace) {
    var table: [Int: [String: PartKind]] = [2: [:], 3: [:]]
    let kinds = PartKind.descriptions
    let inherited = kinds.filter { locale.headings[$0.kind] == nil }
    for row in inherited + kinds.filter({ locale.headings[$0.kind] != nil }) {
      let heading = workspace.heading(of: row.kind, in: locale)
      table[row.level]?[Self.normal(heading)] = row.kind
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
