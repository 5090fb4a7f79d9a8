import CommonMark

extension Letter {
  /// The body of the letter for `letter.mustache`: block elements, each with its style beside it,
  /// since programs that show letters drop stylesheets.
  ///
  /// Marks of sections stand on lines of their own between block elements.
  package func html(styles: [String: String]) -> String {
    var options = HTMLOptions()
    options.styles = styles
    options.marksRawHTML = false
    options.write = Self.writeAddress
    var out = ""
    var run: [Block] = []
    for part in parts {
      if case .block(let block) = part {
        run.append(block)
        continue
      }
      out += run.html(options)
      run.removeAll(keepingCapacity: true)
      switch part {
      case .block: break
      case .button(let link, let words): Self.button(link, words, styles, options, &out)
      case .open(let name, let isInverted): out += "{{\(isInverted ? "^" : "#")\(name)}}\n"
      case .close(let name): out += "{{/\(name)}}\n"
      }
    }
    return out + run.html(options)
  }

  /// Addresses were checked when the letter was filled.
  private static let writeAddress: @Sendable (String, HTMLOptions.Context, inout String) -> Bool = {
    text, context, out in
    guard context == .url else { return false }
    MailAddress.appendReference(text, to: &out)
    return true
  }

  private static func button(
    _ link: Link, _ words: [Inline], _ styles: [String: String], _ options: HTMLOptions,
    _ out: inout String
  ) {
    out += "<p"
    style("p", styles, &out)
    out += "><a href=\""
    MailAddress.appendReference(link.destination, to: &out)
    out += "\" class=\"button\""
    style("button", styles, &out)
    out += ">"
    out += words.html(options)
    out += "</a></p>\n"
  }

  private static func style(_ name: String, _ styles: [String: String], _ out: inout String) {
    guard let style = styles[name] else { return }
    out += " style=\""
    out.appendEscapingHTML(style)
    out += "\""
  }
}
