/// Leaves out the middle of what did not change: a reader of a change wants its surroundings only.
package struct Elision: Sendable {
  /// How many characters stay on the side of a change.
  package var context: Int

  package init(context: Int = 80) { self.context = context }

  /// Unchanged stretches of more than twice the context are cut between words, and `…` stands for
  /// what was cut. Where nothing changed at all, the beginning stays.
  package func elided(_ runs: [Redline.Run]) -> [Redline.Run] {
    runs.enumerated().map { index, run in
      guard run.kind == .same else { return run }
      let words = WordCutter.words(of: run.text)
      let count = run.text.unicodeScalars.count
      let head = index == 0 && runs.count > 1 ? 0 : context
      let tail = index == runs.count - 1 ? 0 : context
      guard count > head + tail + 20 else { return run }
      let start = Self.prefix(words, head)
      let end = Self.prefix(words.reversed(), tail)
      let left = start.isEmpty ? "" : start.joined()
      let right = end.reversed().joined()
      return .init(.same, Self.closed(left) + "…" + Self.opened(right))
    }
  }

  private static func prefix(_ words: [String], _ limit: Int) -> [String] {
    var count = 0
    return Array(
      words.prefix { word in
        count += word.unicodeScalars.count
        return count <= limit
      })
  }

  /// With one blank before what was left out.
  private static func closed(_ text: String) -> String {
    text.isEmpty || text.unicodeScalars.last?.isBlank == true ? text : text + " "
  }

  private static func opened(_ text: String) -> String {
    text.isEmpty || text.unicodeScalars.first?.isBlank == true ? text : " " + text
  }
}
