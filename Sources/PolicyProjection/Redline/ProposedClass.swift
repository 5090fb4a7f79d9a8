package import PolicyModel

extension Policy.Change.Class {
  /// The class that a change has at the least, unless its author gives a reason for a lower one.
  ///
  /// A first version is significant. So is a change of the words in what is not allowed, the words
  /// that it is defined in, the exceptions, the consequences, the severities and the ladder, with the
  /// text that stands around a table there: how offences are counted is as good as a cell. So is
  /// another address of a link there, or words struck out. Anything else in scope `policy` is minor,
  /// a new order and a new look too.
  /// With nothing changed in scope `policy` there is no new rule to give notice of, and the class is
  /// editorial: the others are amended without a new version. A slip of the pen in scope `policy` is
  /// never proposed as editorial, since only people can judge that the meaning is the same.
  package static func proposed(
    by redline: Redline, isFirstVersion: Bool
  ) -> Policy.Change.Class {
    if isFirstVersion { return .significant }
    let entries = redline.entries.filter { $0.scopes.contains(.policy) }
    if entries.contains(where: \.changesTheRule) { return .significant }
    return entries.isEmpty ? .editorial : .minor
  }
}

extension Redline.Entry {
  private static let ruleParts: Set<PartKind> = [
    .notAllowed, .definitions, .exceptions, .consequences, .severity, .ladder,
  ]

  fileprivate var changesTheRule: Bool {
    guard place.kind == .part, let part = place.part, Self.ruleParts.contains(part) else {
      return false
    }
    switch (kind, subject.kind) {
    case (.added, .list), (.added, .table), (.removed, .list), (.removed, .table): return false
    case (.added, _), (.removed, _), (.reworded, _): return true
    case (.moved, _): return false
    case (.restyled, _): return notes.contains { Self.weighty.contains($0.kind) }
    }
  }

  /// What can change the meaning of words that stay.
  private static let weighty: Set<Redline.Note.Kind> = [
    .linkAddress, .imageAddress, .strikethrough,
  ]
}
