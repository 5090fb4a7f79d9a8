import CommonMark
import PolicyModel

/// Refuses templates that would never end, or that name a partial which does not exist.
struct TemplatePartials {
  /// Deeper nesting than any page needs; the renderer goes one call deeper for each.
  static let maximumDepth = 32
  static let maximumSize = 256 * 1024

  private let partials: [String: [String]]

  /// `templates` by their names.
  init(_ templates: [String: String]) {
    partials = templates.mapValues(Self.names)
  }

  /// What is wrong with the template `name`; `nil` where nothing is.
  func problem(of name: String, _ source: String) -> TemplateProblem? {
    guard source.utf8.count <= Self.maximumSize else {
      return TemplateProblem("A template of more than 256 KiB", at: 0..<0)
    }
    if Self.depth(source) > Self.maximumDepth {
      return TemplateProblem("Sections nested more than \(Self.maximumDepth) deep", at: 0..<0)
    }
    for partial in partials[name] ?? [] where partials[partial] == nil {
      return TemplateProblem(
        "There is no template `\(partial)`", at: Self.place(of: partial, in: source),
        help: nearestName(to: partial, among: partials.keys).map { "Did you mean `\($0)`?" }
          ?? "Add site/templates/\(partial).mustache, or name another one.")
    }
    guard let chain = chain(from: name, path: [name]), chain.count > 1 else { return nil }
    return TemplateProblem(
      "It includes itself: \(chain.joined(separator: " → "))",
      at: Self.place(of: chain[1], in: source), help: "Remove one of these partials.")
  }

  /// The names of the templates that some template includes.
  var included: Set<String> { Set(partials.values.joined()) }

  private static func place(of partial: String, in source: String) -> SourceRange {
    TemplateTag.scan(Array(source.utf8)).tags.first { tag in
      tag.name == partial
        && tag.sign.map { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
          ?? false
    }?.range ?? 0..<0
  }

  /// The way by which a template comes back to itself.
  private func chain(from name: String, path: [String]) -> [String]? {
    guard path.count <= Self.maximumDepth else { return path }
    for partial in partials[name] ?? [] {
      if path.contains(partial) { return path + [partial] }
      if let found = chain(from: partial, path: path + [partial]) { return found }
    }
    return nil
  }

  private static func names(in source: String) -> [String] {
    tags(in: source).compactMap { tag in
      guard tag.first == ">" || tag.first == "<" else { return nil }
      return String(tag.dropFirst().filter { !$0.isWhitespace })
    }
  }

  private static func depth(_ source: String) -> Int {
    var depth = 0
    var deepest = 0
    for tag in tags(in: source) {
      switch tag.first {
      case "#", "^", "$", "<": depth += 1
      case "/": depth -= 1
      default: break
      }
      deepest = max(deepest, depth)
    }
    return deepest
  }

  private static func tags(in source: String) -> [Substring] {
    var tags: [Substring] = []
    var rest = Substring(source)
    while let start = rest.firstRange(of: "{{") {
      rest = rest[start.upperBound...].drop { $0.isWhitespace }
      guard let end = rest.firstRange(of: "}}") else { break }
      tags.append(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return tags
  }
}
