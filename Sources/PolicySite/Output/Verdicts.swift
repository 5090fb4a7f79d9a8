import CommonMark
import PolicyModel

/// Verdicts as a word with a mark; the colour only underlines it.
enum Verdicts {
  static func key(_ verdict: Policy.Verdict) -> String {
    switch verdict {
    case .allowed: "allowed"
    case .notAllowed: "denied"
    case .itDepends: "depends"
    }
  }

  static func word(_ verdict: Policy.Verdict) -> String {
    switch verdict {
    case .allowed: "Allowed"
    case .notAllowed: "Not allowed"
    case .itDepends: "It depends"
    }
  }

  /// `locale` is the language of a translation, whose examples are never undecided.
  static func html(_ verdict: Policy.Verdict, locale: Workspace.Locale? = nil) -> String {
    let word = locale.map { $0[verdict == .allowed ? .allowed : .notAllowed] } ?? word(verdict)
    return "<span class=\"verdict \(key(verdict))\">\(word.htmlEscaped)</span>"
  }
}
