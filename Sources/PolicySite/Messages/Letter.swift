package import CommonMark
import PolicyModel
package import PolicyProjection

/// One customer e-mail with its tokens kept or its samples filled in: what the HTML and the text are
/// both written from, so that they say the same.
package struct Letter: Sendable {
  /// A block between which sections begin and end.
  package enum Part: Sendable, Hashable {
    case block(Block)
    /// The one thing that the reader is asked to do.
    case button(Link, [Inline])
    /// `{{#name}}` or `{{^name}}`; only where tokens are kept.
    case open(String, isInverted: Bool)
    case close(String)
  }

  /// One line without controls; the title of the kind where the author wrote none.
  package let subject: String
  /// What an inbox shows beside the subject; may be empty.
  package let preview: String
  package let parts: [Part]
  package let footer: String
  /// The organisation, by name.
  package let organization: String
  /// A BCP 47 tag, and `ltr` or `rtl`.
  package let language: String
  package let direction: String

  package init(_ message: Message, _ fill: MessageFill) {
    var filler = LetterFiller(values: MessageValues(message, fill))
    let template = message.template
    let words = filler.line(template.subject?.value)
    subject = words.isEmpty ? message.kind.title : words
    preview = filler.line(template.preview?.value)
    parts = filler.parts(template.body)
    footer = LetterFooter.line(for: message)
    organization = message.organization
    language = message.locale.tag
    direction = message.locale.direction
  }
}

/// The last line of every letter: a reply is a ticket.
enum LetterFooter {
  /// In the language of the letter, or the organisation's name where the line is not known in it.
  static func line(for message: Message) -> String {
    let language = message.locale.tag.split(separator: "-").first.map { $0.lowercased() } ?? ""
    guard let lines = lines[language] else { return message.organization }
    switch message.kind {
    case .outcome(.education), .outcome(.policyChange): return lines.rule
    default: return lines.case
    }
  }

  private static let lines: [String: (case: String, rule: String)] = [
    "en": (
      "Reply to this e-mail: it reaches the team that handles your case.",
      "Reply to this e-mail: it reaches the team that looks after our rules."
    ),
    "fr": (
      "Répondez à cet e-mail\u{A0}: votre réponse parvient à l’équipe qui traite votre dossier.",
      "Répondez à cet e-mail\u{A0}: votre réponse parvient à l’équipe chargée de nos règles."
    ),
    "de": (
      "Antworten Sie auf diese E-Mail: Ihre Antwort erreicht das Team, das Ihren Fall bearbeitet.",
      "Antworten Sie auf diese E-Mail: Ihre Antwort erreicht das Team, das unsere Regeln betreut."
    ),
    "es": (
      "Responda a este correo: su respuesta llega al equipo que lleva su caso.",
      "Responda a este correo: su respuesta llega al equipo que se ocupa de nuestras normas."
    ),
  ]
}
