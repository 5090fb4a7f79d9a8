import CommonMark

/// One tag of a template, with where it stands.
struct TemplateTag: Hashable {
  /// `#`, `^`, `$` and `<` open a section, `/` closes one, `>` names a partial, `!` is a comment, `{`
  /// writes markup. `nil` for a field.
  var sign: UInt8?
  /// Without the blanks around it.
  var name: String
  /// From its first brace to its last.
  var range: SourceRange

  var opensSection: Bool { sign.map { "#^$<".utf8.contains($0) } ?? false }

  /// The field that it reads, without transforms and without what comes behind a dot.
  var field: String? {
    guard sign == nil || sign.map({ "#^{/".utf8.contains($0) }) == true else { return nil }
    let inner = name.split(separator: "(").last.map { $0.prefix { $0 != ")" } } ?? ""
    let first = inner.prefix { $0 != "." }
    return first.isEmpty ? nil : String(first)
  }

  /// The tags of `bytes` in order; `unclosed` is where one begins that never ends.
  static func scan(_ bytes: [UInt8]) -> (tags: [TemplateTag], unclosed: Int?) {
    var tags: [TemplateTag] = []
    var offset = 0
    while let start = find(UInt8(ascii: "{"), in: bytes, from: offset) {
      guard let close = find(UInt8(ascii: "}"), in: bytes, from: start + 2) else {
        return (tags, start)
      }
      var content = bytes[(start + 2)..<close]
      var end = close + 2
      var sign: UInt8?
      if let first = content.first, "#^$</>!{&=%".utf8.contains(first) {
        sign = first
        content = content.dropFirst()
        if first == UInt8(ascii: "{"), end < bytes.count, bytes[end] == UInt8(ascii: "}") {
          end += 1
        }
      }
      tags.append(TemplateTag(sign: sign, name: trimmed(content), range: start..<end))
      offset = end
    }
    return (tags, nil)
  }

  /// What is wrong with how sections open and close.
  static func problem(in bytes: [UInt8]) -> TemplateProblem? {
    let (tags, unclosed) = scan(bytes)
    var open: [TemplateTag] = []
    for tag in tags {
      if tag.opensSection { open.append(tag) }
      guard tag.sign == UInt8(ascii: "/") else { continue }
      guard let last = open.popLast() else {
        return TemplateProblem(
          "`{{/\(tag.name)}}` closes a section that is not open", at: tag.range)
      }
      if last.name != tag.name {
        return TemplateProblem(
          "`{{/\(tag.name)}}` stands where `{{/\(last.name)}}` is due", at: tag.range,
          help: "Close sections in the order in which they lie in each other.")
      }
    }
    if let unclosed {
      return TemplateProblem(
        "A tag is not closed", at: unclosed..<unclosed + 2, help: "Write }} where it ends.")
    }
    return open.last.map {
      TemplateProblem(
        "The section `\($0.name)` is not closed", at: $0.range,
        help: "Write {{/\($0.name)}} where it ends.")
    }
  }

  /// Where two braces of a kind stand side by side.
  private static func find(_ brace: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset + 1 < bytes.count {
      if bytes[offset] == brace, bytes[offset + 1] == brace { return offset }
      offset += 1
    }
    return nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
