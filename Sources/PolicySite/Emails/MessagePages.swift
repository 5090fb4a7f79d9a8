import CommonMark
import PolicyModel
import PolicyProjection

/// One message: its page in the gallery, the templates, previews, and a message to open as a draft.
struct MessagePages {
  let context: SiteContext
  let message: Message
  /// The same in other languages.
  var others: [Message] = []
  let styles: [String: String]

  private var folder: String { message.folder }

  func files() -> [OutputFile] {
    let template = Letter(message, .tokens)
    let sample = Letter(message, .samples)
    let templateHTML = html(template, template.html(styles: styles), .template)
    let sampleBody = sample.html(styles: styles)
    return [
      OutputFile(folder + "index.html", page(template, sample, source: templateHTML)),
      OutputFile(folder + "template.html", templateHTML),
      OutputFile(folder + "template.txt", marked(template.text, by: "\n\n")),
      OutputFile(folder + "preview.html", html(sample, sampleBody, .light)),
      OutputFile(folder + "preview-dark.html", html(sample, sampleBody, .dark)),
    ] + [draft(sample, sampleBody)].compactMap { $0 }
  }

  private enum Rendition { case template, light, dark }

  private func html(_ letter: Letter, _ body: String, _ rendition: Rendition) -> String {
    var values: TemplateValues = [
      "lang": letter.language, "dir": letter.direction, "subject": letter.subject,
      "preheader": letter.preview, "organization": marked(letter.organization),
      "footer": letter.footer,
      "bodyHTML": body, "darkAware": rendition == .template, "darkForced": rendition == .dark,
    ]
    values["colorScheme"] =
      switch rendition {
      case .template: "light dark"
      case .light: "light"
      case .dark: "dark"
      }
    return context.theme.render("letter", values)
  }

  /// A letter says itself that it is a draft, as it can be opened without its page.
  private func marked(_ text: String, by gap: String = " · ") -> String {
    context.draft.map { $0 + gap + text } ?? text
  }

  /// `nil` in a draft, which nobody should send, and where the workspace's sender is no mailbox; settings are checked for that.
  private func draft(_ sample: Letter, _ body: String) -> OutputFile? {
    guard context.draft == nil, let from = Mailbox(reading: message.from),
      let to = Mailbox.sampleCustomer(of: message)
    else {
      return nil
    }
    let draft = sample.draft(
      page: html(sample, body, .template), from: from, to: to, on: context.today)
    return OutputFile(folder + "message.eml", draft.bytes)
  }

  private func page(_ template: Letter, _ sample: Letter, source: String) -> String {
    var values = PageShell(context: context, site: .emails).values(
      path: folder + "index.html", title: sample.subject)
    values["preheader"] = sample.preview
    if message.isTranslation { values["messageLang"] = message.locale.tag }
    values["actionKey"] = MessageKey.of(message.kind)
    values["actionName"] = message.kind.title
    values["messageFor"] = message.kind.purpose + "."
    values["policyTitle"] = message.policyTitle
    if let mark = context.published[message.policyID]?.mark { values["markHTML"] = mark.html }
    if let helpURL = context.helpURL, context.published[message.policyID] != nil {
      let page = helpURL + articlePath
      values["policyHref"] = page
      // Which rule it is depends on the case.
      if !message.rules.isEmpty, message.variables.contains(where: { $0.name == "rule.id" }) {
        let links = message.rules.map { RulesMarkup.link($0, in: page) }
        values["citesHTML"] = (links.count > 1 ? "one of " : "") + links.joined(separator: " ")
      }
    }
    values["version"] = message.version
    values["languagesHTML"] = languages
    values["templateHref"] = "template.html"
    values["textHref"] = "template.txt"
    if context.draft == nil { values["emlHref"] = "message.eml" }
    values["previewHref"] = "preview.html"
    values["previewDarkHref"] = "preview-dark.html"
    values["text"] = sample.text
    values["wideHeight"] = FrameHeight.pixels(of: sample.text, columns: 72)
    values["narrowHeight"] = FrameHeight.pixels(of: sample.text, columns: 35)
    values["source"] = source
    values["sourceSize"] = Self.size(source.utf8.count)
    values["headersHTML"] = headers(sample)
    values["variablesHTML"] = variables
    return context.theme.render("mail-page", values)
  }

  /// The policy's page, in the language of the letter where it has one.
  private var articlePath: String {
    let (id, tag) = (message.policyID, message.locale.tag)
    guard message.isTranslation, context.languages.page(of: id, in: tag) != nil else {
      return "\(id)/"
    }
    return LanguageIndex.path(of: id, in: tag)
  }

  private var languages: String {
    let root = Links.root(from: folder)
    let links = others.map { other in
      let tag = other.locale.tag.htmlEscaped
      return "<a href=\"\(context.links.href(root, other.folder).htmlEscaped)\" lang=\"\(tag)\" "
        + "hreflang=\"\(tag)\">\((other.locale.name ?? other.locale.tag).htmlEscaped)</a>"
    }
    return links.isEmpty ? "" : " <span>\(links.joined(separator: ", "))</span>"
  }

  private func headers(_ sample: Letter) -> String {
    var headers = sample.headers(from: message.from)
    headers.append(("Says", message.template.says.map(\.value).joined(separator: ", ")))
    return headers.filter { !$0.value.isEmpty }.map {
      "<div><dt>\($0.name)</dt><dd>\($0.value.htmlEscaped)</dd></div>"
    }.joined(separator: "\n")
  }

  private var variables: String {
    guard !message.variables.isEmpty else { return "<p class=\"quiet\">None.</p>" }
    return StackTable.html(
      columns: ["Variable", "Type", "Sample"],
      rows: message.variables.map { variable in
        let limits = [
          variable.kind.rawValue, variable.maximum.map { "≤ \($0)" },
          variable.isPersonal ? "personal" : nil,
        ].compactMap { $0 }.joined(separator: ", ")
        return [
          "<code>\(variable.name.htmlEscaped)</code>", limits,
          message.shownSample(of: variable).htmlEscaped,
        ]
      })
  }

  /// `3.3 kB`
  static func size(_ bytes: Int) -> String {
    let tenths = (bytes + 50) / 100
    return "\(tenths / 10).\(tenths % 10) kB"
  }
}

/// The key by which styles know a message; outcomes have short ones.
enum MessageKey {
  static func of(_ kind: MessageKind) -> String {
    switch kind {
    case .action(let action): action.rawValue
    case .outcome(.education): "education"
    case .outcome(.restrictionLifted): "lifted"
    case .outcome(.reminder): "reminder"
    case .outcome(.appealGranted): "granted"
    case .outcome(.appealDenied): "denied"
    case .outcome(.policyChange): "change"
    }
  }
}
