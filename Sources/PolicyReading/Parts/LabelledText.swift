import CommonMark

/// Text behind a bold label, such as `**Counts:** same rule`.
struct LabelledText {
  /// Without the colon, as written.
  var label: String
  var inlines: [Inline]

  /// Cuts a paragraph at its bold labels that end with a colon.
  static func all(in inlines: [Inline]) -> [LabelledText] {
    var found: [LabelledText] = []
    for inline in inlines {
      if case .strong(let inner) = inline, let label = label(inner.plainText) {
        found.append(LabelledText(label: label, inlines: []))
      } else if !found.isEmpty {
        found[found.count - 1].inlines.append(inline)
      }
    }
    for index in found.indices { found[index].inlines = found[index].inlines.trimmed }
    return found
  }

  private static func label(_ text: String) -> String? {
    text.hasSuffix(":") ? String(text.dropLast()).trimmingBlanks : nil
  }
}

extension [Inline] {
  /// Without blanks and line breaks at either end.
  var trimmed: [Inline] {
    var inlines = self
    while let first = inlines.first, let rest = first.trimmingStart {
      inlines.removeFirst()
      if !rest.isEmpty {
        inlines.insert(.text(rest), at: 0)
        break
      }
    }
    while let last = inlines.last, let rest = last.trimmingEnd {
      inlines.removeLast()
      if !rest.isEmpty {
        inlines.append(.text(rest))
        break
      }
    }
    return inlines
  }

  /// What stands behind a bold beginning, and the beginning's words.
  var boldStart: (words: String, rest: [Inline])? {
    guard case .strong(let inner)? = first else { return nil }
    return (inner.plainText, Array(dropFirst()).trimmed)
  }
}

extension Inline {
  /// What is left of a text or a break without blanks at its start; `nil` for anything else.
  fileprivate var trimmingStart: String? {
    switch self {
    case .softBreak, .lineBreak: ""
    case .text(let text): String(text.drop { $0 == " " || $0 == "\t" })
    default: nil
    }
  }

  /// The same at its end.
  fileprivate var trimmingEnd: String? {
    switch self {
    case .softBreak, .lineBreak: return ""
    case .text(let text):
      var rest = Substring(text)
      while rest.last == " " || rest.last == "\t" { rest.removeLast() }
      return String(rest)
    default: return nil
    }
  }
}
