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
    let title = pack.round.map { "Review round \($0.number)" } ?? "What would be reviewed"
    var values = PageShell(context: context, site: .moderators).values(
      path: path, title: "\(title): \(pack.title)")
    values["title"] = title
    values["policyTitle"] = pack.title
    let workflow = pack.policy == "common" ? "" : "\(pack.policy)/"
    values["workflowHref"] = context.links.href(Links.root(from: path), workflow)
    values["lead"] = lead
    values["bodyHTML"] = (asks + [remarks, evidence]).joined()
    return OutputFile(path, context.theme.render("mod-round", values))
  }

  private var lead: String {
    guard let round = pack.round else {
      return "No round is open. This is what differs from what is in force."
    }
    return "Version \(pack.version). Open since \(round.opened.inWords). You say yes or no to the "
      + "words as they stand; if they change, you are asked again."
  }

  // MARK: What is asked

  private var asks: [String] {
    guard pack.round != nil else {
      return [section("changes", "What changed", changed(pack.redline, since: pack.since))]
    }
    return pack.asks.map { ask in
      let scopes = ask.scopes.map(\.rawValue).joined(separator: ", ")
      let members = SiteContext.joined(ask.members)
      let state =
        ask.hasSpoken
        ? "This group has spoken on these words."
        : members.isEmpty
          ? "Every member wrote some of it, so nobody can sign." : "Waiting for \(members)."
      let html =
        "<p class=\"quiet\">\(state.htmlEscaped)</p>\n" + changed(ask.redline, since: ask.since)
        + (ask.hasSpoken ? "" : signing(ask))
      return section("group-\(ask.group)", "\(ask.name) on \(scopes)", html)
    }
  }

  private func changed(_ redline: Redline, since: String?) -> String {
    guard let since else {
      return "<p>All words are new: read the draft itself.</p>\n"
    }
    guard !redline.isEmpty else { return "<p>No words differ from \(since.htmlEscaped).</p>\n" }
    return "<p>What differs from \(since.htmlEscaped):</p>\n"
      + RedlineFragment(heading: context.heading).html(redline)
  }

  private func signing(_ ask: RoundPack.Ask) -> String {
    guard !ask.pastes.isEmpty else {
      let others = ask.otherCommands.enumerated().map { index, command in
        code(command, id: "other-\(ask.group)-\(index)")
      }
      return "<h3>How to approve</h3>\n" + code(ask.command, id: "sign-\(ask.group)")
        + "<h3>How to object or to comment</h3>\n" + others.joined()
    }
    let forms = ask.pastes.enumerated().map { index, paste in
      "<p><strong>\(paste.person.htmlEscaped)</strong>: add a file with this name</p>\n"
        + code(paste.path, id: "name-\(ask.group)-\(index)") + "<p>and this text:</p>\n"
        + code(paste.text, id: "text-\(ask.group)-\(index)")
    }
    return "<h3>How to approve</h3>\n"
      + "<p>In the web editor of the forge, in a commit of your own that changes nothing else.</p>\n"
      + forms.joined() + "<h3>How to object or to comment</h3>\n"
      + "<p>In the same text, <code>verdict:</code> may be <code>request-changes</code> or "
      + "<code>comment</code>, with your words after the empty line at its end.</p>\n"
  }

  private func code(_ text: String, id: String) -> String {
    "<pre id=\"\(id.htmlEscaped)\" tabindex=\"0\">\(text.htmlEscaped)</pre>\n"
      + "<p><button type=\"button\" data-copy=\"\(id.htmlEscaped)\" hidden>Copy</button></p>\n"
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
      return html
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
