/// The slots that fixed words can fill, and the words by which a reader would know them in English.
enum LetterWords {
  static let known = ["stays-active", "reply", "contest", "recurrence"]

  /// What a letter should say, as it completes "Say …".
  static func demand(_ words: String) -> String {
    switch words {
    case "stays-active": "that the account stays active"
    case "reply": "that a reply reaches the team that handles the case"
    case "contest": "how to contest the decision"
    default: "what follows if it happens again"
    }
  }

  /// Phrases of which a letter that says so has at least one.
  static let traces: [String: PhraseTable] = [
    "stays-active": PhraseTable([
      "active", "nothing is restricted", "nothing is wrong", "works again", "not restricted",
    ]),
    "reply": PhraseTable(["reply", "replies", "repli", "answer this", "write back"]),
    "contest": PhraseTable([
      "mistake", "contest", "appeal", "disagree", "do not agree", "wrong", "look again",
    ]),
    "recurrence": PhraseTable(["again", "repeat", "next time", "another time", "once more"]),
  ]
}
