import CommonMark
package import PolicyModel

/// What came of reading one file. A policy with an error is there to be looked at, not published.
package struct PolicyReading: Sendable {
  package var source: SourceFile
  /// `nil` where the front-matter could not be read.
  package var policy: Policy?
  package var findings: [Finding]
  /// How many findings above the limit for a file were left out.
  package var leftOut: Int

  package init(source: SourceFile, policy: Policy?, findings: [Finding], leftOut: Int) {
    self.source = source
    self.policy = policy
    self.findings = findings
    self.leftOut = leftOut
  }
}

extension PolicyReading {
  /// The id that a file gives itself, read without a parser: for a file that cannot be read, so that
  /// others may still refer to it.
  package var claimedID: String? {
    let text = source.text
    for line in 0..<min(text.lineCount, 200) {
      let words = text.string(text.lineRange(line))
      guard words.hasPrefix("id:") else { continue }
      let id = words.dropFirst(3).trimmingBlanks
      return Shape.isSlug(id) ? id : nil
    }
    return nil
  }
}

/// Turns the text of a file into a policy and findings. It never throws: bad input is a finding.
package struct PolicyReader: Sendable {
  package enum Kind: Sendable {
    case policy
    /// `common.md`, from which policies inherit.
    case common
  }

  let headings: HeadingTable
  /// Read as if the policy stood in this stage: what a gate further on would ask for.
  let assumed: Stage?
  /// The language of a translation, which may name the columns and verdicts of examples its own way.
  var locale: Workspace.Locale?

  package init(headings: HeadingTable = HeadingTable(), assuming assumed: Stage? = nil) {
    self.headings = headings
    self.assumed = assumed
  }

  package func read(_ source: SourceFile, as kind: Kind = .policy) -> PolicyReading {
    var findings = FindingCollector(file: source)
    let policy = policy(source, kind, &findings)
    return PolicyReading(
      source: source, policy: policy, findings: findings.findings, leftOut: findings.leftOut)
  }

  private func policy(
    _ source: SourceFile, _ kind: Kind, _ findings: inout FindingCollector
  ) -> Policy? {
    let text = source.text
    guard FileChecks.check(text, &findings), let fence = Fence.find(in: text, &findings),
      let yaml = YAMLReader.read(text, fence.yaml, &findings)
    else { return nil }
    let fields = kind == .common ? FrontMatterSchema.common : FrontMatterSchema.policy
    findings.stage = stage(yaml, kind)
    guard
      let record = ShapeReader(place: "the front-matter").read(
        yaml, as: .record(fields), name: "", &findings),
      let facts = FactsReader(record: record, range: fence.range).facts(&findings)
    else { return nil }
    if kind == .policy { findings.stage = assumed ?? facts.heldStage }
    if facts.owesPerformable { findings.debt = .performable }
    if kind == .common, facts.id.value != "common" {
      findings.report(
        .valueUnknown, at: facts.id.range,
        "The id of this file is `common`, not `\(facts.id.value)`")
    }
    return words(source, facts, fence, &findings)
  }

  /// Reads the body of a file whose front-matter has been read.
  func words(
    _ source: SourceFile, _ facts: Policy.Facts, _ fence: Fence,
    _ findings: inout FindingCollector
  ) -> Policy? {
    let text = source.text
    EntityChecks.check(text, fence.body, &findings)
    let lifted = TokenLifter.lift(text, fence.body, &findings)
    do {
      let document = try Document(
        parsing: text, in: fence.body,
        replacing: lifted.table.tokens.isEmpty && lifted.markers.isEmpty ? nil : lifted.bytes)
      var policy = Policy(
        source: source, facts: facts,
        parts: PartReader(headings: headings, body: fence.body)
          .parts(of: document.blocks, &findings))
      policy.tokens = lifted.table
      if let assumed { policy.facts.stage?.value = assumed }
      readParts(of: &policy, lifted, &findings)
      return policy
    } catch {
      findings.report(
        .markdownLimit, at: error.range, "More than \(error.allowance)",
        explanation: "The Markdown library needs too much time or memory for it.")
      return nil
    }
  }

  /// The stage decides how much a finding weighs, so it is looked up before anything is read.
  private func stage(_ yaml: YAMLValue, _ kind: Kind) -> Stage? {
    guard kind == .policy else { return .iteration }
    if let assumed { return assumed }
    guard case .record(let pairs) = yaml.content,
      case .scalar(let name)? = pairs.first(where: { $0.key.name == "stage" })?.value.content
    else { return nil }
    return Stage(rawValue: name)
  }

  private func readParts(
    of policy: inout Policy, _ lifted: LiftedBody, _ findings: inout FindingCollector
  ) {
    for part in policy.parts {
      if part.kind != .emails { refuseTokens(in: part, lifted, &findings) }
      TableRows.check(part, &findings)
      UnshownText(headings: headings).check(part, &findings)
      switch part.kind?.description.shape {
      case .rules: policy.rules = RulesReader.rules(of: part, &findings)
      case .definitions:
        policy.definitions = PublicPartsReader.definitions(of: part, &findings)
      case .examples: policy.examples = PublicPartsReader.examples(of: part, in: locale, &findings)
      case .questions: policy.questions = PublicPartsReader.questions(of: part, &findings)
      case .severity: policy.severities = LadderReader.severities(of: part, &findings)
      case .ladder: policy.ladder = LadderReader.ladder(of: part, &findings)
      case .decision: policy.decision = DecisionReader.decision(of: part, &findings)
      case .calibration: policy.calibration = CalibrationReader.cases(of: part, &findings)
      case .escalation: policy.escalation = CalibrationReader.escalation(of: part, &findings)
      case .messages:
        policy.messages = MessageReader(lifted: lifted).messages(of: part, &findings)
      case .list:
        if RulesReader.items(of: part).isEmpty, !part.blocks.isEmpty {
          findings.report(
            .listMissing, at: part.heading.range, "“\(part.heading.value)” needs a list")
        }
      case .prose, .parts, nil: break
      }
    }
  }

  /// Tokens are filled in when a message is sent; on a page nobody would fill them in.
  private func refuseTokens(
    in part: Policy.Part, _ lifted: LiftedBody, _ findings: inout FindingCollector
  ) {
    for token in lifted.table.tokens where part.range.contains(token.range.lowerBound) {
      findings.report(
        .tokenOutsideEmails, at: token.range,
        "`{{\(token.name)}}` has a meaning only in e-mails",
        help: "Write the words out.")
    }
    for marker in lifted.markers where part.range.contains(marker.line.lowerBound) {
      findings.report(
        .tokenOutsideEmails, at: marker.line, "Sections have a meaning only in e-mails")
    }
  }
}
