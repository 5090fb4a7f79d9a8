import CommonMark
import PolicyModel

/// Reads *What's not allowed*: a list whose items begin with a rule id in bold.
enum RulesReader {
  static func rules(
    of part: Policy.Part, _ findings: inout FindingCollector
  ) -> [Policy.Rule] {
    var rules: [Policy.Rule] = []
    for item in items(of: part) {
      let first = item.blocks.first?.inlines ?? []
      guard let start = first.boldStart, isRuleID(start.words) else {
        findings.report(
          .ruleIDMissing, at: item.blocks.first?.range ?? item.range,
          "A rule that does not begin with its id in bold",
          explanation: "Moderators and e-mails cite rules by their ids.",
          help: "Begin the item with an id such as **PAY-1**.")
        continue
      }
      let id = Located(start.words, findings.file.text.locate(start.words, in: item.range))
      if let same = rules.first(where: { $0.id.value == id.value }) {
        findings.report(
          .ruleIDDuplicate, at: id.range, "`\(id.value)` names two rules",
          notes: [.init("The first is here.", at: findings.location(same.id.range))],
          help: "Give the new rule the next number that was never used.")
      }
      rules.append(
        Policy.Rule(
          id: id, text: start.rest, details: Array(item.blocks.dropFirst()), range: item.range))
    }
    if rules.isEmpty, !part.blocks.isEmpty, items(of: part).isEmpty {
      findings.report(
        .listMissing, at: part.heading.range, "“\(part.heading.value)” needs a list of rules")
    }
    return rules
  }

  static func items(of part: Policy.Part) -> [ListItem] {
    part.blocks.flatMap { block -> [ListItem] in
      if case .list(let list) = block.kind { list.items } else { [] }
    }
  }

  /// `[A-Z][A-Z0-9]*-[0-9]+`
  static func isRuleID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 20, let first = parts[0].utf8.first,
      (0x41...0x5A).contains(first), !parts[1].isEmpty
    else { return false }
    return parts[0].utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
      && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
