import CommonMark
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules

/// Judges the gate of each step that landed, on the files of that landing and by the settings before it.
struct LandedGates {
  let history: WorkspaceHistory
  /// The pages of the site, to which texts may link.
  let pages: Set<String>

  /// What the landings were judged to be.
  struct Reports: Sendable {
    var gates: [LandedPolicy: GateReport] = [:]
    var brokenTerms: [LandedPolicy: [GateCondition]] = [:]
  }

  /// `isAsked` leaves steps out that nobody wants to know about.
  func reports(
    of judgements: [Judgement], where isAsked: (LandedPolicy) -> Bool = { _ in true }
  ) async -> Reports {
    var reports = Reports()
    var landings = Landings(pages: pages)
    for range in Judgement.landings(of: judgements) {
      landings.take(judgements[range])
      let asked = judgements[range].filter {
        (Self.row(of: $0) != nil || $0.amended != nil) && isAsked($0.place)
      }
      let (index, common) = (landings.index, landings.common)
      let found = await concurrentMap(asked) { judgement -> (GateReport?, [GateCondition]) in
        let line = judgement.line ?? judgement.amended
        guard let judge = judge(of: judgement, index, common: common, line: line) else {
          return (nil, [])
        }
        let report = Self.row(of: judgement).map {
          judge.report(for: $0.gate ?? .performable, isUrgent: $0.isUrgent)
        }
        return (report, judgement.amended == nil ? [] : judge.brokenTerms)
      }
      for (judgement, (report, terms)) in zip(asked, found) {
        reports.gates[judgement.place] = report
        reports.brokenTerms[judgement.place] = terms
      }
    }
    return reports
  }

  /// What the gates of every policy are judged by that the last landing touches: the judgements from
  /// the place `start` on.
  func judges(
    of judgements: [Judgement], from start: Int, line: (String) -> PolicyLine
  ) -> [String: GateJudge] {
    var judges: [String: GateJudge] = [:]
    var landings = Landings(pages: pages)
    for range in Judgement.landings(of: judgements) {
      landings.take(judgements[range])
      for place in range where place >= start {
        let judgement = judgements[place]
        judges[judgement.policy] = judge(
          of: judgement, landings.index, common: landings.common,
          line: judgement.line ?? line(judgement.policy))
      }
    }
    return judges
  }

  /// What stands beside each policy, landing after landing.
  private struct Landings {
    var index: WorkspaceIndex
    private var current: [String: PolicySnapshot] = [:]

    init(pages: Set<String>) { index = WorkspaceIndex([], pages: pages) }

    var common: PolicySnapshot? { current["common"] }

    mutating func take(_ landing: ArraySlice<Judgement>) {
      for judgement in landing {
        if judgement.policy != "common" {
          index.replace(current[judgement.policy], with: judgement.after)
        }
        current[judgement.policy] = judgement.after
      }
    }
  }

  /// The step whose gate is judged: the last one, where it has a gate.
  static func row(of judgement: Judgement) -> Transition? {
    guard !judgement.isBeginning, !judgement.lacksSettings else { return nil }
    return judgement.appended?.last?.rows.first { $0.gate != nil || $0.isUrgent }
  }

  /// What every gate of a landing is judged by; `nil` where the text cannot be read.
  private func judge(
    of judgement: Judgement, _ index: WorkspaceIndex, common: PolicySnapshot?, line: PolicyLine?
  ) -> GateJudge? {
    guard let snapshot = judgement.after, let judge = judgement.judge, let line,
      let source = history.source(of: snapshot)
    else { return nil }
    let workspace = judge.settings.workspace
    let context = CheckContext(
      workspace: workspace,
      common: common.flatMap { history.text(of: $0, headings: workspace.headings) }, index: index,
      today: judgement.landing.day)
    var content: [Gate: [Finding]] = [:]
    for gate in [Gate.comprehensive, .goodFit, .performable] {
      content[gate] = GateContent.findings(
        source, for: gate, headings: workspace.headings, context: context)
    }
    guard let policy = history.text(of: snapshot, headings: workspace.headings) else { return nil }
    let revised = line.candidates.last { $0.version < snapshot.version }
    let before = revised.flatMap { history.text(of: $0) }
    let isFirst = line.candidates.allSatisfy { $0.version == snapshot.version }
    let released = snapshot.history.last { $0.stage == .iteration }?.on
    let day =
      judgement.appended?.last?.step.on
      ?? (snapshot.stage == .iteration ? released : nil) ?? judgement.landing.day
    var gateJudge = GateJudge(
      judge: judge, line: line, content: content,
      proposedClass: before == nil && !isFirst
        ? nil
        : Policy.Change.Class.proposed(
          by: Redline(from: before, to: policy), isFirstVersion: isFirst),
      change: policy.facts.changes.first { $0.version == snapshot.version }, day: day)
    gateJudge.landingDay = judgement.landing.day
    return gateJudge
  }
}

extension WorkspaceHistory {
  /// The file of a text that landed.
  func source(of snapshot: PolicySnapshot) -> SourceFile? {
    loaded.settings.blobs[snapshot.blob].map {
      SourceFile(path: snapshot.path, text: SourceText($0))
    }
  }

  func text(of snapshot: PolicySnapshot, headings: [PartKind: String]) -> Policy? {
    source(of: snapshot).flatMap { source in
      PolicyReader(headings: HeadingTable(headings: headings)).read(
        source, as: snapshot.id == "common" ? .common : .policy
      ).policy
    }
  }

  /// The words of each rule of a text, by id, however they are wrapped.
  func ruleWords(of snapshot: PolicySnapshot) -> [String: String] {
    let headings = settings?.workspace.headings ?? [:]
    guard let policy = text(of: snapshot, headings: headings) else { return [:] }
    return Dictionary(
      policy.rules.map { ($0.id.value, $0.text.plainText + "\n" + $0.details.plainText) },
      uniquingKeysWith: { first, _ in first })
  }
}
