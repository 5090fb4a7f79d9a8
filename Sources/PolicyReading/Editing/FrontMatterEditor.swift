package import CommonMark
import PolicyModel

/// Changes single keys of a front-matter and leaves every other byte as it is.
///
/// Each edit is read back at once: where the values that follow are not exactly those that were meant,
/// it is refused, and the text is as it was before. Comments stay, unless they stand between the lines
/// of a value that is replaced or removed, or behind one whose whole line goes.
package struct FrontMatterEditor: Sendable {
  private let fields: [Field]
  private let original: FrontMatterSource
  private var source: FrontMatterSource
  private var touched: Set<String> = []

  /// Begins with the text as it is. The schema, `fields`, gives the order of keys.
  ///
  /// - Throws: ``EditProblem`` where the text cannot be read, or not be edited safely.
  package init(
    _ text: SourceText, fields: [Field] = FrontMatterSchema.policy
  ) throws(EditProblem) {
    self.fields = fields
    original = try FrontMatterSource(text)
    source = original
  }

  /// How many items a list has; 0 where there is none.
  package func itemCount(of key: String) -> Int { source[key]?.value.items.count ?? 0 }

  /// Gives a key another value. A new one is put behind the nearest earlier key of the schema. What
  /// has that value already is left as it is written.
  package mutating func set(_ key: String, to value: EditValue) throws(EditProblem) {
    var expected = source.tree
    if let pair = source[key], let index = expected.index(of: key) {
      guard expected.pairs[index].value != value.tree else { return }
      expected.pairs[index].value = value.tree
      try apply(source.replacing(pair, at: source.column, by: value), key, expected)
    } else {
      try insert(key, source.layout.pair(key, value, at: source.column), value.tree)
    }
  }

  /// Takes a key away, with all lines of its value and a comment behind the last. Comments above it
  /// and below it stay: they may speak of more than this key.
  package mutating func remove(_ key: String) throws(EditProblem) {
    var expected = source.tree
    guard let pair = source[key], let index = expected.index(of: key) else { return }
    expected.pairs.remove(at: index)
    try apply([Splice(source.lines(of: pair), [])], key, expected)
  }

  /// Adds an item at the end of a list, in the style of those before it.
  package mutating func append(_ item: EditValue, to key: String) throws(EditProblem) {
    try add(item, first: false, to: key)
  }

  /// Adds an item at the beginning of a list: `changes` has the newest first.
  package mutating func prepend(_ item: EditValue, to key: String) throws(EditProblem) {
    try add(item, first: true, to: key)
  }

  /// Gives a key of an item another value, or adds it at its place. Items count from 0.
  package mutating func set(
    _ field: String, to value: EditValue, inItem index: Int, of key: String
  ) throws(EditProblem) {
    var expected = source.tree
    guard let pair = source[key], let place = expected.index(of: key) else {
      throw EditProblem("There is no `\(key)`", at: source.fence.range)
    }
    let order = fields.first { $0.key == key }?.itemFields.map(\.key) ?? []
    let splices = try source.setting(field, to: value, inItem: index, of: pair, order: order)
    var items = expected.pairs[place].value.items
    if let present = items[index].index(of: field) {
      guard items[index].pairs[present].value != value.tree else { return }
      items[index].pairs[present].value = value.tree
    } else {
      let position = FrontMatterSource.index(
        for: field, among: pair.value.items[index].pairs, order: order)
      items[index].pairs.insert(
        .init(key: Array(field.utf8), value: value.tree), at: position)
    }
    expected.pairs[place].value.items = items
    try apply(splices, key, expected)
  }

  /// Takes a key's lines from another version of the file, byte for byte but for line ends; where that
  /// has none, the key is removed.
  package mutating func replaceSource(
    of key: String, with other: FrontMatterEditor
  ) throws(EditProblem) {
    guard let theirs = other.source[key], let index = other.source.tree.index(of: key) else {
      return try remove(key)
    }
    guard other.source.column == source.column else {
      throw EditProblem(
        "The keys of the two versions are indented differently, so that `\(key)` cannot be taken over",
        at: source[key]?.key.range ?? source.fence.range)
    }
    let value = other.source.tree.pairs[index].value
    let range = other.source.lines(of: theirs)
    var lines: [String] = []
    for line in other.source.text.lineIndex(
      of: range.lowerBound)..<other.source.text.lineIndex(of: range.upperBound)
    {
      lines.append(other.source.text.string(other.source.text.lineRange(line)))
    }
    var expected = source.tree
    guard let ours = source[key], let place = expected.index(of: key) else {
      return try insert(key, lines, value)
    }
    expected.pairs[place].value = value
    let splice = Splice(source.lines(of: ours), source.joined(lines))
    try apply([splice], key, expected)
  }

  /// The text with all edits.
  ///
  /// - Throws: ``EditProblem`` where a value does not fit the schema, or a byte outside of the keys
  ///   that were edited is another.
  package func finished() throws(EditProblem) -> [UInt8] {
    var findings = source.findings
    _ = ShapeReader(place: "the front-matter").read(
      source.root, as: .record(fields), name: "", &findings)
    if let first = findings.findings.first(where: { $0.severity == .error }) {
      throw EditProblem(first.headline, at: first.location?.range ?? source.fence.range)
    }
    let keys = touched
    guard source.bytes(without: keys) == original.bytes(without: keys) else {
      throw EditProblem(
        "The edit would change more than "
          + keys.sorted().map { "`\($0)`" }.joined(separator: ", "), at: source.fence.range)
    }
    return source.text.bytes
  }

  // MARK: One edit

  private mutating func add(
    _ item: EditValue, first isFirst: Bool, to key: String
  ) throws(EditProblem) {
    var expected = source.tree
    guard let pair = source[key], let index = expected.index(of: key) else {
      return try set(key, to: .list([item]))
    }
    let splices = try source.adding(item, first: isFirst, to: pair)
    let items = expected.pairs[index].value.items
    expected.pairs[index].value = .list(
      isFirst ? [item.tree] + items : items + [item.tree])
    try apply(splices, key, expected)
  }

  private mutating func insert(
    _ key: String, _ lines: [String], _ value: ValueTree
  ) throws(EditProblem) {
    var expected = source.tree
    let (splices, index) = source.inserting(
      key, lines, among: source.pairs, at: source.column, order: fields.map(\.key))
    expected.pairs.insert(.init(key: Array(key.utf8), value: value), at: index)
    try apply(splices, key, expected)
  }

  private mutating func apply(
    _ splices: [Splice], _ key: String, _ expected: ValueTree
  ) throws(EditProblem) {
    let place = source[key]?.key.range ?? source.fence.range
    let bytes = Splice.apply(splices, to: source.text.bytes)
    let edited: FrontMatterSource
    do {
      edited = try FrontMatterSource(SourceText(bytes))
    } catch {
      throw EditProblem("`\(key)` cannot be edited safely: \(error.message)", at: place)
    }
    guard edited.tree == expected else {
      throw EditProblem(
        "`\(key)` cannot be edited safely: another value than the one that was meant would change",
        at: place)
    }
    source = edited
    touched.insert(key)
  }
}

extension Field {
  /// The keys of a list's items; none where they have none.
  fileprivate var itemFields: [Field] {
    if case .list(.record(let fields)) = shape { fields } else { [] }
  }
}
