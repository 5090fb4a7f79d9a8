import PreviewServer

/// A server that runs for as long as a test body does.
struct RunningServer: Sendable {
  let server: PreviewServer
  let addresses: [PreviewAddress]

  /// The port of the first site.
  var port: Int { addresses.first?.port ?? 0 }

  static func run<Result: Sendable>(
    _ sites: [PreviewSite] = [.help], limits: PreviewLimits = PreviewLimits(),
    _ body: @Sendable (RunningServer) async throws -> Result
  ) async throws -> Result {
    let (listening, report) = AsyncStream.makeStream(of: [PreviewAddress].self)
    let server = try PreviewServer(sites: sites, limits: limits) { report.yield($0) }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { report.finish() }
        try await server.run()
      }
      defer { group.cancelAll() }
      guard let addresses = await listening.first(where: { _ in true }) else {
        try await group.next()
        throw PreviewServerError.stoppedListening
      }
      return try await body(RunningServer(server: server, addresses: addresses))
    }
  }

  /// The path of the live-reload script that the first site's home page names.
  func scriptPath() async throws -> String {
    let page = try await RawConnection.get("/", port: port).body
    return page.firstMatch(of: #/src="([^"]+)"/#).map { String($0.1) } ?? ""
  }

  /// A request that listens to builds of the first site, as a page of its first build does.
  func eventsRequest() async throws -> String {
    let path = try await scriptPath().replacing("reload.js", with: "events?build=1")
    return "GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n"
  }
}

extension PreviewSite {
  static let policy = "default-src 'self'; object-src 'none'; base-uri 'none'"

  static let help = PreviewSite(
    name: "help", port: 0, files: helpFiles, contentSecurityPolicy: policy, isInternal: false)

  static let team = PreviewSite(
    name: "team", port: 0,
    files: ["index.html": Array("<body>internal board</body>".utf8)],
    contentSecurityPolicy: policy, isInternal: true)

  /// The canaries are in the manifest under names that no request may reach.
  static let helpFiles: [String: [UInt8]] = [
    "index.html": "<!doctype html><body><p>Home</p></BODY></html>",
    "404.html": "<body><p>No such page here</p></body>",
    "pay-outside/index.html": "<body><p>Pay outside</p></body>",
    "pay-outside/policy.json": "{}",
    "café/index.html": "<p>no end of body</p>",
    "a:b/index.html": "<body></body>",
    "style.css": "p { margin: 0 }",
    "blob.bylaw": "\u{1}",
    ".env": "canary",
    "x/.git/config": "canary",
    "../x": "canary",
    "x\\y": "canary",
    "x\0": "canary",
    "etc": "canary",
    "/evil.example/index.html": "canary",
  ].mapValues { Array($0.utf8) }
}
