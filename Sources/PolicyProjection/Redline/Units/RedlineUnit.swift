import PolicyModel

/// The smallest piece of a policy that an entry speaks of.
struct RedlineUnit {
  typealias Subject = Redline.Subject

  var subject: Subject
  /// What it is known by in both documents; `nil` for a unit that only its words tell from others.
  var key: ByteText?
  /// Whether a unit of another key can never be this one reworded: an id, a number, a header.
  var isKeyFirm = false
  var isPublic: Bool
  /// Whether it only holds others, as a list does: it is not worth an entry beside theirs.
  var isFrame = false
  var texts: [Text]
  /// All that digests see of it, as bytes: two units are the same if and only if these are.
  var form: [UInt8]

  /// Words that are set alike.
  struct Text {
    var text: String
    var marks: [RedlineWord.Mark]
    /// Whether it changes as a whole, as a date does, or is no word at all.
    var isWhole: Bool
  }

  /// Its words one by one. Most units are the same in both documents, and nobody asks for theirs.
  var words: [RedlineWord] {
    texts.flatMap { text in
      text.isWhole
        ? [RedlineWord(text.text, text.marks)]
        : WordCutter.words(of: text.text).map { RedlineWord($0, text.marks) }
    }
  }
}

/// Units that stand and fall together: a value of the front-matter, a part, an e-mail.
struct RedlineGroup {
  var place: Redline.Place
  var scopes: [Scope]
  var isPublic: Bool
  var isPresent: Bool
  var units: [RedlineUnit]
}
