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
  func problem(of name: String, _ source: String) -> String? {
    guard source.utf8.count <= Self.maximumSize else { return "more than 256 KiB" }
    if Self.depth(source) > Self.maximumDepth {
      return "sections nested more than \(Self.maximumDepth) deep"
    }
    for partial in partials[name] ?? [] where partials[partial] == nil {
      let nearest = nearestName(to: partial, among: partials.keys)
      return "there is no template `\(partial)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
    }
    return chain(from: name, path: [name]).map {
      "it includes itself: \($0.joined(separator: " → "))"
    }
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
