import PolicyModel

/// How texts are read at a landing: with its headings.
struct TextReader {
  var headings: [PartKind: String]

  func key(_ blob: ObjectID, at path: String) -> SnapshotReading.Key {
    .init(blob: blob, headings: headings, isCommon: TreePlace(path) == .common)
  }
}

extension TreePlace {
  /// Whether words that are signed stand there.
  var isText: Bool { self == .policy || self == .common }
}
