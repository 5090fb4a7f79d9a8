import CommonMark

/// A node of a YAML document: scalars are text, whatever they look like.
struct YAMLValue: Sendable {
  indirect enum Content: Sendable {
    case scalar(String)
    case list([YAMLValue])
    case record([(key: Key, value: YAMLValue)])
  }

  struct Key: Sendable {
    var name: String
    var range: SourceRange
  }

  var content: Content
  var range: SourceRange

  /// What it is, in words for findings.
  var kindName: String {
    switch content {
    case .scalar: "a single value"
    case .list: "a list"
    case .record: "a set of keys"
    }
  }
}
