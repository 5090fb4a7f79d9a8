import CommonMark
import PolicyModel
import PolicyProjection
import PolicySite

/// Letters made from a few lines of Markdown, their tokens lifted as the reader of policies does it.
enum LetterFixture {
  static func message(
    _ body: String, subject: String = "A subject", preview: String = "A preview",
    kind: MessageKind = .action(.warning), variables: [Variable] = [], locale: String = "en"
  ) throws -> Message {
    let header = "\(subject)\n\n\(preview)\n\n"
    let lifted = Lifted(header + body)
    let document = try Document(
      parsing: lifted.text, in: 0..<lifted.bytes.count, replacing: lifted.bytes)
    let inlines = document.blocks.prefix(2).map { Located($0.inlines, $0.range) }
    var blocks = document.blocks.dropFirst(2)
    var markers = lifted.markers[...]
    let template = MessageTemplate(
      kind: kind, subject: inlines[0], preview: inlines[1], says: [],
      body: parts(&blocks, &markers), tokens: lifted.table, range: 0..<0)
    return Message(
      template, policyID: "pay-outside", policyTitle: "Payments", version: 2, rules: ["PAY-1"],
      workspace: WorkspaceFixture.workspace(variables: variables, locale: locale))
  }

  private static func parts(
    _ blocks: inout ArraySlice<Block>, _ markers: inout ArraySlice<Lifted.Marker>
  ) -> [MessageTemplate.Part] {
    var parts: [MessageTemplate.Part] = []
    while true {
      let next = markers.first
      if let block = blocks.first, next.map({ block.range.lowerBound < $0.offset }) ?? true {
        parts.append(.block(blocks.removeFirst()))
      } else if let next {
        markers.removeFirst()
        if next.sign == "/" { return parts }
        parts.append(
          .section(
            variable: Located(next.name, 0..<0), isInverted: next.sign == "^",
            self.parts(&blocks, &markers)))
      } else {
        return parts
      }
    }
  }

  /// The letters of a part *E-mails*, or of a whole file that has one.
  static func messages(inPart markdown: String, variables: [Variable] = []) throws -> [Message] {
    let part = markdown.components(after: "## E-mails\n")
    return try part.split(separator: "\n### ").compactMap { section in
      let lines = section.split(separator: "\n", omittingEmptySubsequences: false)
      let title = lines[0].trimmingPrefix("### ")
      guard let kind = MessageKind(title: title) else { return nil }
      func header(_ name: String) -> String {
        let prefix = "- **\(name):** "
        return lines.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) } ?? ""
      }
      let body = lines.dropFirst().filter { !$0.hasPrefix("- **Subject:") }
        .filter { !$0.hasPrefix("- **Preview:") && !$0.hasPrefix("- **Says:") }
      return try message(
        body.joined(separator: "\n"), subject: header("Subject"), preview: header("Preview"),
        kind: kind, variables: variables)
    }
  }
}

extension String {
  fileprivate func components(after mark: String) -> String {
    firstRange(of: mark).map { String(self[$0.upperBound...]) } ?? self
  }
}

/// A text with its tokens replaced, byte for byte as long.
private struct Lifted {
  struct Marker {
    var sign: Character
    var name: String
    var offset: Int
  }

  let text: SourceText
  var bytes: [UInt8]
  var table = TokenTable()
  var markers: [Marker] = []

  init(_ markdown: String) {
    text = SourceText(markdown)
    bytes = text.bytes
    for match in markdown.matches(of: /\{\{([#^\/]?)([a-z][a-z0-9_.]*)\}\}/) {
      let offset = markdown.utf8.distance(from: markdown.startIndex, to: match.range.lowerBound)
      let range = offset..<offset + match.0.utf8.count
      if let sign = match.1.first {
        markers.append(Marker(sign: sign, name: String(match.2), offset: offset))
        for index in range { bytes[index] = 0x20 }
      } else {
        let scalar = Unicode.Scalar(TokenTable.firstScalar + UInt32(table.tokens.count)) ?? "?"
        let lifted = Array(String(scalar).utf8)
        for (place, index) in range.enumerated() {
          bytes[index] = place < 3 ? lifted[place] : UInt8(ascii: "x")
        }
        table.tokens.append(TokenTable.Token(name: String(match.2), range: range))
      }
    }
  }
}
