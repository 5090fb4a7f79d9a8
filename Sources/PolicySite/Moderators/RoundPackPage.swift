import CommonMark
import PolicyModel
package import PolicyProjection

/// The round pack: everything on one page for reviewers who never open a terminal. It is internal.
package struct RoundPackPage {
  let context: SiteContext
  let pack: RoundPack

  package init(context: SiteContext, pack: RoundPack) {
    self.context = context
    self.pack = pack
  }

  package static func path(of policy: String) -> String { "\(policy)/round/index.html" }

  package func file() -> OutputFile {
    let path = Self.path(of: pack.policy)
    var values = PageShell(context: context, site: .moderators).values(
      path: path, title: "\(title): \(pack.title)")
    values["title"] = title
    values["policyTitle"] = pack.title
    let workflow = pack.policy == "common" ? "" : "\(pack.policy)/"
    values["workflowHref"] = context.links.href(Links.root(from: path), workflow)
    values["lead"] = lead
    values["bodyHTML"] =
      ([ending] + asks + [changes, urgent, remarks, evidence]).joined()
    return OutputFile(path, context.theme.render("mod-round", values))
  }

  private var title: String {
    if let round = pack.round { return "Review round \(round.number)" }
    return pack.ending == nil ? "What would be reviewed" : "The end of this policy"
  }

  private var lead: String {
    if let round = pack.round {
      return
        "Version \(pack.version). Open since \(round.opened.inWords). You say yes or no to the "
        + "words as they stand; if they change, you are asked again."
    }
    guard pack.ending == nil else {
      return "You say yes or no to when and why it ends. Until then it stays in force."
    }
    return "No round is open. This is what differs from what is in force."
  }

  // MARK: What is asked

  private var asks: [String] {
    pack.asks.map { ask in
      section(
        "group-\(ask.group)", ask.name,
        RoundPackWords.state(ask) + RoundPackWords.scopes(ask) + "<h3>What to read</h3>\n"
          + drafts(of: ask.scopes) + ask.readings.map(reading).joined()
          + (ask.scopes.contains(.release) ? release : "")
          + signing(ask, id: ask.group))
    }
  }

  private func signing(_ ask: RoundPack.Ask, id: String) -> String {
    RoundPackSigning(branch: pack.branch, ask: ask, id: id).html
  }

  private func reading(_ reading: RoundPack.Reading) -> String {
    let scopes = RoundPackWords.sentence(reading.scopes)
    guard let since = reading.since else {
      return "<p><strong>\(scopes):</strong> all words are new.</p>\n"
    }
    guard !reading.redline.isEmpty else {
      return "<p><strong>\(scopes):</strong> no words differ from \(since.htmlEscaped).</p>\n"
    }
    return "<p><strong>\(scopes):</strong> what differs from \(since.htmlEscaped):</p>\n"
      + RedlineFragment(heading: context.heading, level: 4).html(reading.redline)
  }

  /// Links to the pages of the draft on which words of these scopes stand.
  private func drafts(of scopes: [Scope]) -> String {
    let isCommon = pack.policy == "common"
    let place = isCommon ? "" : "\(pack.policy)/"
    var pages: [String] = []
    func add(_ target: String, _ words: String, where isShown: Bool) {
      guard isShown else { return }
      let href = context.links.href(Links.root(from: Self.path(of: pack.policy)) + "../", target)
      pages.append("<a href=\"\(href.htmlEscaped)\">\(words)</a>")
    }
    let isRule = scopes.contains(.policy)
    add(
      "help/\(place)", isCommon ? "the help articles" : "the help article",
      where: isRule || scopes.contains(.article))
    add(
      "moderators/\(place)", isCommon ? "the workflows" : "the workflow",
      where: isRule || scopes.contains(.workflow))
    add("emails/", "the e-mails", where: scopes.contains(.emails))
    guard !pages.isEmpty else { return "" }
    return "<p>The draft, laid out as it would be read: \(SiteContext.joined(pages)).</p>\n"
  }

  /// Shown whenever it is asked about: its words stand on no other page of the draft.
  private var release: String {
    func row(_ name: String, _ text: String) -> String {
      "<div><dt>\(name)</dt><dd>\(text.htmlEscaped)</dd></div>\n"
    }
    var html = row("Announced", pack.release.announced?.inWords ?? "No day is set yet.")
    html += row("Effective", pack.release.effective?.inWords ?? "No day is set yet.")
    for change in pack.release.changes {
      let reason = change.classReason.map { " \($0)" } ?? ""
      html += row("Change log", change.summary)
      html += row("Class", "\(change.changeClass.rawValue).\(reason)")
    }
    if pack.release.changes.isEmpty {
      html += row("Change log", "It says nothing of this version yet.")
    }
    return "<h3>Dates and change log of version \(pack.version)</h3>\n"
      + "<dl class=\"facts\">\n\(html)</dl>\n"
  }

  /// What differs where no group is asked about it. When a policy ends is said apart.
  private var changes: String {
    guard pack.round == nil else { return "" }
    var redline = pack.redline
    if pack.ending != nil {
      redline = Redline(entries: redline.entries.filter { $0.scopes != [.retire] })
      guard !redline.isEmpty else { return "" }
    }
    let drafts = drafts(of: Scope.published)
    guard let since = pack.since else {
      return section("changes", "What changed", "<p>All words are new.</p>\n" + drafts)
    }
    guard !redline.isEmpty else {
      return section(
        "changes", "What changed", "<p>No words differ from \(since.htmlEscaped).</p>\n" + drafts)
    }
    return section(
      "changes", "What changed",
      drafts + "<p>What differs from \(since.htmlEscaped):</p>\n"
        + RedlineFragment(heading: context.heading).html(redline))
  }

  private var ending: String {
    guard let ending = pack.ending else { return "" }
    var html = "<dl class=\"facts\">\n"
    html += "<div><dt>Ends on</dt><dd>\(VersionTimes.time(ending.on))</dd></div>\n"
    html += "<div><dt>Why</dt><dd>\(ending.reason.htmlEscaped)</dd></div>\n"
    if let next = ending.replacedBy {
      html += "<div><dt>Replaced by</dt><dd>\(next.htmlEscaped)</dd></div>\n"
    }
    html += "</dl>\n"
    return section("end", "“\(pack.title)” is to end", html)
      + ending.asks.map { ask in
        section(
          "end-\(ask.group)", "\(ask.name) on the end",
          RoundPackWords.state(ask) + signing(ask, id: "end-\(ask.group)"))
      }.joined()
  }

  private var urgent: String {
    guard !pack.urgentAsks.isEmpty else { return "" }
    let html =
      "<p>These groups can let this version be released without its notice. Nobody signs this for a "
      + "version that can wait.</p>\n" + release
    return section("urgent", "If it cannot wait", html)
      + pack.urgentAsks.map { ask in
        section(
          "urgent-\(ask.group)", "\(ask.name) on a release without notice",
          RoundPackWords.state(ask) + signing(ask, id: "urgent-\(ask.group)"))
      }.joined()
  }

  // MARK: What was said and found

  private var remarks: String {
    guard !pack.remarks.isEmpty else { return "" }
    let items = pack.remarks.map { remark in
      var html = "<p><strong>\(remark.person.htmlEscaped)</strong> "
      html += "(\(remark.group.htmlEscaped), \(remark.on.inWords)) "
      html += remark.isObjection ? "asks for changes:</p>\n" : "comments:</p>\n"
      html += "<blockquote>\(paragraphs(remark.text))</blockquote>\n"
      if let answer = remark.answer { html += "<p>Answer: \(answer.htmlEscaped)</p>\n" }
      return "<div class=\"unit\">\n\(html)</div>\n"
    }
    return section("remarks", "Objections and comments", items.joined())
  }

  private func paragraphs(_ text: String) -> String {
    text.split(separator: "\n").map { "<p>\(String($0).htmlEscaped)</p>" }.joined()
  }

  private var evidence: String {
    guard !pack.evidence.isEmpty else { return "" }
    let items = pack.evidence.map { evidence in
      let kind = evidence.kind.rawValue.replacing("-", with: " ")
      return switch evidence.content {
      case .finding(let title, _, let finding):
        "<dt>\(title.htmlEscaped) <span class=\"quiet\">(\(kind))</span></dt>"
          + "<dd>\(finding.htmlEscaped)</dd>\n"
      case .notApplicable(let reason):
        "<dt>Not applicable <span class=\"quiet\">(\(kind))</span></dt>"
          + "<dd>\(reason.htmlEscaped)</dd>\n"
      }
    }
    return section("evidence", "Evidence", "<dl>\n\(items.joined())</dl>\n")
  }

  private func section(_ id: String, _ title: String, _ html: String) -> String {
    "<section id=\"\(id.htmlEscaped)\">\n<h2>\(title.htmlEscaped)</h2>\n\(html)</section>\n"
  }
}
