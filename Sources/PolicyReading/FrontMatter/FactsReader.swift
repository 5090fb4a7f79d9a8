import CommonMark
import PolicyModel

/// Builds ``Policy/Facts`` from values that fit ``FrontMatterSchema``.
struct FactsReader {
  let record: FieldValue
  let range: SourceRange

  func facts(_ findings: inout FindingCollector) -> Policy.Facts? {
    guard let id = record["id"]?.locatedText else { return nil }
    var facts = Policy.Facts(id: id, range: range)
    for (key, _) in record.pairs { facts.keyRanges[key.name] = key.range }
    facts.title = record["title"]?.locatedText
    facts.summary = record["summary"]?.locatedText
    facts.theme = located("theme", Theme.init(rawValue:))
    facts.appliesTo = record["applies_to"]?.locatedTexts ?? []
    facts.basis = items("basis").compactMap(basis)
    facts.profiles = record["profiles"]?.locatedTexts ?? []
    facts.synonyms = record["synonyms"]?.locatedTexts ?? []
    facts.related = record["related"]?.locatedTexts ?? []
    facts.announced = record["announced"]?.locatedDate
    facts.effective = record["effective"]?.locatedDate
    facts.changes = items("changes").compactMap(change)
    facts.owner = record["owner"]?.locatedText
    facts.stage = located("stage", Stage.init(rawValue:))
    facts.version = record["version"]?.locatedNumber
    facts.history = items("history").compactMap(milestone)
    facts.rounds = items("rounds").compactMap(round)
    for item in items("research") {
      if let evidence = evidence(item, &findings) { facts.research.append(evidence) }
    }
    facts.reviewEvery = record["review_every"].flatMap { value in
      value.period.map { Located($0, value.range) }
    }
    facts.withdrawn = record["withdrawn"]?.items.compactMap(\.locatedNumber) ?? []
    facts.retired = record["retired"].flatMap(retirement)
    facts.allow = items("allow").compactMap(allowance)
    facts.samples = LetterSamples(reading: record["samples"])
    return facts
  }

  private func items(_ key: String) -> [FieldValue] { record[key]?.items ?? [] }

  private func located<Value>(
    _ key: String, _ make: (String) -> Value?
  ) -> Located<Value>? {
    guard let text = record[key]?.locatedText, let value = make(text.value) else { return nil }
    return Located(value, text.range)
  }

  private func basis(_ value: FieldValue) -> Policy.Basis? {
    guard let kind = value["kind"]?.text.flatMap(Policy.Basis.Kind.init(rawValue:)),
      let reference = value["ref"]?.text
    else { return nil }
    return Policy.Basis(
      kind: kind, reference: reference, url: value["url"]?.text, range: value.range)
  }

  private func change(_ value: FieldValue) -> Policy.Change? {
    guard let version = value["version"]?.number, let summary = value["summary"]?.text,
      let changeClass = value["class"]?.text.flatMap(Policy.Change.Class.init(rawValue:))
    else { return nil }
    return Policy.Change(
      version: version, changeClass: changeClass, summary: summary,
      classReason: value["class_reason"]?.text, range: value.range)
  }

  private func milestone(_ value: FieldValue) -> Policy.Milestone? {
    guard let stage = value["stage"]?.text.flatMap(Stage.init(rawValue:)),
      let on = value["on"]?.date, let by = value["by"]?.text
    else { return nil }
    return Policy.Milestone(
      stage: stage, on: on, by: by, reason: value["reason"]?.text,
      isUrgent: value["urgent"]?.flag ?? false, range: value.range)
  }

  private func round(_ value: FieldValue) -> Policy.ReviewRound? {
    guard let number = value["round"]?.number, let version = value["version"]?.number,
      let opened = value["opened"]?.date
    else { return nil }
    return Policy.ReviewRound(
      number: number, version: version, opened: opened, scopes: value["scopes"]?.texts ?? [],
      groups: value["groups"]?.texts ?? [], authors: value["authors"]?.texts ?? [],
      closed: value["closed"]?.date,
      outcome: value["outcome"]?.text.flatMap(Policy.ReviewRound.Outcome.init(rawValue:)),
      answers: (value["answers"]?.items ?? []).compactMap { answer in
        guard let record = answer["record"]?.text, let text = answer["answer"]?.text else {
          return nil
        }
        return .init(record: record, text: text)
      },
      range: value.range)
  }

  /// An entry holds a finding, or says why there is none: one of the two.
  private func evidence(
    _ value: FieldValue, _ findings: inout FindingCollector
  ) -> Policy.Evidence? {
    guard let kind = value["kind"]?.text.flatMap(Policy.Evidence.Kind.init(rawValue:)) else {
      return nil
    }
    if let reason = value["not_applicable"]?.text {
      if value["finding"] != nil {
        findings.report(
          .researchContradictory, at: value.range,
          "This research has a `finding` and is `not_applicable` at once",
          help: "Keep one of the two.")
      }
      return Policy.Evidence(
        kind: kind, content: .notApplicable(reason: reason), range: value.range)
    }
    guard let title = value["title"]?.text, let finding = value["finding"]?.text else {
      findings.report(
        .researchIncomplete, at: value.range,
        "Research needs a `title` and a `finding`, or `not_applicable` with a reason")
      return nil
    }
    return Policy.Evidence(
      kind: kind,
      content: .finding(title: title, url: value["url"]?.text, finding: finding),
      range: value.range)
  }

  private func retirement(_ value: FieldValue) -> Policy.Retirement? {
    guard let on = value["on"]?.date, let reason = value["reason"]?.text else { return nil }
    return Policy.Retirement(
      on: on, reason: reason, replacedBy: value["replaced_by"]?.locatedText, range: value.range)
  }

  private func allowance(_ value: FieldValue) -> Policy.Allowance? {
    guard let rule = value["rule"]?.text, let reason = value["reason"]?.text else { return nil }
    return Policy.Allowance(rule: RuleID(rule), reason: reason, range: value.range)
  }
}

extension LetterSamples {
  /// By letter, then by variable.
  init(reading value: FieldValue?) {
    var entries: [Entry] = []
    for (letter, values) in value?.pairs ?? [] {
      for (variable, value) in values.pairs {
        guard let value = value.locatedText else { continue }
        entries.append(
          .init(
            variable: Located(variable.name, variable.range), value: value,
            kind: MessageKind(slug: letter.name)))
      }
    }
    self.init(entries: entries)
  }
}
