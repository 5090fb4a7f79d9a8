import CommonMark
import PolicyModel
import TestSupport

extension Decision {
  /// Any decision without loops; now and then with a target that does not exist.
  static func random(seed: UInt64) -> Decision {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...12, using: &random)
    let steps = (1...count).map { number in
      let answers = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        Answer(
          label: words(0...18, &random), target: target(from: number, of: count, &random),
          range: 0..<0)
      }
      return Step(number: number, question: words(0...24, &random), answers: answers, range: 0..<0)
    }
    return Decision(steps: steps, range: 0..<0)
  }

  private static func target(
    from number: Int, of count: Int, _ random: inout SeededGenerator
  ) -> Target {
    switch Int.random(in: 0...9, using: &random) {
    case 0...2: .next
    case 3...5: .step(Int.random(in: number + 1...max(number + 1, count), using: &random))
    case 6: .noAction
    case 7: .severity(Int.random(in: 0...5, using: &random))
    case 8: .policy(words(0...3, &random).plainText)
    default: .step(Int.random(in: -2...60, using: &random))
    }
  }

  private static func words(
    _ range: ClosedRange<Int>, _ random: inout SeededGenerator
  ) -> [Inline] {
    let stock = [
      "a", "the", "account", "or", "Yes,", "WWWWWW", "<b>", "&", "\"said\"", "質問はとても長いので",
      "e\u{301}tat", "👩‍👩‍👧‍👦", "Donaudampfschifffahrtsgesellschaftskapitän", "\u{1}",
      "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
    ]
    let count = Int.random(in: range, using: &random)
    let text = (0..<count).compactMap { _ in stock.randomElement(using: &random) }
    return [.text(text.joined(separator: " "))]
  }
}
