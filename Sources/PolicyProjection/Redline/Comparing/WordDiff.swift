/// Which words of a unit stayed, went and came.
struct WordDiff {
  let old: [RedlineWord]
  let new: [RedlineWord]
  /// Words that are in both, as they were found.
  let pairs: [(old: Int, new: Int)]
  /// What a reader is shown: a blank or a comma between two changes is part of them.
  private(set) var runs: [Redline.Run] = []

  init(from old: [RedlineWord], to new: [RedlineWord]) {
    self.old = old
    self.new = new
    var numbers: [ByteText: Int] = [:]
    func number(_ word: RedlineWord) -> Int {
      let next = numbers.count
      return numbers[word.text, default: next]
    }
    for word in old + new { numbers[word.text] = number(word) }
    pairs = SequenceDiff(from: old.map(number), to: new.map(number)).pairs
    var stretches = stretches()
    absorb(&stretches)
    for stretch in stretches {
      add(.same, stretch.same)
      add(.deleted, stretch.deleted)
      add(.inserted, stretch.inserted)
    }
  }

  /// Words that stayed, and what changed behind them.
  fileprivate struct Stretch {
    var same: ArraySlice<RedlineWord>
    var deleted: ArraySlice<RedlineWord>
    var inserted: ArraySlice<RedlineWord>
  }

  fileprivate func stretches() -> [Stretch] {
    var stretches: [Stretch] = []
    var (start, left, right) = (0, 0, 0)
    func end(_ older: Int, _ newer: Int) {
      guard left < older || right < newer else { return }
      stretches.append(
        Stretch(
          same: new[start..<right], deleted: old[left..<older], inserted: new[right..<newer]))
      start = newer
    }
    for pair in pairs {
      end(pair.old, pair.new)
      (left, right) = (pair.old + 1, pair.new + 1)
    }
    end(old.count, new.count)
    stretches.append(Stretch(same: new[start...], deleted: [], inserted: []))
    return stretches
  }

  /// Joins changes between which there is nothing that a reader would want to find unchanged.
  fileprivate func absorb(_ stretches: inout [Stretch]) {
    var joined: [Stretch] = []
    for stretch in stretches {
      guard let last = joined.last, !stretch.deleted.isEmpty || !stretch.inserted.isEmpty,
        stretch.same.isSlight(between: last.isRewrite && stretch.isRewrite)
      else {
        joined.append(stretch)
        continue
      }
      joined[joined.count - 1].deleted += stretch.same + stretch.deleted
      joined[joined.count - 1].inserted += stretch.same + stretch.inserted
    }
    stretches = joined
  }

  private mutating func add(_ kind: Redline.Run.Kind, _ words: ArraySlice<RedlineWord>) {
    let text = words.map(\.text.text).joined()
    if text.isEmpty, kind == .same || words.isEmpty { return }
    runs.append(.init(kind, text))
  }

  /// Whether nothing but blanks came or went.
  var isOnlyBlank: Bool {
    let (keptOld, keptNew) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
    return old.indices.allSatisfy { keptOld.contains($0) || old[$0].isBlank }
      && new.indices.allSatisfy { keptNew.contains($0) || new[$0].isBlank }
  }

  /// Whether Unicode takes both for the same letters.
  var isOnlyEncoding: Bool {
    old.map(\.text.text).joined() == new.map(\.text.text).joined()
  }
}

extension WordDiff.Stretch {
  /// Whether words were replaced by words.
  fileprivate var isRewrite: Bool {
    deleted.contains(where: \.isSolid) && inserted.contains(where: \.isSolid)
  }
}

extension ArraySlice<RedlineWord> {
  /// Whether it can be part of the changes around it: blanks and punctuation, and between two
  /// rewritten stretches also one short word. What parts two blocks never is.
  fileprivate func isSlight(between rewrites: Bool) -> Bool {
    if contains(where: \.isBoundary) { return false }
    let solid = filter(\.isSolid)
    return solid.isEmpty
      || rewrites && solid.count == 1 && solid.allSatisfy { $0.text.text.utf8.count <= 3 }
  }
}

extension RedlineWord {
  /// Whether it is more than blanks and punctuation.
  fileprivate var isSolid: Bool {
    text.text.unicodeScalars.contains { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": true
      case "\0"..."\u{7F}": false
      default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
    }
  }
}
