import CommonMark
import PolicyModel

/// Reads the parts of the help article that have a shape of their own.
enum PublicPartsReader {
  static func definitions(
    of part: Policy.Part, _ findings: inout FindingCollector
  ) -> [Policy.Definition] {
    var definitions: [Policy.Definition] = []
    for item in RulesReader.items(of: part) {
      let inlines = item.blocks.first?.inlines ?? []
      guard let start = inlines.boldStart, let meaning = meaning(start) else {
        findings.report(
          .definitionMalformed, at: item.range, "A definition is written as **term**: meaning")
        continue
      }
      findings.reportUnshown(
        item.blocks.dropFirst(), "Text below the first paragraph of a definition is shown nowhere",
        help: "Write the meaning as one paragraph.")
      if let same = definitions.first(where: { $0.term.lowercased() == meaning.term.lowercased() })
      {
        findings.report(
          .definitionDuplicate, at: item.range, "“\(meaning.term)” is defined twice",
          notes: [.init("The first definition is here.", at: findings.location(same.range))])
      }
      definitions.append(
        Policy.Definition(term: meaning.term, meaning: meaning.inlines, range: item.range))
    }
    return definitions
  }

  /// The colon may stand inside the bold words or behind them.
  private static func meaning(
    _ start: (words: String, rest: [Inline])
  ) -> (term: String, inlines: [Inline])? {
    if start.words.hasSuffix(":") {
      let term = String(start.words.dropLast()).trimmingBlanks
      return term.isEmpty || start.rest.isEmpty ? nil : (term, start.rest)
    }
    guard case .text(let text)? = start.rest.first, text.hasPrefix(":") else { return nil }
    var rest = start.rest
    rest[0] = .text(String(text.dropFirst()))
    let meaning = rest.trimmed
    return meaning.isEmpty ? nil : (start.words, meaning)
  }

  static func examples(
    of part: Policy.Part, in locale: Workspace.Locale? = nil, _ findings: inout FindingCollector
  ) -> [Policy.Example] {
    let words = ExampleWords(locale)
    guard
      let table = TableReader.table(
        of: part, columns: words.columns, or: ExampleWords(nil).columns, &findings)
    else { return [] }
    let text = findings.file.text
    return table.rows.compactMap { row in
      guard let verdict = words.verdict(row.cells[1].words) else {
        findings.report(
          .verdictUnknown, at: row.cells[1].range,
          "`\(row.cells[1].words)` is not a verdict: an example is \(words.verdicts)")
        return nil
      }
      return Policy.Example(
        example: row.cells[0].inlines, verdict: verdict,
        rule: row.cells[2].ruleID(in: text, &findings), reason: row.cells[3].inlines,
        range: row.range)
    }
  }

  static func questions(
    of part: Policy.Part, _ findings: inout FindingCollector
  ) -> [Policy.Question] {
    var questions: [Policy.Question] = []
    for block in part.blocks {
      if case .heading(_, let inlines) = block.kind {
        questions.append(Policy.Question(question: inlines, answer: [], range: block.range))
      } else if questions.isEmpty {
        findings.report(
          .questionMissing, at: block.range, "Text before the first question",
          help: "Write each question as a ### heading, and its answer below.")
      } else {
        questions[questions.count - 1].answer.append(block)
      }
    }
    for question in questions where question.answer.isEmpty {
      findings.report(.questionMissing, at: question.range, "A question without an answer")
    }
    return questions
  }
}
