import HTTPTypes

/// Who a request is addressed to and which page sent it, judged before anything is looked up.
///
/// The host check stops pages that point a name of their own at loopback; the origin check stops
/// pages of other sites, and of other local ports, that ask for bytes directly.
struct RequestOrigin: Sendable {
  let port: Int

  /// The reply to refuse with, or nil when the request may go on.
  func refusal(_ head: HTTPRequest) -> Reply? {
    // The first host field became the authority; any other is still among the fields.
    guard Self.value("Host", in: head.headerFields) == nil else {
      return .refusal(.badRequest, "A request names one host.")
    }
    guard let host = head.authority, hosts.contains(host.lowercased()) else {
      return .refusal(.misdirectedRequest, "This server answers to localhost only.")
    }
    guard isOwnPage(head.headerFields) else {
      return .refusal(.forbidden, "Pages of other sites may link here, not read from here.")
    }
    return nil
  }

  private var hosts: [String] {
    let names = ["localhost", "127.0.0.1", "[::1]"]
    return names.map { "\($0):\(port)" } + (port == 80 ? names : [])
  }

  /// Browsers say where a request comes from; other clients say nothing and pass. Following a link
  /// from elsewhere is allowed, since the page that holds the link sees none of the answer.
  private func isOwnPage(_ fields: HTTPFields) -> Bool {
    if let origin = Self.value("Origin", in: fields),
      !hosts.contains(where: { origin.lowercased() == "http://\($0)" })
    {
      return false
    }
    switch Self.value("Sec-Fetch-Site", in: fields) {
    case nil, "same-origin", "none": return true
    default:
      return Self.value("Sec-Fetch-Mode", in: fields) == "navigate"
        && Self.value("Sec-Fetch-Dest", in: fields) == "document"
    }
  }

  static func value(_ name: String, in fields: HTTPFields) -> String? {
    HTTPField.Name(name).flatMap { fields[$0] }
  }
}
