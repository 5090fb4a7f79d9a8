import PolicyModel

/// The JSON Schema (2020-12) of front-matter and settings, made from the tables that read them.
package enum JSONSchema {
  package static func policy() -> String {
    document("Front-matter of a policy", .record(FrontMatterSchema.policy))
  }

  package static func translation() -> String {
    document("Front-matter of a translation", .record(TranslationSchema.fields))
  }

  package static func workspace() -> String {
    document("Settings of a workspace (bylaw.yml)", .record(WorkspaceSchema.fields))
  }

  private static func document(_ title: String, _ shape: Shape) -> String {
    var members = [
      ("$schema", Node.text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text(title)),
    ]
    if case .members(let own) = node(shape) { members += own }
    return Node.members(members).text(indent: 0) + "\n"
  }

  private indirect enum Node {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([Node])
    case members([(String, Node)])

    func text(indent: Int) -> String {
      let inner = String(repeating: "  ", count: indent + 1)
      let outer = String(repeating: "  ", count: indent)
      switch self {
      case .text(let text): return Self.quoted(text)
      case .number(let number): return String(number)
      case .flag(let flag): return flag ? "true" : "false"
      case .list(let items):
        return "[" + items.map { $0.text(indent: indent) }.joined(separator: ", ") + "]"
      case .members(let members):
        guard !members.isEmpty else { return "{}" }
        let lines = members.map { key, value in
          "\(inner)\(Self.quoted(key)): \(value.text(indent: indent + 1))"
        }
        return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
      }
    }

    private static func quoted(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
  }

  private static func node(_ shape: Shape) -> Node {
    switch shape {
    case .text(let maximum):
      return .members([("type", .text("string")), ("maxLength", .number(maximum))])
    case .slug: return string(pattern: "^[a-z0-9]+(-[a-z0-9]+)*$")
    case .date: return .members([("type", .text("string")), ("format", .text("date"))])
    case .period: return string(pattern: "^[0-9]{1,4} (day|week|month|year)s?$")
    case .wholeNumber(let range):
      return .members([
        ("type", .text("integer")), ("minimum", .number(range.lowerBound)),
        ("maximum", .number(range.upperBound)),
      ])
    case .flag: return .members([("type", .text("boolean"))])
    case .url: return string(pattern: "^(https?://|mailto:)[!-~]+$")
    case .address: return .members([("type", .text("string")), ("format", .text("email"))])
    case .mailbox: return .members([("type", .text("string")), ("maxLength", .number(200))])
    case .color: return string(pattern: "^#[0-9A-Fa-f]{6}$")
    case .locale: return string(pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    case .digest: return string(pattern: "^sha256:[0-9a-f]{64}$")
    case .timeZone: return string(pattern: "^[A-Za-z0-9/_+-]{1,64}$")
    case .variable: return string(pattern: "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$")
    case .oneOf(let names, _): return .members([("enum", .list(names.map { .text($0) }))])
    case .list(let item):
      return .members([("type", .list([.text("array"), .text("null")])), ("items", node(item))])
    case .map(let keys, let values):
      return .members([
        ("type", .text("object")), ("propertyNames", node(keys)),
        ("additionalProperties", node(values)),
      ])
    case .record(let fields): return record(fields)
    }
  }

  private static func string(pattern: String) -> Node {
    .members([("type", .text("string")), ("pattern", .text(pattern))])
  }

  private static func record(_ fields: [Field]) -> Node {
    let required = fields.filter(\.isRequired).map { Node.text($0.key) }
    var members: [(String, Node)] = [("type", .text("object"))]
    if !required.isEmpty { members.append(("required", .list(required))) }
    members.append(("additionalProperties", .flag(false)))
    members.append(
      (
        "properties",
        .members(
          fields.map { field in
            guard case .members(let shape) = node(field.shape) else {
              return (field.key, .members([]))
            }
            return (field.key, .members([("description", .text(field.meaning))] + shape))
          })
      ))
    return .members(members)
  }
}
