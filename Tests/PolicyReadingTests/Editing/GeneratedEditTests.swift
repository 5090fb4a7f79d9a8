import CommonMark
import PolicyModel
import Testing

@testable import PolicyReading

/// Edits of files that nobody wrote, so that no one thought of what they hold.
@Suite("An edit of any front-matter")
struct GeneratedEditTests {
  private static let step: EditValue = .record([
    ("stage", .text("development")), ("on", day(2026, 4, 7)), ("by", .text("d@q.example")),
    ("reason", .text("é: 😀")),
  ])
  private static let change: EditValue = .record([
    ("version", .number(3)), ("class", .text("minor")), ("summary", .text("no")),
  ])

  /// The values of a file, read without the editor.
  private static func values(_ bytes: [UInt8]) -> ValueTree? {
    let text = SourceText(bytes)
    var findings = FindingCollector(file: SourceFile(path: "a.md", text: text))
    guard let fence = Fence.find(in: text, &findings),
      let root = YAMLReader.read(text, fence.yaml, &findings), findings.findings.isEmpty
    else { return nil }
    return ValueTree(root)
  }

  private static func value(_ key: String, _ tree: ValueTree?) -> ValueTree? {
    tree?.pairs.first { $0.key.elementsEqual(key.utf8) }?.value
  }

  /// What is between the common beginning and the common end of two texts.
  private static func difference(_ old: [UInt8], _ new: [UInt8]) -> (SourceRange, SourceRange) {
    let start = zip(old, new).prefix(while: { $0 == $1 }).count
    let rest = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix(rest).prefix(while: { $0 == $1 }).count
    return (start..<old.count - end, start..<new.count - end)
  }

  private struct Change {
    var name: String
    var key: String
    var expected: ValueTree?
    var edit: (inout FrontMatterEditor) throws(EditProblem) -> Void
  }

  private static func changes(_ values: ValueTree) -> [Change] {
    func items(_ key: String) -> [ValueTree] { value(key, values)?.items ?? [] }
    var changes: [Change] = [
      Change(name: "append", key: "history", expected: .list(items("history") + [step.tree])) {
        editor throws(EditProblem) in try editor.append(step, to: "history")
      },
      Change(name: "prepend", key: "changes", expected: .list([change.tree] + items("changes"))) {
        editor throws(EditProblem) in try editor.prepend(change, to: "changes")
      },
      Change(
        name: "append", key: "withdrawn",
        expected: .list(items("withdrawn") + [EditValue.number(9).tree])
      ) { editor throws(EditProblem) in try editor.append(.number(9), to: "withdrawn") },
    ]
    let settings: [(String, EditValue)] = [
      ("stage", .text("retired")), ("version", .number(77)), ("announced", day(2026, 4, 7)),
      ("summary", .text("yes: \"é\"\n#")), ("history", .list([step, step])), ("rounds", .list([])),
      ("applies_to", .list([.text("talent"), .text("a-b")])),
      ("retired", .record([("on", day(2026, 4, 7)), ("reason", .text("so"))])),
    ]
    for (key, value) in settings {
      changes.append(
        Change(name: "set", key: key, expected: value.tree) { editor throws(EditProblem) in
          try editor.set(key, to: value)
        })
    }
    for key in ["summary", "effective", "basis", "synonyms", "owner"] {
      changes.append(
        Change(name: "remove", key: key, expected: nil) { editor throws(EditProblem) in
          try editor.remove(key)
        })
    }
    for (field, key, new) in [
      ("stage", "history", EditValue.text("iteration")), ("urgent", "history", .flag(true)),
      ("class_reason", "changes", .text("😀, [so]")), ("url", "basis", .text("https://q.example")),
    ] {
      var all = items(key)
      for index in all.indices {
        let before = all[index]
        if let present = all[index].index(of: field) {
          all[index].pairs[present].value = new.tree
        } else {
          all[index].pairs.append(.init(key: Array(field.utf8), value: new.tree))
        }
        changes.append(
          Change(name: "set \(field) of \(index)", key: key, expected: .list(all)) {
            editor throws(EditProblem) in
            try editor.set(field, to: new, inItem: index, of: key)
          })
        all[index] = before
      }
    }
    return changes
  }

