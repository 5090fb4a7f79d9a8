import CommonMark

/// A node of YAML with the bytes that it takes, to its very end, and how it is written.
struct SourceNode: Sendable {
  enum Style: Sendable {
    /// Nothing is written: the range is empty, and stands where a value would.
    case empty
    case plain
    case quoted
    /// A literal or folded scalar, `|` or `>`; the range ends with its last line.
    case blockScalar
    /// Between brackets or braces.
    case flow
    /// A line for each item or key.
    case block
  }

  struct Pair: Sendable {
    var key: YAMLValue.Key
    var value: SourceNode
    /// Behind the colon; `nil` where there is none, as in `{a, b}`.
    var colonEnd: Int?
  }

  indirect enum Content: Sendable {
    case scalar
    case list([SourceNode])
    case record([Pair])
  }

  var content: Content
  var style: Style
  var range: SourceRange

  var items: [SourceNode] {
    if case .list(let items) = content { items } else { [] }
  }

  var pairs: [Pair] {
    if case .record(let pairs) = content { pairs } else { [] }
  }

  var isRecord: Bool {
    if case .record = content { true } else { false }
  }

  /// What it is, as it completes "is written as …".
  var kindName: String {
    switch (content, style) {
    case (.scalar, .empty): "nothing"
    case (.scalar, .blockScalar): "a block of text"
    case (.scalar, _): "a single value"
    case (.list, _): "a list"
    case (.record, _): "a set of keys"
    }
  }
}
