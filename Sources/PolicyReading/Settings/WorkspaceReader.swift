import CommonMark
package import PolicyModel

/// Reads `bylaw.yml`.
package enum WorkspaceReader {
  /// The settings, or `nil` where some are missing or wrong; the findings say which.
  ///
  /// Settings of the past may hold keys that are unknown by now: they are not held against them where
  /// `ignoresUnknownKeys` is set.
  package static func read(
    _ source: SourceFile, ignoresUnknownKeys: Bool = false
  ) -> (workspace: Workspace?, findings: [Finding]) {
    var findings = FindingCollector(file: source)
    let text = source.text
    guard FileChecks.check(text, &findings),
      let yaml = YAMLReader.read(text, Fence.start(of: text.bytes)..<text.bytes.count, &findings),
      let record = ShapeReader(place: "bylaw.yml").read(
        yaml, as: .record(WorkspaceSchema.fields), name: "", &findings),
      !hasErrors(findings, ignoresUnknownKeys)
    else { return (nil, findings.findings) }
    let workspace = workspace(record, &findings)
    return (hasErrors(findings, ignoresUnknownKeys) ? nil : workspace, findings.findings)
  }

  private static func hasErrors(
    _ findings: FindingCollector, _ ignoresUnknownKeys: Bool
  ) -> Bool {
    findings.findings.contains {
      $0.severity == .error && !(ignoresUnknownKeys && $0.rule == RuleDescription.keyUnknown.id)
    }
  }

  private static func workspace(
    _ record: FieldValue, _ findings: inout FindingCollector
  ) -> Workspace? {
    let organization = record["organization"]
    guard let id = record["workspace"]?.text, let name = organization?["name"]?.text,
      let contact = organization?["contact"]?.text
    else { return nil }
    let help = record["sites"]?["help"]
    var locales: [Workspace.Locale] = []
    let groups = groups(record["groups"], people: record["people"], &findings)
    let languages = LocaleReader(groups: Set(groups.keys))
    for pair in record["locales"]?.pairs ?? [] {
      locales.append(languages.locale(pair, isSource: locales.isEmpty, &findings))
    }
    if locales.isEmpty { locales = [Workspace.Locale(tag: "en", groups: [], headings: [:])] }
    var workspace = Workspace(
      id: id,
      organization: .init(
        name: name, contact: contact, timeZone: organization?["time_zone"]?.text ?? "UTC"),
      appliesTo: record["applies_to"]?.texts ?? [], locales: locales,
      sites: .init(
        accent: record["sites"]?["accent"]?.text ?? "#2f5d8a",
        helpTitle: help?["title"]?.text ?? "\(name) Help", helpURL: help?["url"]?.text,
        feedback: help?["feedback"]?.text),
      people: people(record["people"], &findings), groups: groups,
      lifecycle: LifecycleReader(known: Set(groups.keys)).lifecycle(
        record["lifecycle"], &findings),
      proof: record["signoffs"]?["proof"]?.text.flatMap(Workspace.Proof.init(rawValue:))
        ?? .signature,
      forgeCommitters: record["signoffs"]?["forge_committers"]?.texts ?? [],
      escalation: record["escalation"]?.texts ?? [],
      emails: emails(record["emails"], &findings),
      headings: HeadingsReader.headings(record["sections"], withDefaults: true, &findings),
      profiles: record["profiles"]?.texts ?? [], severities: severities(record["rules"]))
    for entry in locales.flatMap({ $0.samples.entries }) {
      check(entry, workspace.emails.variables, &findings)
    }
    for (key, _) in record["rules"]?.pairs ?? [] {
      workspace.severityRanges[RuleID(key.name)] = key.range
    }
    return workspace
  }

  /// An address belongs to one person only, whatever its case.
  private static func people(
    _ value: FieldValue?, _ findings: inout FindingCollector
  ) -> [String: Workspace.Person] {
    var people: [String: Workspace.Person] = [:]
    var known: Set<String> = []
    for (key, person) in value?.pairs ?? [] {
      let also = person["also"]?.texts ?? []
      for address in [key.name.lowercased()] + also where !known.insert(address).inserted {
        findings.report(
          .settingsAddressShared, at: key.range, "`\(address)` belongs to two people",
          help: "Give each person addresses of their own.")
      }
      people[key.name.lowercased()] = Workspace.Person(
        name: person["name"]?.text ?? key.name, also: also)
    }
    return people
  }

  private static func groups(
    _ value: FieldValue?, people: FieldValue?, _ findings: inout FindingCollector
  ) -> [String: Workspace.Group] {
    let known = Set((people?.pairs ?? []).map { $0.key.name.lowercased() })
    var groups: [String: Workspace.Group] = [:]
    for (key, group) in value?.pairs ?? [] {
      for member in group["members"]?.locatedTexts ?? [] where !known.contains(member.value) {
        findings.report(
          .settingsPersonUnknown, at: member.range, "`\(member.value)` is not among `people`",
          help: nearestName(to: member.value, among: known).map { "Did you mean `\($0)`?" }
            ?? "Add the address to `people`.")
      }
      groups[key.name] = Workspace.Group(
        name: group["name"]?.text ?? key.name, members: group["members"]?.texts ?? [])
    }
    return groups
  }

  private static func emails(
    _ value: FieldValue?, _ findings: inout FindingCollector
  ) -> Workspace.Emails {
    var variables = Dictionary(uniqueKeysWithValues: Variable.builtIn.map { ($0.name, $0) })
    for (key, item) in value?["variables"]?.pairs ?? [] {
      guard let kind = item["type"]?.text.flatMap(Variable.Kind.init(rawValue:)),
        let sample = item["sample"]?.locatedText
      else { continue }
      var variable = Variable(
        key.name, kind, sample: sample.value,
        maximum: item["max"]?.number ?? variables[key.name]?.maximum,
        fallback: item["fallback"]?.text ?? variables[key.name]?.fallback,
        isPersonal: item["personal"]?.flag ?? variables[key.name]?.isPersonal ?? false)
      check(variable, at: sample.range, &findings)
      for (letter, sample) in item["samples"]?.pairs ?? [] {
        guard let sample = sample.locatedText else { continue }
        variable.samples[letter.name] = sample.value
        var one = variable
        one.sample = sample.value
        check(one, at: sample.range, &findings)
      }
      variables[key.name] = variable
    }
    return Workspace.Emails(from: value?["from"]?.text ?? "", variables: variables)
  }

  private static func check(
    _ variable: Variable, at range: SourceRange, _ findings: inout FindingCollector
  ) {
    guard let problem = SampleForm.problem(of: variable.sample, for: variable) else { return }
    findings.report(
      .settingsSample, at: range, "The sample of `\(variable.name)` \(problem)")
  }

  /// A sample of a language.
  private static func check(
    _ entry: LetterSamples.Entry, _ variables: [String: Variable],
    _ findings: inout FindingCollector
  ) {
    guard var variable = variables[entry.variable.value] else {
      findings.report(
        .settingsSample, at: entry.variable.range, "`\(entry.variable.value)` is not a variable")
      return
    }
    variable.sample = entry.value.value
    check(variable, at: entry.value.range, &findings)
  }

  private static func severities(_ value: FieldValue?) -> [RuleID: Severity?] {
    var severities: [RuleID: Severity?] = [:]
    for (key, weight) in value?.pairs ?? [] {
      severities.updateValue(
        weight.text.flatMap(Severity.init(rawValue:)), forKey: RuleID(key.name))
    }
    return severities
  }
}
