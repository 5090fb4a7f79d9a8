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
    while let first = inlines.first {
      if case .text(let text) = first {
        let rest = text.drop { $0 == " " || $0 == "\t" }
        if rest.isEmpty { inlines.removeFirst() } else {
          inlines[0] = .text(String(rest))
          break
        }
      } else if first == .softBreak || first == .lineBreak {
        inlines.removeFirst()
      } else {
        break
      }
    }
    while let last = inlines.last {
      if case .text(let text) = last {
        var rest = Substring(text)
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        if rest.isEmpty { inlines.removeLast() } else {
          inlines[inlines.count - 1] = .text(String(rest))
          break
        }
      } else if last == .softBreak || last == .lineBreak {
        inlines.removeLast()
      } else {
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
