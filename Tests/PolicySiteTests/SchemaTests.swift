import CommonMark
import Foundation
import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import PolicyReading
@testable import PolicySite

/// As much of JSON Schema (2020-12) as the schemas use; a word that it does not know is an objection.
private struct SchemaJudge {
  let root: [String: Any]

  init(_ text: String) throws {
    root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static let known: Set = [
    "$schema", "title", "description", "type", "required", "additionalProperties", "properties",
    "propertyNames", "items", "enum", "pattern", "minimum", "maximum", "maxLength", "format",
    "$ref",
    "$defs",
  ]

  func objections(to value: Any) -> [String] { objections(value, root, "") }

  private func objections(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = reference.replacing("#/$defs/", with: "")
      let definition = (root["$defs"] as? [String: [String: Any]])?[name]
      return definition.map { objections(value, $0, path) } ?? ["\(path): no \(reference)"]
    }
    var found = schema.keys.filter { !Self.known.contains($0) }.map { "\(path): word \($0)" }
    if let names = schema["enum"] as? [String], !names.contains(value as? String ?? "") {
      found.append("\(path): not one of \(names)")
    }
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, Self.types(of: value).isDisjoint(with: types) {
      found.append("\(path): \(Self.types(of: value)) is not \(types)")
    }
    if let text = value as? String { found += textObjections(text, schema, path) }
    if let number = value as? Int, !(value is String) {
      if let least = schema["minimum"] as? Int, number < least { found.append("\(path): small") }
      if let most = schema["maximum"] as? Int, number > most { found.append("\(path): large") }
    }
    if let items = value as? [Any], let schema = schema["items"] as? [String: Any] {
      for (index, item) in items.enumerated() {
        found += objections(item, schema, "\(path)/\(index)")
      }
    }
    if let members = value as? [String: Any] { found += memberObjections(members, schema, path) }
    return found
  }

  private func textObjections(_ text: String, _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    if let most = schema["maxLength"] as? Int, text.unicodeScalars.count > most {
      found.append("\(path): long")
    }
    if let pattern = schema["pattern"] as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): \(text) does not match \(pattern)")
    }
    if schema["format"] as? String == "date", CalendarDate(text) == nil {
      found.append("\(path): no date")
    }
    return found
  }

  private func memberObjections(
    _ members: [String: Any], _ schema: [String: Any], _ path: String
  ) -> [String] {
    var found = (schema["required"] as? [String] ?? []).filter { members[$0] == nil }.map {
      "\(path): lacks \($0)"
    }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    for (key, value) in members {
      if let property = properties[key] {
        found += objections(value, property, "\(path)/\(key)")
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        found += objections(value, others, "\(path)/\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(path): unknown \(key)")
      }
      if let names = schema["propertyNames"] as? [String: Any] {
        found += objections(key, names, "\(path)/\(key)")
      }
    }
    return found
  }

  /// Foundation's numbers are numbers and flags at once.
  private static func types(of value: Any) -> Set<String> {
    switch value {
    case is NSNull: ["null"]
    case is String: ["string"]
    case is [Any]: ["array"]
    case is [String: Any]: ["object"]
    default: Set([value is Bool ? "boolean" : "", value is Int ? "integer" : ""])
    }
  }
}

/// A YAML block the way a schema-aware editor sees it.
private func json(_ value: YAMLValue) -> Any {
  switch value.content {
  case .scalar(let text):
    if text.isEmpty { return NSNull() }
    if text == "true" || text == "false" { return text == "true" }
    return Int(text).map { String($0) == text ? $0 as Any : text } ?? text
  case .list(let items): return items.map(json)
  case .record(let pairs):
    return Dictionary(pairs.map { ($0.key.name, json($0.value)) }, uniquingKeysWith: { $1 })
  }
}

private func json(yaml: String) throws -> Any {
  let source = SourceFile(path: "a.yml", text: SourceText(yaml))
  var findings = FindingCollector(file: source)
  return json(try #require(YAMLReader.read(source.text, 0..<yaml.utf8.count, &findings)))
}

@Suite struct `The JSON Schema` {
  private static let frontMatter = String(SoundSample.policy.split(separator: "---\n")[0])

  @Test func `of front-matter takes the sample, and refuses what the reader refuses`() throws {
    let judge = try SchemaJudge(JSONSchema.policy())
    #expect(judge.objections(to: try json(yaml: Self.frontMatter)) == [])
    for (old, new) in [
      ("\nid:", "\nidd:"), ("theme: platform-misuse", "theme: fun"), ("version: 1", "version: no"),
      ("kind: terms", "kind: rumour"), ("synonyms: [", "sinonyms: ["), ("on: 20", "on: x20"),
    ] {
      let broken =
        "\n"
        + Self.frontMatter.replacing(
          String(old.drop { $0 == "\n" }), with: String(new.drop { $0 == "\n" }))
      #expect(!judge.objections(to: try json(yaml: broken)).isEmpty, "\(new)")
    }
  }

  @Test func `of settings takes the sample, and refuses unknown keys`() throws {
    let judge = try SchemaJudge(JSONSchema.workspace())
    #expect(judge.objections(to: try json(yaml: SoundSample.settings)) == [])
    let broken = SoundSample.settings + "sties: {}\n"
    #expect(judge.objections(to: try json(yaml: broken)) == [": unknown sties"])
  }

  @Test func `of articles takes what is built`() throws {
    let files = try TestSite().files()
    let judge = try SchemaJudge(try #require(files["help/policy.schema.json"]))
    let article = try #require(files["help/unwanted-advertising/policy.json"])
    var value = try #require(
      try JSONSerialization.jsonObject(with: Data(article.utf8)) as? [String: Any])
    #expect(judge.objections(to: value) == [])
    value["rules"] = nil
    #expect(judge.objections(to: value) == [": lacks rules"])
  }

  @Test func `of articles takes versions and the end of a policy`() throws {
    var site = try VersionedSample.site(on: "2026-12-24", amended: ["2026-04-03"])
    site.retired = .init(on: site.today, reason: "It is law now.", replacedBy: nil)
    let files = try site.files()
    let judge = try SchemaJudge(try #require(files["help/policy.schema.json"]))
    let article = try #require(files["help/unwanted-advertising/policy.json"])
    var value = try #require(
      try JSONSerialization.jsonObject(with: Data(article.utf8)) as? [String: Any])
    #expect(judge.objections(to: value) == [])
    #expect((value["versions"] as? [Any])?.count == 3)
    value["versions"] = [["number": 0, "from": "soon"]]
    value["retired"] = ["on": "2026-12-24"]
    #expect(
      Set(judge.objections(to: value)) == [
        "/versions/0: lacks path", "/versions/0/number: small", "/versions/0/from: no date",
        "/retired: lacks reason",
      ])
  }
}
