internal import CommonMark
package import PolicyProjection

/// A redline as a piece of a page: deletions and insertions as elements, and said in words too.
package enum RedlineFragment {
  /// Where a theme hides words that only those need who cannot see how others are set.
  static let hiddenClass = "vh"

  /// Empty for an empty redline. On a public page the caller passes ``Redline/publicOnly``.
  ///
  /// - Parameters:
  ///   - redline: what is shown.
  ///   - level: the level of the headings, one for each place.
  ///   - elision: `nil` shows all words.
  /// - Returns: HTML in which all words are escaped, and no link leads anywhere.
  package static func html(
    _ redline: Redline, headingLevel level: Int = 2, elision: Elision? = Elision()
  ) -> String {
    var html = ""
    var place: Redline.Place?
    for entry in redline.entries {
      if entry.place != place {
        if place != nil { html += "</ul>\n" }
        html += "<h\(level)>\(entry.place.title.htmlEscaped)</h\(level)>\n<ul class=\"redline\">\n"
        place = entry.place
      }
      html += item(entry, elision)
    }
    return place == nil ? "" : html + "</ul>\n"
  }

  private static func item(_ entry: Redline.Entry, _ elision: Elision?) -> String {
    var html = "<li class=\"redline-\(entry.kind.rawValue)\">"
    html += "<p><strong>\(entry.headline.htmlEscaped)</strong></p>\n"
    if entry.showsRuns {
      html += "<p>\((elision?.elided(entry.runs) ?? entry.runs).map(marked).joined())</p>\n"
    }
    for note in entry.notes { html += "<p>\(note.text.htmlEscaped)</p>\n" }
    return html + "</li>\n"
  }

  private static func marked(_ run: Redline.Run) -> String {
    let text = run.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).htmlEscaped }.joined(separator: "<br>\n")
    func element(_ tag: String, _ word: String) -> String {
      "<\(tag)><span class=\"\(hiddenClass)\">\(word): </span>\(text)</\(tag)>"
    }
    return switch run.kind {
    case .same: text
    case .deleted: element("del", "deleted")
    case .inserted: element("ins", "inserted")
    }
  }
}
