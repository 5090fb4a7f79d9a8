import CommonMark
import PolicyModel
import PolicyProjection

/// The decision as a complete numbered list, which the script turns into one question at a time.
struct DecisionMarkup {
  let decision: Decision
  let context: SiteContext
  let options: HTMLOptions
  /// The way from the page back to its site's root.
  let root: String

  func html() -> String {
    var html = "<ol class=\"steps\" data-decision>\n"
    for step in decision.steps {
      html += "<li id=\"step-\(step.number)\" data-step=\"\(step.number)\">"
      html += "<p>\(step.question.html(options))</p><ul class=\"answers\">\n"
      for answer in step.answers {
        let (to, target) = describe(answer.target, from: step.number)
        html += "<li data-to=\"\(to.htmlEscaped)\">"
        html += "<span class=\"a\">\(answer.label.html(options))</span> \(target)</li>\n"
      }
      html += "</ul></li>"
    }
    return html + "</ol>\n"
  }

  private func describe(_ target: Decision.Target, from step: Int) -> (String, String) {
    if let number = decision.stepNumber(of: target, from: step) {
      return ("step:\(number)", "<a class=\"to\" href=\"#step-\(number)\">question \(number)</a>")
    }
    switch target {
    case .severity(let number):
      return (
        "severity:\(number)", "<a class=\"to\" href=\"#severity-\(number)\">Severity \(number)</a>"
      )
    case .action(let action):
      return ("action:\(action.rawValue)", "<span class=\"to\">\(action.title)</span>")
    case .escalate(let route):
      return ("escalate:\(route)", "<span class=\"to\">Escalate: \(route.htmlEscaped)</span>")
    case .policy(let id):
      let title = (context.published[id]?.title ?? id).htmlEscaped
      guard context.published[id] != nil else {
        return ("policy:\(id)", "<span class=\"to\">Continue with \(title)</span>")
      }
      let href = context.links.href(root, "\(id)/").htmlEscaped
      return ("policy:\(id)", "<a class=\"to\" href=\"\(href)\">Continue with \(title)</a>")
    case .noAction, .next, .step: return ("none", "<span class=\"to\">No action</span>")
    }
  }
}
