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

  static func html(_ verdict: Policy.Verdict) -> String {
    "<span class=\"verdict \(key(verdict))\">\(word(verdict))</span>"
  }
}
