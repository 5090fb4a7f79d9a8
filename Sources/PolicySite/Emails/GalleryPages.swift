import PolicyModel
package import PolicyProjection

/// What the gallery's home says of one message: enough to list it, without the message itself.
package struct MessageListing: Sendable, Hashable {
  var path: String
  var kind: MessageKind
  var subject: String
  var preview: String
  var policyTitle: String
  /// Of a translation.
  var language: String?

  package init(_ message: Message) {
    let letter = Letter(message, .samples)
    path = message.folder
    kind = message.kind
    subject = letter.subject
    preview = letter.preview
    language = message.isTranslation ? message.locale.tag : nil
    policyTitle =
      message.policyTitle
      + (message.isTranslation ? " (\(message.locale.name ?? message.locale.tag))" : "")
  }
}

/// The gallery's home: one row for each message.
struct GalleryPages {
  let context: SiteContext
  let listings: [MessageListing]

  func files() -> [OutputFile] {
    let shell = PageShell(context: context, site: .emails)
    let search = shell.values(path: "search/index.html", title: "Search", ownSearch: true)
    return [
      OutputFile("index.html", home(shell)),
      OutputFile("search/index.html", context.theme.render("help-search", search)),
      OutputFile("robots.txt", Robots.none),
    ]
  }

  private func home(_ shell: PageShell) -> String {
    var values = shell.values(path: "index.html", title: "All messages")
    values["lead"] =
      "Every letter to customers, by policy, with sample values. The templates keep their tokens."
    values["messages"] = listings.map { listing -> TemplateValues in
      var values: TemplateValues = [
        "messageKey": MessageKey.of(listing.kind), "messageAction": listing.kind.title,
        "messageHref": context.links.href("", listing.path), "messageSubject": listing.subject,
        "messagePreview": listing.preview, "messageFor": listing.kind.purpose + ".",
        "messagePolicy": listing.policyTitle,
      ]
      values["messageLang"] = listing.language
      return values
    }
    return context.theme.render("mail-gallery", values)
  }
}
