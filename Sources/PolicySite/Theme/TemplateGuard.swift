/// Refuses templates that would write text without escaping it.
///
/// Three braces are for fields that hold safe markup, which by name end in `HTML`, and for `jsonLD`,
/// whose text is escaped for scripts.
enum TemplateGuard {
  static func problem(in template: String) -> String? {
    var rest = Substring(template)
    while let start = rest.firstRange(of: "{{") {
      rest = rest[start.upperBound...].drop { $0.isWhitespace }
      guard let first = rest.first else { break }
      if first == "&" { return "{{& …}} writes text without escaping it" }
      if first == "=" { return "{{= …}} changes the braces" }
      if first == "%" { return "{{% …}} changes how text is escaped" }
      guard first == "{" else { continue }
      guard let end = rest.firstRange(of: "}}}") else { return "{{{ is not closed" }
      let name = rest[rest.index(after: rest.startIndex)..<end.lowerBound]
      guard name == "jsonLD" || name.hasSuffix("HTML") else {
        return "{{{\(name)}}} writes text without escaping it: only fields that end in HTML may"
      }
      rest = rest[end.upperBound...]
    }
    return nil
  }
}
