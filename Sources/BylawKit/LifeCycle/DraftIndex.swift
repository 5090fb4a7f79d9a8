import CommonMark
import PolicyProjection
import PolicySite

/// The page at the top of a draft, from which a reviewer begins. It belongs to none of the sites, and so
/// brings its own style.
struct DraftIndex {
  let pack: RoundPack
  let isPortable: Bool

  private var isCommon: Bool { pack.policy == "common" }

  private struct Row {
    var place: String
    var title: String
    var words: String
  }

  private var rows: [Row] {
    let end = isPortable ? "index.html" : ""
    let place = isCommon ? "" : "\(pack.policy)/"
    return [
      Row(
        place: "moderators/\(pack.policy)/round/\(end)", title: "What is asked, and what changed",
        words: "Begin here. It says how to agree and how to object."),
      Row(
        place: "help/\(place)\(end)", title: isCommon ? "The help articles" : "The help article",
        words: "What everybody will read."),
      Row(
        place: "moderators/\(place)\(end)", title: isCommon ? "The workflows" : "The workflow",
        words: "What moderators will follow. Internal."),
      Row(
        place: "emails/\(end)", title: "The e-mails",
        words: "What customers will be sent, with sample values."),
    ]
  }

  var html: String {
    let links = rows.map {
      "<li><a href=\"\($0.place)\">\($0.title)</a><span>\($0.words)</span></li>"
    }.joined(separator: "\n")
    let title = pack.title.htmlEscaped
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>\(DraftJob.mark): \(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      <p><strong>\(DraftJob.mark)</strong></p>
      <h1>\(title)</h1>
      <p>Version \(pack.version)</p>
      <ul>
      \(links)
      </ul>
      </main>
      </body>
      </html>

      """
  }

  private static let style = """
    :root { color-scheme: light dark; --line: light-dark(#e4e1db, #2d3138); --muted: light-dark(#565b62, #a7abb2); }
    body { margin: 0; background: light-dark(#fbfaf8, #131518); color: light-dark(#1c1d20, #e9e7e2); font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
    main { max-inline-size: 40rem; margin-inline: auto; padding: 40px 16px 72px; }
    h1 { margin: 16px 0 4px; font-size: 1.75rem; line-height: 1.2; text-wrap: balance; }
    p { margin: 0; color: var(--muted); font-size: .9375rem; }
    strong { padding: 2px 10px; border: 1px solid; border-radius: 99px; color: light-dark(#7f5200, #efc270); font-size: .8125rem; font-weight: 400; }
    ul { margin: 32px 0 0; padding: 0; border-block-start: 1px solid var(--line); list-style: none; }
    li { padding-block: 16px; border-block-end: 1px solid var(--line); }
    a { color: inherit; font-weight: 650; text-decoration-thickness: 1px; text-underline-offset: .2em; }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 2px solid; outline-offset: 3px; border-radius: 2px; }
    span { display: block; color: var(--muted); font-size: .9375rem; }
    @media (min-width: 48rem) { main { padding-block-start: 72px; } h1 { font-size: 2.25rem; } }
    """
}
