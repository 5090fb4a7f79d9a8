import CommonMark
import PolicyModel

/// Finds what a part holds beside its list or its table: no page shows it, so its author must hear
/// of it. Raw HTML has a rule of its own, and comments are meant to be hidden.
struct UnshownText {
  let headings: HeadingTable

  func check(_ part: Policy.Part, _ findings: inout FindingCollector) {
    guard let shape = part.kind?.description.shape else { return }
    switch shape {
    case .messages: break
    case .prose, .list, .questions: checkHeadings(of: part, &findings)
    default: checkBlocks(of: part, shape, &findings)
    }
  }

  /// All is shown here, but a heading may be meant to begin a part of its own.
  private func checkHeadings(of part: Policy.Part, _ findings: inout FindingCollector) {
    for block in part.blocks {
      guard let (name, help) = misplaced(block) else { continue }
      findings.report(
        .sectionHeadingLevel, at: block.range,
        "“\(name)” is the heading of a part, and stands here inside “\(part.heading.value)”",
        help: help)
    }
  }

  private func checkBlocks(
    of part: Policy.Part, _ shape: PartKind.Shape, _ findings: inout FindingCollector
  ) {
    let shown = shownBlocks(of: part, shape)
    // Without its list or table the part was reported as a whole.
    guard !shown.isEmpty || shape == .parts || shape == .definitions else { return }
    var run: SourceRange?
    var heading: (name: String, help: String)?
    func endRun() {
      if let run { report(run, in: part, shape, heading, &findings) }
      run = nil
      heading = nil
    }
    for (index, block) in part.blocks.enumerated() {
      switch block.kind {
      case .html, .thematicBreak: continue
      default: break
      }
      if shown.contains(index) {
        endRun()
        continue
      }
      if let found = misplaced(block) {
        endRun()
        heading = found
      }
      run = (run?.lowerBound ?? block.range.lowerBound)..<block.range.upperBound
    }
    endRun()
  }

  private func report(
    _ range: SourceRange, in part: Policy.Part, _ shape: PartKind.Shape,
    _ heading: (name: String, help: String)?, _ findings: inout FindingCollector
  ) {
    if let heading {
      findings.report(
        .sectionTextUnshown, at: range,
        "“\(heading.name)” begins no part at this level, and is shown nowhere",
        help: heading.help)
      return
    }
    let (place, help) = Self.words(shape)
    findings.report(
      .sectionTextUnshown, at: range,
      "Text \(place) of “\(part.heading.value)” is shown nowhere", help: help)
  }

  private static func words(_ shape: PartKind.Shape) -> (place: String, help: String) {
    let elsewhere = "or move it to a part of prose."
    return switch shape {
    case .parts: ("that belongs to no part", "Write the ### heading of a part above it.")
    case .rules, .definitions: ("outside the list", "Write it into an item, \(elsewhere)")
    case .decision:
      ("outside the questions", "Write it into a question or an answer, \(elsewhere)")
    case .ladder:
      ("outside the table and the labels", "Write it into a label, \(elsewhere)")
    default: ("outside the table", "Write it into the table, \(elsewhere)")
    }
  }

  /// The blocks that the reader of such a part takes. Which paragraphs of a ladder are labels, its
  /// reader says.
  private func shownBlocks(of part: Policy.Part, _ shape: PartKind.Shape) -> Set<Int> {
    var shown: Set<Int> = []
    var isFirst = true
    for (index, block) in part.blocks.enumerated() {
      switch (block.kind, shape) {
      case (.list, .rules), (.list, .definitions), (.paragraph, .ladder): shown.insert(index)
      case (.list(let list), .decision) where list.isOrdered && isFirst:
        shown.insert(index)
        isFirst = false
      case (.table, .examples), (.table, .severity), (.table, .ladder), (.table, .calibration),
        (.table, .escalation):
        if isFirst { shown.insert(index) }
        isFirst = false
      default: break
      }
    }
    return shown
  }

  /// The name in a heading that would begin a part if it stood at its level.
  private func misplaced(_ block: Block) -> (name: String, help: String)? {
    guard case .heading(_, let inlines) = block.kind else { return nil }
    let name = inlines.plainText.trimmingBlanks
    return headings.advice(on: name).map { (name, $0) }
  }
}

extension HeadingTable {
  /// How a heading with the name of a part is written; `nil` where no part has that name.
  func advice(on heading: String) -> String? {
    if kind(heading, level: 2) != nil { return "Write ## \(heading)." }
    guard kind(heading, level: 3) != nil else { return nil }
    return "Write ### \(heading), among the parts for moderators."
  }
}

extension FindingCollector {
  /// Reports blocks of an item that holds more than its part has a place for.
  mutating func reportUnshown(_ blocks: some Collection<Block>, _ headline: String, help: String) {
    let blocks = blocks.filter {
      switch $0.kind {
      case .html, .thematicBreak: false
      default: true
      }
    }
    guard let first = blocks.first, let last = blocks.last else { return }
    report(
      .sectionTextUnshown, at: first.range.lowerBound..<last.range.upperBound, headline, help: help)
  }
}
