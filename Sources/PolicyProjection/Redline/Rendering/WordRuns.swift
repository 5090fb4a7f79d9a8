/// Runs in which every change begins and ends at a blank.
enum WordRuns {
  private struct Word {
    var old = ""
    var new = ""
    var isChanged = false
  }

  static func widened(_ runs: [Redline.Run]) -> [Redline.Run] {
    var words = [Word()]
    for run in runs {
      let pieces = WordCutter.words(of: run.text)
      for (index, piece) in pieces.enumerated() {
        let isEdge = run.kind == .same || index == 0 || index == pieces.count - 1
        let isBlank = isEdge && piece.unicodeScalars.allSatisfy(\.isBlank)
        if isBlank { words.append(Word()) }
        if run.kind != .inserted { words[words.count - 1].old += piece }
        if run.kind != .deleted { words[words.count - 1].new += piece }
        if run.kind != .same { words[words.count - 1].isChanged = true }
        if isBlank { words.append(Word()) }
      }
    }
    var widened: [Redline.Run] = []
    for word in words {
      if word.isChanged {
        add(.deleted, word.old, &widened)
        if !word.old.isEmpty, !word.new.isEmpty { add(.same, " ", &widened) }
        add(.inserted, word.new, &widened)
      } else {
        add(.same, word.new, &widened)
      }
    }
    return widened
  }

  private static func add(_ kind: Redline.Run.Kind, _ text: String, _ runs: inout [Redline.Run]) {
    guard !text.isEmpty else { return }
    if runs.last?.kind == kind {
      runs[runs.count - 1].text += text
    } else {
      runs.append(.init(kind, text))
    }
  }
}
