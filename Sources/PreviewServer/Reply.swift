import HTTPTypes

/// One whole answer, before the fields that every response carries are added to it.
struct Reply: Sendable {
  var status: HTTPResponse.Status
  var fields: HTTPFields = [:]
  var body: [UInt8] = []

  /// The head that GET and HEAD share.
  var head: HTTPResponse {
    var all = fields
    all[.contentLength] = String(body.count)
    return HTTPResponse(status: status, headerFields: all)
  }

  /// A file of the site.
  static func file(_ path: String, _ body: [UInt8], status: HTTPResponse.Status = .ok) -> Reply {
    Reply(status: status, fields: [.contentType: ContentType.of(path)], body: body)
  }

  /// One of the server's own pages. The markup must not hold anything from the request.
  static func page(_ status: HTTPResponse.Status, title: String, markup: String) -> Reply {
    let text = """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>\(title)</title></head>
      <body>
      <h1>\(title)</h1>
      \(markup)
      </body>
      </html>

      """
    return .file("page.html", Array(text.utf8), status: status)
  }

  /// A refusal in one line of plain text.
  static func refusal(_ status: HTTPResponse.Status, _ line: String) -> Reply {
    .file("refusal.txt", Array("\(line)\n".utf8), status: status)
  }

  /// The refusal of a method, naming those that are served.
  static func methodNotAllowed(allowed: String) -> Reply {
    var reply = refusal(.methodNotAllowed, "Only \(allowed) can be used here.")
    reply.fields[.allow] = allowed
    return reply
  }
}
