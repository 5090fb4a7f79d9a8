package import PolicyModel

/// A value that an edit writes.
package indirect enum EditValue: Sendable {
  case text(String)
  case number(Int)
  case date(CalendarDate)
  case flag(Bool)
  case list([EditValue])
  /// Keys in the order in which they are written.
  case record([(String, EditValue)])

  /// What must be read back.
  var tree: ValueTree {
    switch self {
    case .text(let text): .scalar(Array(text.utf8))
    case .number(let number): .scalar(Array(String(number).utf8))
    case .date(let date): .scalar(Array(date.description.utf8))
    case .flag(let flag): .scalar(Array((flag ? "true" : "false").utf8))
    case .list(let items): .list(items.map(\.tree))
    case .record(let pairs):
      .record(pairs.map { ValueTree.Pair(key: Array($0.0.utf8), value: $0.1.tree) })
    }
  }

  var isRecord: Bool {
    if case .record = self { true } else { false }
  }
}

/// A value without its place and its style, compared byte by byte: to Swift, two texts are equal that
/// differ in how an accent is encoded.
indirect enum ValueTree: Sendable, Equatable {
  struct Pair: Sendable, Equatable {
    var key: [UInt8]
    var value: ValueTree
  }

  case scalar([UInt8])
  case list([ValueTree])
  case record([Pair])

  init(_ value: YAMLValue) {
    switch value.content {
    case .scalar(let text): self = .scalar(Array(text.utf8))
    case .list(let items): self = .list(items.map(ValueTree.init))
    case .record(let pairs):
      self = .record(
        pairs.map { Pair(key: Array($0.key.name.utf8), value: ValueTree($0.value)) })
    }
  }

  /// The pairs of a record; an empty list for what is none.
  var pairs: [Pair] {
    get { if case .record(let pairs) = self { pairs } else { [] } }
    set { self = .record(newValue) }
  }

  /// The items of a list; an empty list for what is none.
  var items: [ValueTree] {
    get { if case .list(let items) = self { items } else { [] } }
    set { self = .list(newValue) }
  }

  func index(of key: String) -> Int? { pairs.firstIndex { $0.key.elementsEqual(key.utf8) } }
}
