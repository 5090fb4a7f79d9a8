import CommonMark
import PolicyModel
import PolicyReading
import PolicyRules

/// A workspace in memory: its files as text, checked the way `bylaw check` does.
struct Workbench {
  var settings = SoundSample.settings
  var common: String? = SoundSample.common
  var policies: [(path: String, text: String)] = [
    (SoundSample.policyPath, SoundSample.policy),
    ("policies/sample-draft.md", SoundSample.neighbour),
  ]
  var translations: [(path: String, text: String)] = []
  var today = SoundSample.today

  init() {}

  /// The sample with one piece replaced.
  init(_ example: RuleDescription.Example) {
    let sample = SampleAssembly(example)
    settings = sample.settings
    policies[0].text = sample.policy
    if let text = sample.translation {
      translations = [(RuleDescription.Example.translationPath, text)]
    }
  }

  init(policy: String) { policies[0].text = policy }

  static func source(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, text: SourceText(text))
  }

  /// All findings of `bylaw.yml`, of each policy and of `common.md`.
  var findings: [Finding] {
    let source = Self.source(SoundSample.settingsPath, settings)
    let (workspace, reading) = WorkspaceReader.read(source)
    guard let workspace else { return reading }
    return reading + SettingsChecker.check(workspace, in: source) + findings(in: workspace)
  }

  /// Without those of the draft beside the sample.
  var ownFindings: [Finding] {
    findings.filter { $0.location?.path != "policies/sample-draft.md" }
  }

  var rules: Set<RuleID> { Set(findings.map(\.rule)) }

  private func findings(in workspace: Workspace) -> [Finding] {
    let reader = PolicyReader(headings: HeadingTable(headings: workspace.headings))
    let readings = policies.map { reader.read(Self.source($0.path, $0.text)) }
    let common = common.map {
      reader.read(Self.source(SoundSample.commonPath, $0), as: .common)
    }
    let checker = PolicyChecker(readings, common: common, workspace: workspace, today: today)
    return checker.check(readings, common: common)
      + findings(readings.compactMap(\.policy), common?.policy, workspace, checker.context)
  }

  /// Those of the translations.
  private func findings(
    _ policies: [Policy], _ common: Policy?, _ workspace: Workspace, _ context: CheckContext
  ) -> [Finding] {
    let reader = TranslationReader(workspace: workspace)
    return translations.flatMap { path, text in
      let reading = reader.read(Self.source(path, text))
      let source = (policies + [common].compactMap(\.self))
        .first { $0.id == reading.translation?.id }
      return TranslationChecker(context: context).check(
        reading, source: source.map { TranslationSource($0) })
    }
  }
}

extension Finding {
  /// As `--output-format concise` prints it.
  var line: String {
    let place = location.map { "\($0.path):\($0.start.line):\($0.start.column)" } ?? "-"
    return "\(place): \(severity.rawValue) [\(rule)] \(headline)"
  }
}
