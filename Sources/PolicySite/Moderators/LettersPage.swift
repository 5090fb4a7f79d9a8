import PolicyModel
import PolicyProjection

/// The e-mails of one policy as text to copy, one click away from the workflow.
///
/// The gallery is a site of its own, at an address that this site cannot know.
struct LettersPage {
  let context: SiteContext
  let workflow: Workflow
  let messages: [Message]

  func file() -> OutputFile {
    let path = "\(workflow.id)/emails/index.html"
    var values = PageShell(context: context, site: .moderators).values(
      path: path, title: "E-mails: \(workflow.title)")
    values["policyTitle"] = workflow.title
    values["workflowHref"] = context.links.href(Links.root(from: path), "\(workflow.id)/")
    values["lead"] =
      "Fill in what stands in braces, and read the letter once as the person who gets it."
    values["letters"] = messages.map { message -> TemplateValues in
      let letter = Letter(message, .tokens)
      var values: TemplateValues = [
        "letterKey": message.kind.slug, "letterAction": message.kind.title,
        "letterSubject": letter.subject, "letterText": letter.text,
      ]
      if !letter.preview.isEmpty { values["letterPreview"] = letter.preview }
      return values
    }
    return OutputFile(path, context.theme.render("mod-emails", values))
  }
}
