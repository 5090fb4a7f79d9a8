import CommonMark
import PolicyModel

/// Reads *E-mails*: one message under each H3.
struct MessageReader {
  let lifted: LiftedBody

  func messages(
    of part: Policy.Part, _ findings: inout FindingCollector
  ) -> [MessageTemplate] {
    var messages: [MessageTemplate] = []
    var sections: [(heading: Block, title: String, blocks: [Block])] = []
    for block in part.blocks {
      if case .heading(3, let inlines) = block.kind {
        sections.append((block, inlines.plainText, []))
      } else if sections.isEmpty {
        findings.report(
          .emailOutsideHeading, at: block.range, "Text that belongs to no e-mail",
          help: "Write each e-mail under a ### heading: an action or an outcome.")
      } else {
        sections[sections.count - 1].blocks.append(block)
      }
    }
    for (index, section) in sections.enumerated() {
      guard let kind = MessageKind(title: section.title) else {
        findings.report(
          .emailHeadingUnknown, at: section.heading.range,
          "“\(section.title)” is neither an action nor an outcome",
          help: nearestName(to: section.title, among: MessageKind.all.map(\.title)).map {
            "Did you mean “\($0)”?"
          } ?? "Known: \(MessageKind.all.map(\.title).joined(separator: ", ")).")
        continue
      }
      if messages.contains(where: { $0.kind == kind }) {
        findings.report(
          .emailDuplicate, at: section.heading.range, "“\(section.title)” has two e-mails")
        continue
      }
      let end =
        index + 1 < sections.count
        ? sections[index + 1].heading.range.lowerBound : part.range.upperBound
      messages.append(
        message(
          kind, section.heading.range, section.blocks, end: end, &findings))
    }
    return messages
  }

  private func message(
    _ kind: MessageKind, _ heading: SourceRange, _ blocks: [Block], end: Int,
    _ findings: inout FindingCollector
  ) -> MessageTemplate {
    var message = MessageTemplate(
      kind: kind, subject: nil, preview: nil, says: [], body: [], tokens: lifted.table,
      range: heading)
    var rest = blocks[...]
    if let first = rest.first, case .list(let list) = first.kind, isHeaders(list) {
      for item in list.items { header(item, &message, &findings) }
      rest = rest.dropFirst()
    }
    let markers = lifted.markers.filter {
      heading.upperBound <= $0.line.lowerBound && $0.line.upperBound <= end
    }
    var reader = SectionReader(blocks: rest, markers: markers[...])
    message.body = reader.read(&findings)
    return message
  }

  private func isHeaders(_ list: List) -> Bool {
    !LabelledText.all(in: list.items.first?.blocks.first?.inlines ?? []).isEmpty
  }

  private func header(
    _ item: ListItem, _ message: inout MessageTemplate, _ findings: inout FindingCollector
  ) {
    let inlines = item.blocks.first?.inlines ?? []
    let range = item.blocks.first?.range ?? item.range
    findings.reportUnshown(
      item.blocks.dropFirst(), "Text below a header of an e-mail is shown nowhere",
      help: "Move it into the letter, or leave it out.")
    guard let text = LabelledText.all(in: inlines).first else {
      findings.report(
        .emailHeaderUnknown, at: range, "A header is written as **Name:** value")
      return
    }
    let known = ["Subject", "Preview", "Says"]
    switch text.label.lowercased() {
    case "subject": message.subject = Located(text.inlines, range)
    case "preview": message.preview = Located(text.inlines, range)
    case "says":
      message.says = text.inlines.plainText.split(separator: ",").map { word in
        let word = word.trimmingBlanks
        return Located(word, findings.file.text.locate(word, in: range))
      }
    default:
      findings.report(
        .emailHeaderUnknown, at: range, "`\(text.label)` is not a header of an e-mail",
        help: nearestName(to: text.label, among: known).map { "Did you mean `\($0)`?" }
          ?? "Headers are Subject, Preview and Says.")
    }
  }
}

/// Nests the blocks between `{{#x}}` and `{{/x}}`.
private struct SectionReader {
  var blocks: ArraySlice<Block>
  var markers: ArraySlice<LiftedBody.Marker>

  mutating func read(_ findings: inout FindingCollector) -> [MessageTemplate.Part] {
    var parts = parts(until: nil, depth: 0, &findings)
    while let stray = markers.popFirst() {
      findings.report(
        .tokenSectionUnbalanced, at: stray.line,
        "{{/\(stray.variable.value)}} closes a section that is not open")
      parts += self.parts(until: nil, depth: 0, &findings)
    }
    return parts
  }

  private mutating func parts(
    until open: Located<String>?, depth: Int, _ findings: inout FindingCollector
  ) -> [MessageTemplate.Part] {
    var parts: [MessageTemplate.Part] = []
    while true {
      let marker = markers.first
      if let block = blocks.first,
        marker.map({ block.range.lowerBound < $0.line.lowerBound }) ?? true
      {
        blocks.removeFirst()
        if let marker, block.range.upperBound > marker.line.lowerBound {
          findings.report(
            .tokenSectionUnbalanced, at: marker.line,
            "A section may begin and end only between paragraphs, not inside a list or a quote")
          markers.removeFirst()
        }
        parts.append(.block(block))
        continue
      }
      guard let marker else {
        if let open {
          findings.report(
            .tokenSectionUnbalanced, at: open.range, "The section `\(open.value)` is not closed",
            help: "Write {{/\(open.value)}} on a line of its own where it ends.")
        }
        return parts
      }
      if marker.kind == .close {
        if let open, open.value == marker.variable.value {
          markers.removeFirst()
        } else if open != nil {
          findings.report(
            .tokenSectionUnbalanced, at: marker.line,
            "{{/\(marker.variable.value)}} closes a section that is not open")
          markers.removeFirst()
          continue
        }
        return parts
      }
      markers.removeFirst()
      guard depth < 4 else {
        findings.report(.tokenSectionUnbalanced, at: marker.line, "Sections nested too deeply")
        continue
      }
      let inner = self.parts(until: marker.variable, depth: depth + 1, &findings)
      parts.append(
        .section(
          variable: marker.variable, isInverted: marker.kind == .openInverted, inner))
    }
  }
}
