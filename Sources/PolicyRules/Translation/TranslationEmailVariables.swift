import CommonMark
package import PolicyModel

package enum TranslationEmailVariables: TranslationRule {
  package static let description = RuleDescription(
    "translation-email-variables", .fixed(.error),
    "An e-mail uses the same variables in every language.",
    why:
      "The variables carry what the customer must be told: the facts, the rule, the date, the way to "
      + "answer. One that is lost in translation is a right that is lost.",
    failing: .translation(.message(SoundSample.warning.replacing(" {{case.facts}}", with: ""))),
    passing: .translation(.message(SoundSample.warning)))

  package static func check(_ subject: TranslationSubject, _ findings: inout FindingCollector) {
    guard let original = subject.original,
      !subject.words.isBroken("token-malformed", "token-section-unbalanced")
    else { return }
    for letter in subject.words.letters {
      guard let message = original.message(letter.kind) else { continue }
      let other = Letter(message, in: original)
      let (own, wanted) = (letter.placedNames, other.placedNames)
      for name in wanted.subtracting(own).sorted() {
        findings.report(
          description, at: letter.message.range,
          "`{{\(name.variable)}}` is missing from \(name.place) of “\(letter.kind.title)”, and the "
            + "source has it there",
          help: "Write the same variables as the source.")
      }
      for name in own.subtracting(wanted).sorted() {
        findings.report(
          description, at: letter.range(of: name),
          "`{{\(name.variable)}}` is not in \(name.place) of “\(letter.kind.title)” in the source",
          help: "Write the same variables as the source.")
      }
    }
  }
}

/// A variable and the part of a letter that it stands in.
private struct PlacedName: Hashable, Comparable {
  /// As it completes "missing from".
  var place: String
  var variable: String

  static func < (left: Self, right: Self) -> Bool {
    (left.place, left.variable) < (right.place, right.variable)
  }
}

extension Letter {
  fileprivate var placedNames: Set<PlacedName> {
    Set(uses.map(name)).union(conditions.map { PlacedName(place: condition, variable: $0.value) })
  }

  fileprivate func range(of name: PlacedName) -> SourceRange {
    uses.first { self.name($0) == name }?.range
      ?? conditions.first { $0.value == name.variable }?.range ?? message.range
  }

  private var condition: String { "the conditions" }

  private func name(_ use: Use) -> PlacedName {
    let place =
      switch use.place {
      case .subject: "the subject"
      case .preview: "the preview"
      case .body: "the text"
      }
    return PlacedName(place: place, variable: use.name)
  }
}
