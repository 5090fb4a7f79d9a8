import CommonMark
import PolicyModel

/// Cuts a body into parts at its headings.
struct PartReader {
  let headings: HeadingTable
  let body: SourceRange

  func parts(of blocks: [Block], _ findings: inout FindingCollector) -> [Policy.Part] {
    var parts: [Policy.Part] = []
    var hasPreface = false
    var isModerators = false
    for block in blocks {
      if case .heading(let level, let inlines) = block.kind, level < 3 || isModerators && level == 3
      {
        if level == 1 {
          findings.report(
            .sectionHeadingLevel, at: block.range,
            "A first-level heading: the title stands in the front-matter",
            help: "Begin the parts of a policy with ## headings.")
        }
        let part = part(block.range, inlines, level: max(level, 2), parts, &findings)
        if level < 3 { isModerators = part.kind == .moderators }
        parts.append(part)
      } else if parts.isEmpty {
        if !hasPreface {
          findings.report(
            .sectionPreface, at: block.range,
            "Text before the first heading belongs to no part, and is never published",
            help: "Put it under a heading.")
        }
        hasPreface = true
      } else {
        parts[parts.count - 1].blocks.append(block)
      }
    }
    for index in parts.indices {
      let end = index + 1 < parts.count ? parts[index + 1].range.lowerBound : body.upperBound
      parts[index].range = parts[index].range.lowerBound..<end
    }
    return parts
  }

  private func part(
    _ range: SourceRange, _ inlines: [Inline], level: Int, _ before: [Policy.Part],
    _ findings: inout FindingCollector
  ) -> Policy.Part {
    let heading = inlines.plainText.trimmingBlanks
    var part = Policy.Part(
      kind: headings.kind(heading, level: level), heading: Located(heading, range), blocks: [],
      range: range)
    if part.kind == nil {
      findings.report(
        .sectionUnknown, at: range,
        "“\(heading)” is not the heading of a part, so it stays internal",
        explanation: inlines.contains { !$0.isPlain }
          ? "Markup in a heading leaves its words, and the words must be those of a part." : nil,
        help: headings.advice(on: heading)
          ?? nearestName(to: heading, among: headings.names(level: level)).map {
            "Did you mean “\($0)”?"
          })
    } else if let first = before.first(where: { $0.kind == part.kind }) {
      findings.report(
        .sectionDuplicate, at: range, "“\(heading)” stands here a second time",
        notes: [.init("The first is here.", at: findings.location(first.heading.range))],
        help: "Join the two.")
      part.kind = nil
    }
    return part
  }
}

extension Inline {
  fileprivate var isPlain: Bool {
    if case .text = self { true } else { false }
  }
}
