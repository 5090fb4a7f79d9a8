import PolicyModel

/// The people of a small company and what its gates ask of them.
///
/// Dana owns the policy and is in no group. Ana and Abe are `legal`, Sue and Sam `support`, Otto is
/// `operations`, Lea and Lou are `leadership`, who may overrule. `counsel` is Ana alone.
enum SampleSettings {
  static let domain = "quillwork.example"

  static func address(_ name: String) -> String {
    name.contains("@") ? name : "\(name)@\(domain)"
  }

  static func key(of name: String) -> String { "SHA256:\(name)" }

  static let groups: [String: [String]] = [
    "legal": ["ana", "abe"], "support": ["sue", "sam"], "operations": ["otto"],
    "leadership": ["lea", "lou"], "counsel": ["ana"],
  ]

  static let requirements = Lifecycle.Requirements(
    research: [], goodFitRounds: 1, goodFitGroups: ["legal", "support"], performableRounds: 1,
    performableGroups: [
      .article: ["support"], .workflow: ["operations"], .emails: ["support"], .release: ["legal"],
    ], calibration: 0, notice: Period(14, .day), noticeSignificant: Period(30, .day),
    reviewEvery: Period(1, .year), livingGroups: ["legal"], urgentGroups: ["legal", "leadership"],
    urgentWithin: Period(14, .day), retireGroups: ["legal"], overruleGroups: ["leadership"])

  static var workspace: Workspace {
    let names = Set(groups.values.joined()).union(["dana", "wim"])
    return Workspace(
      id: "quillwork",
      organization: .init(name: "Quillwork", contact: "t@s.example", timeZone: "UTC"),
      appliesTo: [], locales: [],
      sites: .init(accent: "#000000", helpTitle: "Help", helpURL: nil, feedback: nil),
      people: Dictionary(
        uniqueKeysWithValues: names.map { (address($0), Workspace.Person(name: $0, also: [])) }),
      groups: groups.mapValues { .init(name: "", members: $0.map(address)) },
      lifecycle: Lifecycle(
        general: requirements, themes: [:], enforcedSince: nil, acknowledged: []),
      proof: .signature, forgeCommitters: [], escalation: [],
      emails: .init(from: "a@b.example", variables: [:]), headings: [:], profiles: [],
      severities: [:])
  }

  static var signers: [String: String] {
    Dictionary(
      uniqueKeysWithValues: Set(groups.values.joined()).map { (key(of: $0), address($0)) })
  }
}

extension JudgingSettings {
  static var sample: Self {
    JudgingSettings(workspace: SampleSettings.workspace, signers: SampleSettings.signers)
  }

  /// The same with another workspace: aliases are computed where settings are made.
  func with(_ change: (inout Workspace) -> Void) -> Self {
    var workspace = workspace
    change(&workspace)
    return Self(workspace: workspace, signers: signers, source: source)
  }

  func with(signers change: (inout [String: String]) -> Void) -> Self {
    var signers = signers
    change(&signers)
    return Self(workspace: workspace, signers: signers, source: source)
  }

  func requiring(_ change: (inout Lifecycle.Requirements) -> Void) -> Self {
    with { change(&$0.lifecycle.general) }
  }

  func members(of group: String, are names: [String]) -> Self {
    with { $0.groups[group]?.members = names.map(SampleSettings.address) }
  }
}
