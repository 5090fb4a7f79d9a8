import PolicyModel

/// How texts are read at a landing: its headings, and what they inherit.
struct WalkKeys {
  var hadSettings = false
  private var kinds: [CommonKey: Set<PartKind>] = [:]

  struct CommonKey: Hashable {
    var blob: ObjectID
    var headings: [PartKind: String]
  }

  struct Reader {
    var headings: [PartKind: String]
    var inherited: Set<PartKind>

    func key(_ blob: ObjectID, at path: String) -> SnapshotReading.Key {
      let isCommon = TreePlace(path) == .common
      return .init(
        blob: blob, headings: headings, inherited: isCommon ? [] : inherited, isCommon: isCommon)
    }
  }

  mutating func reader(
    headings: [PartKind: String], common: ObjectID?, blobs: [ObjectID: [UInt8]]
  ) -> Reader {
    guard let common else { return Reader(headings: headings, inherited: []) }
    let key = CommonKey(blob: common, headings: headings)
    if let known = kinds[key] { return Reader(headings: headings, inherited: known) }
    let read = SnapshotReading.kinds(ofCommon: blobs[common], headings: headings)
    kinds[key] = read
    return Reader(headings: headings, inherited: read)
  }
}

extension TreePlace {
  /// Whether words that are signed stand there.
  var isText: Bool { self == .policy || self == .common }
}
