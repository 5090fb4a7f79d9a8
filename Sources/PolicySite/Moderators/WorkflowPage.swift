import CommonMark
import PolicyModel
import PolicyProjection

/// One policy as the tool with which moderators handle a case, and its calibration cases.
struct WorkflowPage {
  let context: SiteContext
  let workflow: Workflow
  let messages: [Message]
  private let root = "../"

  private var options: HTMLOptions {
    context.prose(root: root, site: .moderators, policyID: workflow.id)
  }

  func files() -> [OutputFile] {
    var files = [OutputFile("\(workflow.id)/index.html", page())]
    if !workflow.calibration.isEmpty {
      files += CalibrationPage(context: context, workflow: workflow).files()
    }
    return files
  }

  private func page() -> String {
    let shell = PageShell(context: context, site: .moderators)
    var values = shell.values(path: "\(workflow.id)/index.html", title: workflow.title)
    let options = options
    values["policyId"] = workflow.id
    values["version"] = workflow.version
    values["themeTitle"] = workflow.theme.title
    values["summary"] = workflow.summary
    if let effective = workflow.effective, !workflow.isUpcoming {
      values["effective"] = effective.inWords
      values["effectiveISO"] = effective.description
    }
    values["ruleLinksHTML"] = RulesMarkup.links(workflow.rules.map(\.id))
    values["articleHref"] = context.helpURL.map { "\($0)\(workflow.id)/" }
    if !workflow.calibration.isEmpty {
      values["calibrationHref"] = context.links.href(root, "\(workflow.id)/calibration/")
    }
    values["notices"] = notices
    values["decisionHTML"] =
      workflow.decision.map {
        DecisionMarkup(decision: $0, context: context, options: options, root: root).html()
      } ?? ""
    let ladder = LadderMarkup(workflow: workflow, options: options)
    values["severityHTML"] = ladder.severityHTML()
    values["ladderHTML"] = ladder.ladderHTML()
    values["emails"] = emails
    values["flowchartHTML"] = flowchart
    values["evidenceHTML"] = workflow.evidence?.blocks.html(options)
    values["checklistHTML"] = workflow.checklist?.blocks.html(options)
    values["escalationHTML"] = escalation(options)
    values["signalsHTML"] = workflow.signals?.blocks.html(options)
    values["backgroundHTML"] = workflow.background?.blocks.html(options)
    values["allowedHeading"] = context.heading(.allowed)
    values["allowedHTML"] = workflow.allowed?.blocks.html(options)
    values["notAllowedHeading"] = context.heading(.notAllowed)
    values["rules"] = RulesMarkup.values(workflow.rules, options)
    values["exceptionsHTML"] =
      workflow.exceptions.map {
        "<h3>\(context.heading(.exceptions).htmlEscaped)</h3>\n" + $0.blocks.html(options)
      } ?? ""
    return context.theme.render("mod-workflow", values)
  }

  private var notices: [TemplateValues] {
    guard workflow.isUpcoming, let effective = workflow.effective else { return [] }
    let html =
      "<p><strong>Not in force yet.</strong> Judge conduct from \(effective.inWords) on by this.</p>"
    return [["noticeKind": "caution", "noticeHTML": html]]
  }

  /// The e-mails stand on a site of their own; the row says which one to send.
  private var emails: [TemplateValues] {
    messages.compactMap { message in
      guard case .action(let action) = message.kind else { return nil }
      return [
        "emailKey": action.rawValue, "emailAction": action.title,
        "emailSubject": Letter(message, .tokens).subject,
        "emailHref": context.links.href(root, "\(workflow.id)/emails/#\(action.rawValue)"),
      ]
    }
  }

  private var flowchart: String? {
    workflow.decision.flatMap { decision in
      FlowChart.svg(
        decision, title: "Decision for \(workflow.title)",
        firstStep: { workflow.firstStep(at: $0) },
        policyTitle: { context.published[$0]?.title })
    }
  }

  private func escalation(_ options: HTMLOptions) -> String? {
    guard !workflow.escalation.isEmpty else { return nil }
    return StackTable.html(
      columns: ["When", "Who", "Within"],
      rows: workflow.escalation.map { row in
        [row.when.html(options), row.route.value.htmlEscaped, row.within.html(options)]
      })
  }
}
