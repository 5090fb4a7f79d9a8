/// Refuses templates that would write text without escaping it.
///
/// Three braces are for fields that hold safe markup, which by name end in `HTML`, and for `jsonLD`,
/// whose text is escaped for scripts.
enum TemplateGuard {
  static func problem(in template: String) -> TemplateProblem? {
    var rest = Substring(template)
    while let start = rest.firstRange(of: "{{") {
      let first = template.utf8.distance(from: template.startIndex, to: start.lowerBound)
      rest = rest[start.upperBound...].drop { $0.isWhitespace }
      func problem(_ words: String, help: String? = nil) -> TemplateProblem {
        let line = template.utf8.dropFirst(first).prefix { $0 != 0x0A && $0 != 0x7D }
        return TemplateProblem(words, at: first..<first + line.count, help: help)
      }
      guard let sign = rest.first else { break }
      if sign == "&" {
        return problem("{{& …}} writes text without escaping it", help: "Leave out the &.")
      }
      if sign == "=" { return problem("{{= …}} changes the braces", help: "Keep to {{ and }}.") }
      if sign == "%" { return problem("{{% …}} changes how text is escaped", help: "Remove it.") }
      guard sign == "{" else { continue }
      guard let end = rest.firstRange(of: "}}}") else { return problem("{{{ is not closed") }
      let name = rest[rest.index(after: rest.startIndex)..<end.lowerBound]
      guard name == "jsonLD" || name.hasSuffix("HTML") else {
        return problem(
          "{{{\(name)}}} writes text without escaping it: only fields that end in HTML may",
          help: "Write two braces.")
      }
      rest = rest[end.upperBound...]
    }
    return nil
  }
}
