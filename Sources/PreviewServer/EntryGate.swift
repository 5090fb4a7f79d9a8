import HTTPTypes

/// Lets a browser into an internal site: the secret in the first address becomes a cookie.
///
/// Cookies do not know ports, so the cookie's name holds the port, and other servers on localhost
/// that the same browser visits receive it too. Scripts cannot read it, and other sites' pages
/// cannot make the browser send it.
struct EntryGate: Sendable {
  let secret: String
  let port: Int

  /// The path of the first address.
  var path: String { "/_bylaw/enter/\(secret)" }

  private var cookieName: String { "bylaw_\(port)" }

  /// Whether the target is the first address, with the right secret.
  func isEntry(_ target: RequestTarget) -> Bool {
    let segments = target.segments
    guard segments.count == 3, segments[0] == "_bylaw", segments[1] == "enter" else {
      return false
    }
    return RandomToken.matches(segments[2], secret)
  }

  /// Whether the request brings the cookie.
  func admits(_ fields: HTTPFields) -> Bool {
    fields[values: .cookie].flatMap { $0.split(separator: ";") }.contains { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == cookieName else {
        return false
      }
      return RandomToken.matches(parts[1], secret)
    }
  }

  /// Sets the cookie, and leads on to the site so that the secret leaves the address bar.
  var welcome: Reply {
    var reply = Reply(status: .seeOther)
    reply.fields[.setCookie] = "\(cookieName)=\(secret); Path=/; HttpOnly; SameSite=Strict"
    reply.fields[.location] = "/"
    return reply
  }

  /// Says how to get in. Its link is for a reader whose browser withheld the new cookie because
  /// another site led here: from this page it is sent.
  var refusal: Reply {
    Reply.page(
      .forbidden, title: "This site is internal",
      markup: """
        <p>Open the address that <code>bylaw serve</code> printed in the terminal. It lets this \
        browser in until the server stops.</p>
        <p>If you have just done so, <a href="/">go on to the site</a>.</p>
        """)
  }
}
