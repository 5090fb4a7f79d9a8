import CommonMark
import PolicyModel

/// Reads *Decision*: a numbered list of questions whose sub-lists hold `answer → target`.
enum DecisionReader {
  static func decision(of part: Policy.Part, _ findings: inout FindingCollector) -> Decision? {
    guard let (list, range) = numberedList(in: part) else {
      findings.report(
        .listMissing, at: part.heading.range,
        "“\(part.heading.value)” needs a numbered list of questions")
      return nil
    }
    DecisionNumbers.check(list, &findings)
    var steps: [Decision.Step] = []
    for (index, item) in list.items.enumerated() {
      let question = item.blocks.first?.inlines ?? []
      let answers = answers(of: item, &findings)
      findings.reportUnshown(
        item.blocks.dropFirst().filter { !$0.isList },
        "Text below question \(index + 1) is shown nowhere",
        help: "Write it into the question, or move it to a part of prose.")
      if answers.isEmpty {
        findings.report(
          .decisionAnswerMalformed, at: item.blocks.first?.range ?? item.range,
          "Question \(index + 1) has no answers",
          help: "Write them as a list below it: - Yes → next")
      }
      steps.append(
        Decision.Step(
          number: index + 1, question: question, answers: answers,
          range: item.blocks.first?.range ?? item.range))
    }
    return Decision(steps: steps, range: range)
  }

  private static func numberedList(in part: Policy.Part) -> (List, SourceRange)? {
    for block in part.blocks {
      if case .list(let list) = block.kind, list.isOrdered { return (list, block.range) }
    }
    return nil
  }

  private static func answers(
    of item: ListItem, _ findings: inout FindingCollector
  ) -> [Decision.Answer] {
    var answers: [Decision.Answer] = []
    for block in item.blocks {
      guard case .list(let list) = block.kind else { continue }
      for answer in list.items {
        let range = answer.blocks.first?.range ?? answer.range
        findings.reportUnshown(
          answer.blocks.dropFirst(), "Text below an answer is shown nowhere",
          help: "Write the answer as one line, or make a further question of it.")
        guard let (label, words) = split(answer.blocks.first?.inlines ?? []) else {
          findings.report(
            .decisionAnswerMalformed, at: range, "An answer is written as `answer → target`",
            help: "Say where the answer leads: next, step 3, severity 2, no action, …")
          continue
        }
        let place = findings.file.text.locate(words, in: range)
        guard let target = target(words, at: place, &findings) else { continue }
        answers.append(Decision.Answer(label: label, target: target, range: place))
      }
    }
    return answers
  }

  /// What stands before the last arrow, and the words behind it.
  private static func split(_ inlines: [Inline]) -> ([Inline], String)? {
    for index in inlines.indices.reversed() {
      guard case .text(let text) = inlines[index] else { continue }
      for arrow in ["→", "->"] {
        guard let range = lastRange(of: arrow, in: text) else { continue }
        let label = (inlines[..<index] + [.text(String(text[..<range.lowerBound]))])
        let behind = [.text(String(text[range.upperBound...]))] + inlines[(index + 1)...]
        let words = Array(behind).plainText.trimmingBlanks
        let trimmed = Array(label).trimmed
        return trimmed.isEmpty || words.isEmpty ? nil : (trimmed, words)
      }
    }
    return nil
  }

  private static func lastRange(of needle: String, in text: String) -> Range<String.Index>? {
    let wanted = Array(needle.utf8)
    let bytes = Array(text.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    for start in (0...(bytes.count - wanted.count)).reversed()
    where bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      let lower = text.utf8.index(text.startIndex, offsetBy: start)
      return lower..<text.utf8.index(lower, offsetBy: wanted.count)
    }
    return nil
  }

  private static func target(
    _ words: String, at range: SourceRange, _ findings: inout FindingCollector
  ) -> Decision.Target? {
    let lower = words.lowercased()
    if lower == "next" { return .next }
    if lower == "no action" { return .noAction }
    if let route = words.value(after: "escalate:") { return .escalate(route) }
    if let number = lower.value(after: "step ").flatMap({ Int($0) }) { return .step(number) }
    if let number = lower.value(after: "severity ").flatMap({ Int($0) }) {
      return .severity(number)
    }
    if let id = lower.value(after: "policy "), Shape.isSlug(id) { return .policy(id) }
    if let action = EnforcementAction(title: words) { return .action(action) }
    let known =
      ["next", "step 1", "no action", "severity 1", "escalate: route", "policy id"]
      + EnforcementAction.allCases.map { $0.title.lowercased() }
    findings.report(
      .decisionTargetUnknown, at: range, "`\(words)` is not a place to which an answer can lead",
      explanation:
        "Targets are next, step N, no action, severity N, an action's name, escalate: route, "
        + "and policy id.",
      help: nearestName(to: lower, among: known).map { "Did you mean `\($0)`?" })
    return nil
  }
}

extension Block {
  fileprivate var isList: Bool {
    if case .list = kind { true } else { false }
  }
}
