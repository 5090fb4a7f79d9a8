import PreviewServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct ReplyTests {
  @Test(arguments: [
    ("GET / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 200),
    ("HEAD / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 200),
    ("GET /blob.bylaw HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 200),
    ("GET /pay-outside HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 308),
    ("GET /../x HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: localhost:PORT\r\nOrigin: http://evil.example\r\n\r\n", 403),
    ("GET /nowhere HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 404),
    ("PUT / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 405),
    ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
    ("NOT HTTP\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nbad name: x\r\n\r\n", 400),
    ("GET /\r\n\r\n", 400),
    (
      "GET / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      400
    ),
  ])
  func `Every response carries the protecting fields`(raw: String, status: Int) async throws {
    let reply = try await RunningServer.run {
      try await RawConnection.exchange(
        port: $0.port, raw.replacing("PORT", with: "\($0.port)"))
    }
    #expect(reply.status == status)
    #expect(reply["x-content-type-options"] == "nosniff")
    #expect(reply["cache-control"] == "no-store")
    #expect(reply["referrer-policy"] == "no-referrer")
    #expect(reply["cross-origin-resource-policy"] == "same-origin")
    #expect(reply["content-security-policy"] == PreviewSite.policy)
    #expect(!reply.fields.contains { $0.hasPrefix("access-control-") })
  }

  @Test(arguments: [
    ("/", "text/html; charset=utf-8"), ("/style.css", "text/css; charset=utf-8"),
    ("/pay-outside/policy.json", "application/json; charset=utf-8"),
    ("/blob.bylaw", "application/octet-stream"), ("/etc", "application/octet-stream"),
    ("/nowhere.css", "text/html; charset=utf-8"),
  ])
  func `The type follows from the extension`(target: String, type: String) async throws {
    let reply = try await RunningServer.run {
      try await RawConnection.get(target, port: $0.port)
    }
    #expect(reply["content-type"] == type)
  }

  @Test(arguments: ["Connection: close", "Connection: keep-alive"])
  func `A large file arrives whole`(field: String) async throws {
    var site = PreviewSite.help
    site.files["large.txt"] = Array(repeating: UInt8(ascii: "x"), count: 5_000_000)
    let reply = try await RunningServer.run([site]) {
      try await RawConnection.get("/large.txt", port: $0.port, fields: [field])
    }
    #expect(reply.body.utf8.count == 5_000_000)
  }

  @Test func `A missing page gets the site's own 404 page`() async throws {
    let reply = try await RunningServer.run {
      try await RawConnection.get("/nowhere/", port: $0.port)
    }
    #expect(reply.status == 404)
    #expect(reply.body.contains("No such page here"))
  }

  @Test func `A site without a 404 page gets a plain one`() async throws {
    var site = PreviewSite.help
    site.files["404.html"] = nil
    let reply = try await RunningServer.run([site]) {
      try await RawConnection.get("/<script>", port: $0.port)
    }
    #expect(reply.status == 404)
    #expect(reply.body.contains("<h1>Not found</h1>"))
    #expect(!reply.body.contains("<script>"))
  }

  @Test(arguments: [
    ["Origin: http://evil.example"], ["Origin: null"], ["Origin: http://localhost:1"],
    ["Origin: https://localhost:PORT"],
    ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"],
    ["Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"],
    ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"],
  ])
  func `Pages of other origins cannot read`(fields: [String]) async throws {
    let reply = try await RunningServer.run { running in
      let fields = fields.map { $0.replacing("PORT", with: "\(running.port)") }
      return try await RawConnection.get("/", port: running.port, fields: fields)
    }
    #expect(reply.status == 403)
    #expect(!reply.body.contains("Home"))
  }

  @Test(arguments: [
    ["Origin: http://localhost:PORT"], ["Sec-Fetch-Site: same-origin"], ["Sec-Fetch-Site: none"],
    ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"],
  ])
  func `Own pages read, and links from elsewhere lead here`(fields: [String]) async throws {
    let reply = try await RunningServer.run { running in
      let fields = fields.map { $0.replacing("PORT", with: "\(running.port)") }
      return try await RawConnection.get("/", port: running.port, fields: fields)
    }
    #expect(reply.status == 200)
  }
}
