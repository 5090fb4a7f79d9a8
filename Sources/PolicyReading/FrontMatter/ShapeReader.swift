import CommonMark
import PolicyModel

/// Reads YAML values as their shapes say, and reports everything that does not fit.
struct ShapeReader {
  private let where_: String

  /// `place` completes "… is not a key of", such as `the front-matter`.
  init(place: String) { where_ = place }

  func read(
    _ value: YAMLValue, as shape: Shape, name: String, _ findings: inout FindingCollector
  ) -> FieldValue? {
    switch shape {
    case .record(let fields): return record(value, fields, name, &findings)
    case .map(let keys, let values): return map(value, keys, values, name, &findings)
    case .list(let item): return list(value, item, name, &findings)
    default:
      guard case .scalar(let text) = value.content else {
        findings.report(
          .valueType, at: value.range, "`\(name)` is \(value.kindName), and must be \(shape.words)")
        return nil
      }
      return scalar(text, shape, name, value.range, &findings)
    }
  }

  private func record(
    _ value: YAMLValue, _ fields: [Field], _ name: String, _ findings: inout FindingCollector
  ) -> FieldValue? {
    guard let pairs = Self.pairs(value) else {
      findings.report(
        .valueType, at: value.range,
        "\(name.isEmpty ? "It" : "`\(name)`") is \(value.kindName), and must be a set of keys")
      return nil
    }
    var read: [(key: YAMLValue.Key, value: FieldValue)] = []
    for (key, child) in pairs {
      guard let field = fields.first(where: { $0.key == key.name }) else {
        unknown(key, fields, name, &findings)
        continue
      }
      if let value = self.read(child, as: field.shape, name: key.name, &findings) {
        read.append((key, value))
      }
    }
    for field in fields where field.isRequired {
      guard !pairs.contains(where: { $0.key.name == field.key }) else { continue }
      findings.report(
        .keyMissing, at: name.isEmpty ? firstLine(value.range, findings) : value.range,
        "`\(field.key)` is missing from \(name.isEmpty ? where_ : "`\(name)`")",
        help: "Add `\(field.key):` with \(field.shape.words).")
    }
    return FieldValue(content: .record(read), range: value.range)
  }

  /// A key with nothing behind it is an empty set of keys.
  private static func pairs(_ value: YAMLValue) -> [(key: YAMLValue.Key, value: YAMLValue)]? {
    switch value.content {
    case .record(let pairs): pairs
    case .scalar(""): []
    default: nil
    }
  }

  private func firstLine(_ range: SourceRange, _ findings: FindingCollector) -> SourceRange {
    let text = findings.file.text
    let line = text.lineRange(text.lineIndex(of: min(range.lowerBound, text.bytes.count)))
    return line.clamped(to: range.lowerBound..<max(range.lowerBound, range.upperBound))
  }

  private func unknown(
    _ key: YAMLValue.Key, _ fields: [Field], _ name: String,
    _ findings: inout FindingCollector
  ) {
    let nearest = nearestName(to: key.name, among: fields.map(\.key))
    findings.report(
      .keyUnknown, at: key.range,
      "`\(key.name)` is not a key of \(name.isEmpty ? where_ : "`\(name)`")",
      help: nearest.map { "Did you mean `\($0)`?" }
        ?? "Known keys: \(fields.map(\.key).joined(separator: ", ")).")
  }

  private func map(
    _ value: YAMLValue, _ keys: Shape, _ values: Shape, _ name: String,
    _ findings: inout FindingCollector
  ) -> FieldValue? {
    guard let pairs = Self.pairs(value) else {
      findings.report(
        .valueType, at: value.range, "`\(name)` is \(value.kindName), and must be a set of keys")
      return nil
    }
    var read: [(key: YAMLValue.Key, value: FieldValue)] = []
    for (key, child) in pairs {
      guard scalar(key.name, keys, key.name, key.range, &findings) != nil else { continue }
      if let value = self.read(child, as: values, name: key.name, &findings) {
        read.append((key, value))
      }
    }
    return FieldValue(content: .record(read), range: value.range)
  }

  private func list(
    _ value: YAMLValue, _ item: Shape, _ name: String, _ findings: inout FindingCollector
  ) -> FieldValue? {
    // A key with nothing behind it is an empty list.
    if case .scalar("") = value.content {
      return FieldValue(content: .list([]), range: value.range)
    }
    guard case .list(let values) = value.content else {
      findings.report(
        .valueType, at: value.range, "`\(name)` is \(value.kindName), and must be a list",
        help: "Write it as `[\(item.words)]`, or one item a line behind `- `.")
      return nil
    }
    let items = values.compactMap { read($0, as: item, name: name, &findings) }
    reportRepeats(items, name, &findings)
    return FieldValue(content: .list(items), range: value.range)
  }

  private func reportRepeats(
    _ items: [FieldValue], _ name: String, _ findings: inout FindingCollector
  ) {
    var seen: [String: SourceRange] = [:]
    for item in items {
      guard let text = item.text else { continue }
      guard let first = seen.updateValue(item.range, forKey: text) else { continue }
      findings.report(
        .valueRepeated, at: item.range, "`\(text)` stands twice in `\(name)`",
        notes: [.init("The first is here.", at: findings.location(first))], help: "Remove one.")
    }
  }

  private func scalar(
    _ text: String, _ shape: Shape, _ name: String, _ range: SourceRange,
    _ findings: inout FindingCollector
  ) -> FieldValue? {
    if let content = shape.content(of: text) { return FieldValue(content: content, range: range) }
    switch shape {
    case .oneOf(let names, let what):
      findings.report(
        .valueUnknown, at: range, "`\(text)` is not \(what)",
        help: nearestName(to: text, among: names).map { "Did you mean `\($0)`?" }
          ?? "Known: \(names.joined(separator: ", ")).")
    case .date:
      findings.report(
        .dateInvalid, at: range, "`\(text)` is not a day of the calendar, written YYYY-MM-DD")
    default:
      findings.report(
        .valueType, at: range,
        text.isEmpty
          ? "`\(name)` is empty, and must be \(shape.words)"
          : "`\(name)` must be \(shape.words), not `\(text.prefix(80))`")
    }
    return nil
  }
}
