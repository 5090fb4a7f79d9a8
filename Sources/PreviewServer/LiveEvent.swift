/// What a page that listens for reloads is told.
enum LiveEvent: Sendable, Equatable {
  /// The site has new files, and this is the number of their build.
  case reload(build: Int)
  /// The last build failed, with these errors.
  case errors([String])
  /// The last build succeeded.
  case ok

  /// Lines shown at most: a build that fails everywhere should not fill the page's memory.
  static let lineLimit = 200

  /// The event as the text of an event stream. Every line of an error becomes a data line, so that
  /// nothing in an error can begin a field or an event of its own.
  var text: String {
    switch self {
    case .reload(let build): "event: reload\ndata: \(build)\n\n"
    case .ok: "event: ok\ndata: ok\n\n"
    case .errors(let errors): "event: errors\n" + Self.lines(errors) + "\n"
    }
  }

  private static func lines(_ errors: [String]) -> String {
    let lines = errors.flatMap { $0.split(whereSeparator: \.isNewline) }
    let more = lines.count - lineLimit
    let shown = lines.prefix(lineLimit).map { "data: \($0)\n" }.joined()
    return shown + (more > 0 ? "data: … and \(more) more lines\n" : "")
  }
}
