import CommonMark
import PolicyModel
import PolicyProjection

/// One text of a policy as the tool with which moderators handle a case: what its page shows, or one
/// of its versions at a permanent address.
struct WorkflowPage {
  let context: SiteContext
  let workflow: Workflow
  let notices: WorkflowNotices
  /// Those of what the policy's page shows: no others are sent.
  let messages: [Message]
  private let path: String
  private let root: String

  /// - Parameters:
  ///   - context: what all pages share.
  ///   - workflow: the text.
  ///   - version: where the text is shown as one of the versions of `current`.
  ///   - current: the article of what the policy's page shows.
  ///   - messages: the letters.
  init(
    context: SiteContext, workflow: Workflow, version: HelpArticle.Release? = nil,
    current: HelpArticle, messages: [Message]
  ) {
    self.context = context
    self.workflow = workflow
    self.messages = messages
    path = (version?.path ?? "\(workflow.id)/") + "index.html"
    let root = Links.root(from: path)
    let links = context.links
    self.root = root
    notices = WorkflowNotices(
      current: current, version: version, published: context.published,
      href: { links.href(root, $0) })
  }

  func file() -> OutputFile { OutputFile(path, page()) }

  /// Since when it binds, and when it was amended last.
  private var times: String? {
    let amended = workflow.amended.last.map { "Last amended on \(VersionTimes.time($0))" }
    let all = [notices.times, amended].compactMap(\.self)
    return all.isEmpty ? nil : all.joined(separator: ". ")
  }

  private func page() -> String {
    let shell = PageShell(context: context, site: .moderators)
    let number = notices.version.map { ", version \($0.number)" } ?? ""
    var values = shell.values(path: path, title: workflow.title + number)
    let options = context.prose(root: root, site: .moderators, policyID: workflow.id)
    values["policyId"] = workflow.id
    values["version"] = workflow.version
    values["themeTitle"] = workflow.theme.title
    values["summary"] = workflow.summary
    values["timesHTML"] = times
    values["earlierHTML"] = notices.previous
    values["versionsHTML"] = notices.earlier
    values["ruleLinksHTML"] = RulesMarkup.links(workflow.rules.map(\.id))
    values["articleHref"] = context.helpURL.map { $0 + PageShell.folder(of: path) }
    if !workflow.calibration.isEmpty, notices.version == nil {
      values["calibrationHref"] = context.links.href(root, "\(workflow.id)/calibration/")
    }
    values["notices"] = notices.values
    values["decisionHTML"] =
      workflow.decision.map {
        DecisionMarkup(decision: $0, context: context, options: options, root: root).html()
      } ?? ""
    let ladder = LadderMarkup(workflow: workflow, options: options)
    values["severityHTML"] = ladder.severityHTML()
    values["ladderHTML"] = ladder.ladderHTML()
    values["hasEmails"] = !messages.isEmpty
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