  /// The order of keys in a record is the editor's to choose; it is seen in the cases by hand.
  private static func sorted(_ tree: ValueTree) -> ValueTree {
    switch tree {
    case .scalar: tree
    case .list(let items): .list(items.map(sorted))
    case .record(let pairs):
      .record(
        pairs.map { .init(key: $0.key, value: sorted($0.value)) }
          .sorted { $0.key.lexicographicallyPrecedes($1.key) })
    }
  }

  private static func without(_ key: String, _ tree: ValueTree?) -> ValueTree? {
    tree.map { .record($0.pairs.filter { !$0.key.elementsEqual(key.utf8) }) }
  }

  /// The lines of a key, with those that are blank or comments only up to the next one.
  private static func region(_ key: String, _ bytes: [UInt8]) -> SourceRange? {
    let text = SourceText(bytes)
    var findings = FindingCollector(file: SourceFile(path: "a.md", text: text))
    guard let fence = Fence.find(in: text, &findings),
      let root = YAMLReader.read(text, fence.yaml, &findings),
      case .record(let pairs) = root.content,
      let index = pairs.firstIndex(where: { $0.key.name == key })
    else { return nil }
    let next =
      index + 1 < pairs.count ? pairs[index + 1].key.range.lowerBound : fence.yaml.upperBound
    return pairs[index].key.range.lowerBound..<next
  }

  @Test(
    "gives the values that were meant, and changes bytes of its own key only",
    arguments: Array(0..<8))
  func edits(part: Int) throws {
    var refused = 0
    var count = 0
    for number in 0..<200 {
      var generator = FrontMatterGenerator(seed: UInt64(part * 1_000 + number))
      let text = generator.file()
      let old = Array(text.utf8)
      let values = try #require(Self.values(old), "a generated file that cannot be read:\n\(text)")
      for change in Self.changes(values).shuffled(using: &generator.random).prefix(1) {
        count += 1
        let name = "\(change.name) \(change.key) in seed \(part * 1_000 + number):\n\(text)"
        do throws(EditProblem) {
          var editor = try FrontMatterEditor(SourceText(old))
          try change.edit(&editor)
          let new = try editor.finished()
          check(change, values, old, new, name)
          try checkInverse(change, old, new, name)
        } catch {
          refused += 1
          // The only excuse: below a text that keeps its blank lines, others would join it.
          #expect(
            change.name == "remove" && error.message.contains("another value"),
            "\(error.message): \(name)")
        }
      }
    }
    #expect(count == 200)
    #expect(refused * 50 < count, "\(refused) of \(count) were refused")
  }

  private func check(
    _ change: Change, _ values: ValueTree, _ old: [UInt8], _ new: [UInt8], _ name: String
  ) {
    let edited = Self.values(new)
    #expect(
      Self.value(change.key, edited).map(Self.sorted) == change.expected.map(Self.sorted), "\(name)"
    )
    #expect(Self.without(change.key, edited) == Self.without(change.key, values), "\(name)")
    let (before, after) = Self.difference(old, new)
    if let region = Self.region(change.key, old) {
      let rest = old[region.upperBound...]
      #expect(new.starts(with: old[..<region.lowerBound]), "\(name)")
      #expect(new.count >= region.lowerBound + rest.count, "\(name)")
      #expect(new.suffix(rest.count) == rest, "\(name)")
    } else {
      #expect(before.isEmpty, "\(name)")
    }
    let isCRLF = old.contains(UInt8(ascii: "\r"))
    let ends = new[after].count { $0 == UInt8(ascii: "\n") }
    #expect(!isCRLF || new[after].count { $0 == UInt8(ascii: "\r") } >= ends - 1, "\(name)")
    #expect(isCRLF || !new.contains(UInt8(ascii: "\r")), "\(name)")
  }

  /// The key's lines of the old file put back give the old file; so does the key's removal.
  private func checkInverse(
    _ change: Change, _ old: [UInt8], _ new: [UInt8], _ name: String
  ) throws(EditProblem) {
    let original = try FrontMatterEditor(SourceText(old))
    guard change.name != "remove" else { return }
    var editor = try FrontMatterEditor(SourceText(new))
    try editor.replaceSource(of: change.key, with: original)
    let back = try editor.finished()
    #expect(back == old, "\(name)\n\(String(decoding: back, as: UTF8.self))")
  }
}
