/// The addresses of the live-reload parts, and the tag that adds them to a page.
struct LiveReload: Sendable {
  /// In the path so that only pages of this run can name the event stream.
  let token: String

  enum Part: String {
    case events
    case script = "reload.js"
    case style = "overlay.css"
  }

  /// The part that a target names, if any.
  func part(_ target: RequestTarget) -> Part? {
    let segments = target.segments
    guard segments.count == 3, !target.isDirectory, segments[0] == "_bylaw",
      RandomToken.matches(segments[1], token)
    else { return nil }
    return Part(rawValue: segments[2])
  }

  /// The page with the script before its last `</body>`, or at its end when it has none.
  func injected(into page: [UInt8], build: Int) -> [UInt8] {
    let tag = """
      <script defer src="/_bylaw/\(token)/\(Part.script.rawValue)" data-build="\(build)"></script>
      """
    let end = Array("</body>".utf8)
    let starts = stride(from: page.count - end.count, through: 0, by: -1)
    let place = starts.first { start in
      // Setting the bit for lower case folds letters and leaves the three marks as they are.
      page[start] == end[0] && zip(page[start...], end).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
    var result = page
    result.insert(contentsOf: tag.utf8, at: place ?? page.count)
    return result
  }

  /// The number of the build that a listening page was made by, from `?build=3`.
  static func seenBuild(_ query: String) -> Int? {
    query.hasPrefix("?build=") ? Int(query.dropFirst("?build=".count)) : nil
  }
}
