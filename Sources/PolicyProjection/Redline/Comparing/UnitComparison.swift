/// Compares the units of one group.
struct UnitComparison {
  private(set) var entries: [Redline.Entry] = []
  private let older: [RedlineUnit]
  private let newer: [RedlineUnit]
  private let group: RedlineGroup

  init(from older: [RedlineUnit], to newer: [RedlineUnit], in group: RedlineGroup) {
    self.older = older
    self.newer = newer
    self.group = group
    let alignment = Alignment(from: older, to: newer)
    let kept = alignment.inOrder
    var next = kept[...]
    var removed = alignment.new.indices.filter { alignment.new[$0] == nil }[...]
    for index in newer.indices {
      // What was removed before the next unit that is still in its place.
      let limit = next.first?.old ?? older.count
      while let place = removed.first, place < limit {
        removed.removeFirst()
        remove(place, alignment)
      }
      if let match = alignment.old[index] {
        let isInPlace = next.first?.new == index
        if isInPlace { next.removeFirst() }
        change(older[match], newer[index], isMoved: !isInPlace)
      } else {
        add(index, alignment)
      }
    }
    for place in removed { remove(place, alignment) }
  }

  private mutating func remove(_ index: Int, _ alignment: Alignment) {
    let unit = older[index]
    // What only holds others goes without saying beside them.
    if unit.isFrame, index + 1 < older.count, alignment.new[index + 1] == nil { return }
    entries.append(entry(unit, .removed, unit.runs(.deleted), []))
  }

  private mutating func add(_ index: Int, _ alignment: Alignment) {
    let unit = newer[index]
    if unit.isFrame, index + 1 < newer.count, alignment.old[index + 1] == nil { return }
    // Where its links lead, and on what condition it is sent.
    let notes = MarkupNotes(WordDiff(from: [], to: unit.words)).notes
    entries.append(entry(unit, .added, unit.runs(.inserted), notes))
  }

  private mutating func change(_ old: RedlineUnit, _ new: RedlineUnit, isMoved: Bool) {
    if old.form == new.form {
      if isMoved { entries.append(entry(new, .moved, new.runs(.same), [])) }
      return
    }
    let words = WordDiff(from: old.words, to: new.words)
    var notes = MarkupNotes(words).notes
    if isMoved { notes.append(.init(.place)) }
    var runs = words.runs
    let isReworded = runs.contains { $0.kind != .same }
    if isReworded {
      if words.isOnlyBlank { notes.append(.init(.blanks)) }
      if words.isOnlyEncoding { notes.append(.init(.encoding)) }
    } else if notes.isEmpty || notes.allSatisfy({ $0.kind == .place }) {
      notes.append(.init(.other))
    }
    if runs.allSatisfy({ $0.text.isEmpty }) { runs = [] }
    var changed = entry(new, isReworded ? .reworded : .restyled, runs, notes)
    changed.isPublic = old.isPublic && new.isPublic
    entries.append(changed)
  }

  private func entry(
    _ unit: RedlineUnit, _ kind: Redline.Entry.Kind, _ runs: [Redline.Run],
    _ notes: [Redline.Note]
  ) -> Redline.Entry {
    .init(
      scopes: group.scopes, place: group.place, subject: unit.subject, kind: kind,
      isPublic: unit.isPublic, runs: runs, notes: notes)
  }
}

extension RedlineUnit {
  /// All its words as one stretch.
  fileprivate func runs(_ kind: Redline.Run.Kind) -> [Redline.Run] {
    let text = texts.map(\.text).joined()
    return text.isEmpty ? [] : [.init(kind, text)]
  }
}
