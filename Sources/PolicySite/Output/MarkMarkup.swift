import CommonMark
import PolicyProjection

extension Publication.Mark {
  /// For the pages of the policy.
  var html: String {
    "<p><strong>\(label.htmlEscaped).</strong> \(words.htmlEscaped)</p>"
  }

  /// For lists, behind the policy's title.
  var tag: String { " <span class=\"tag\">\(label.htmlEscaped)</span>" }
}
