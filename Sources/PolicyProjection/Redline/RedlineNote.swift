extension Redline {
  /// A change that no word shows, such as another address behind the same words.
  package struct Note: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case linkAddress, linkTitle, imageAddress, imageTitle
      case emphasis, strong, strikethrough, code, lineBreak
      /// What kind of block it is: a paragraph, an item of a numbered list, a ticked box.
      case form
      /// How deep it is nested.
      case level
      /// The variable without which this part of an e-mail is not sent.
      case condition
      /// It also stands in another place among its neighbours.
      case place
      /// The words look alike and are encoded differently (Unicode normal forms).
      case encoding
      /// Only blanks differ.
      case blanks
      /// Something that has no name here.
      case other
    }

    package var kind: Kind
    /// The words that it concerns; empty where it is the whole unit.
    package var words: String
    /// `nil` where there was none.
    package var old: String?
    /// `nil` where there is none any more.
    package var new: String?

    package init(_ kind: Kind, _ words: String = "", old: String? = nil, new: String? = nil) {
      self.kind = kind
      self.words = words
      self.old = old
      self.new = new
    }

    /// The note as a sentence without a full stop: `link address of “the terms”: a → b`.
    package var text: String {
      let quoted = words.isEmpty ? "this" : "“\(words)”"
      switch kind {
      case .linkAddress: return change("link address", linked: "links to")
      case .imageAddress: return change("image address", linked: "shows the image")
      case .linkTitle, .imageTitle:
        return "title shown at \(quoted): \(old ?? "none") → \(new ?? "none")"
      case .emphasis: return state("emphasised")
      case .strong: return state("bold")
      case .strikethrough: return state("struck out")
      case .code: return state("set as fixed text")
      case .lineBreak:
        return new == nil
          ? "no line break behind \(quoted) any more" : "line break behind \(quoted)"
      case .form: return "\(words.isEmpty ? "form" : quoted): \(old ?? "none") → \(new ?? "none")"
      case .level: return "\(quoted): nesting level \(old ?? "1") → \(new ?? "1")"
      case .condition:
        return "\(quoted) is now \(new ?? "always sent")\(old.map { ", and was \($0)" } ?? "")"
      case .place: return "also moved to another place"
      case .encoding: return "the letters look alike, and are stored differently"
      case .blanks: return "only blanks differ"
      case .other: return "the structure of the text changed, and not its words"
      }
    }

    private func state(_ adjective: String) -> String {
      "“\(words)” is \(new == nil ? "no longer" : "now") \(adjective)"
    }

    private func change(_ name: String, linked: String) -> String {
      let of = words.isEmpty ? "" : " of “\(words)”"
      return switch (old, new) {
      case (let old?, let new?): "\(name)\(of): \(old) → \(new)"
      case (nil, let new?): "“\(words)” now \(linked) \(new)"
      case (let old?, nil): "“\(words)” no longer \(linked) \(old)"
      case (nil, nil): "\(name)\(of) changed"
      }
    }
  }
}
