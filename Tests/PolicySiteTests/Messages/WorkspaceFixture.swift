import PolicyModel

enum WorkspaceFixture {
  static func workspace(variables: [Variable] = [], locale: String = "en") -> Workspace {
    let month = Period(1, .month)
    let requirements = Lifecycle.Requirements(
      research: [], goodFitRounds: 0, goodFitGroups: [], performableRounds: 0,
      performableGroups: [:], calibration: 0, notice: month, noticeSignificant: month,
      reviewEvery: month, livingGroups: [], urgentGroups: [], urgentWithin: month,
      retireGroups: [], overruleGroups: [])
    return Workspace(
      id: "quillwork",
      organization: .init(
        name: "Quillwork", contact: "trust@quillwork.example", timeZone: "Europe/Dublin"),
      appliesTo: [], locales: [.init(tag: locale, groups: [], headings: [:])],
      sites: .init(accent: "#000000", helpTitle: "Help", helpURL: nil, feedback: nil), people: [:],
      groups: [:],
      lifecycle: Lifecycle(
        general: requirements, themes: [:], enforcedSince: nil, acknowledged: []),
      proof: .commit, forgeCommitters: [], escalation: [],
      emails: .init(
        from: "Quillwork Trust & Safety <trust@quillwork.example>",
        variables: Dictionary(
          (Variable.builtIn + variables).map { ($0.name, $0) }, uniquingKeysWith: { $1 })),
      headings: [:], profiles: [], severities: [:])
  }
}
