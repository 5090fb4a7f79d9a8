import CommonMark
import PolicyProjection

/// Rules as the values and links that templates read.
enum RulesMarkup {
  static func values(_ rules: [HelpArticle.Rule], _ options: HTMLOptions) -> [TemplateValues] {
    rules.map { rule in
      var html = rule.text.inlines.html(options)
      if let details = rule.details { html += "\n" + details.blocks.html(options) }
      return ["ruleId": rule.id, "ruleHTML": html]
    }
  }

  static func link(_ id: String, in page: String = "") -> String {
    "<a class=\"rid\" href=\"\(page.htmlEscaped)#\(id.htmlEscaped)\">\(id.htmlEscaped)</a>"
  }

  static func links(_ ids: [String]) -> String { ids.map { link($0) }.joined(separator: " ") }
}
