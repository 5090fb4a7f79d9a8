import CommonMark
import PolicyModel

/// Compares the numbers that an author wrote before the questions with those that pages show.
/// Markdown counts on from the first one, whatever stands before the others.
enum DecisionNumbers {
  static func check(_ list: List, _ findings: inout FindingCollector) {
    let written = list.items.map { number(at: $0.range, findings.file.text) }
    // Only ones are how Markdown leaves the counting to others.
    guard !written.allSatisfy({ $0?.value == 1 }) else { return }
    for (index, number) in written.enumerated() {
      guard let number, number.value != index + 1 else { continue }
      findings.report(
        .decisionNumbersDiffer, at: number.range,
        "Question \(index + 1) is written with the number \(number.value)",
        explanation: "`step \(index + 1)` leads to it, and pages show \(index + 1).",
        help: "Number the questions from 1 without a gap.")
      return
    }
  }

  private static func number(at range: SourceRange, _ text: SourceText) -> Located<Int>? {
    let digits = text.bytes[range].prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self)).map { Located($0, digits.indices) }
  }
}
