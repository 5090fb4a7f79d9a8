import CommonMark
import PolicyModel
import PolicyProjection

/// A redline as a part of a page. Words say what colours and lines show: screen readers pass over
/// `<del>` and `<ins>`.
struct RedlineFragment {
  /// How a part is called on this site.
  let heading: (PartKind) -> String
  /// The level of the headings of parts.
  var level = 3

  func html(_ redline: Redline) -> String {
    guard !redline.isEmpty else {
      return "<p class=\"quiet\">No public words changed.</p>\n"
    }
    var html = ""
    var place: Redline.Place?
    for entry in redline.entries {
      if entry.place != place {
        html += "<h\(level)>\(title(entry.place).htmlEscaped)</h\(level)>\n"
      }
      place = entry.place
      html += edit(entry)
    }
    return html
  }

  private func title(_ place: Redline.Place) -> String {
    place.kind == .part ? place.part.map(heading) ?? place.title : place.title
  }

  private func edit(_ entry: Redline.Entry) -> String {
    var html = "<div class=\"edit\">\n<p class=\"quiet\">\(entry.headline.htmlEscaped)</p>\n"
    if entry.showsRuns {
      for paragraph in paragraphs(Elision(context: 160).elided(entry.runs)) {
        html += "<p>\(paragraph)</p>\n"
      }
    }
    for note in entry.notes { html += "<p class=\"quiet\">\(note.text.htmlEscaped)</p>\n" }
    return html + "</div>\n"
  }

  /// A line break in a run ends a paragraph; no element spans two.
  private func paragraphs(_ runs: [Redline.Run]) -> [String] {
    var paragraphs = [""]
    for run in runs {
      let lines = run.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        if index > 0 { paragraphs.append("") }
        paragraphs[paragraphs.count - 1] += marked(String(Substring(line)), run.kind)
      }
    }
    return paragraphs.filter { !$0.isEmpty }
  }

  private func marked(_ text: String, _ kind: Redline.Run.Kind) -> String {
    guard !text.isEmpty else { return "" }
    let words = text.htmlEscaped
    return switch kind {
    case .same: words
    case .deleted:
      "<del><span class=\"vh\">deleted: </span>\(words)<span class=\"vh\"> (end)</span></del>"
    case .inserted:
      "<ins><span class=\"vh\">inserted: </span>\(words)<span class=\"vh\"> (end)</span></ins>"
    }
  }
}
