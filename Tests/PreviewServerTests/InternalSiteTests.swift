import PreviewServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct InternalSiteTests {
  @Test func `The entry address sets a cookie that opens the site`() async throws {
    try await RunningServer.run([.team]) { running in
      let entry = try await RawConnection.get(entryPath(running), port: running.port)
      #expect(entry.status == 303)
      #expect(entry["location"] == "/")
      let cookie = try #require(entry["set-cookie"])
      #expect(cookie.hasPrefix("bylaw_\(running.port)="))
      #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
      let pair = try #require(cookie.split(separator: ";").first)
      let page = try await RawConnection.get(
        "/", port: running.port, fields: ["Cookie: other=1; \(pair)"])
      #expect(page.status == 200)
      #expect(page.body.contains("internal board"))
      let script = try #require(page.body.firstMatch(of: #/src="([^"]+)"/#)?.1)
      #expect(try await RawConnection.get(String(script), port: running.port).status == 403)
    }
  }

  @Test(arguments: [
    "/", "/index.html", "/nowhere", "/.env", "/_bylaw/enter/", "/_bylaw/enter/0",
    "/_bylaw/enter/00000000000000000000000000000000",
  ])
  func `Without the cookie every path answers how to get in`(target: String) async throws {
    let reply = try await RunningServer.run([.team]) {
      try await RawConnection.get(target, port: $0.port)
    }
    #expect(reply.status == 403)
    #expect(reply["set-cookie"] == nil)
    #expect(reply.body.contains("bylaw serve"))
    #expect(!reply.body.contains("internal board"))
  }

  @Test(arguments: ["bylaw_PORT=", "bylaw_PORT=0", "bylaw_PORT", "bylaw_1=SECRET", "x=SECRET"])
  func `A cookie of another name or value does not open it`(cookie: String) async throws {
    let status = try await RunningServer.run([.team]) { running in
      let secret = try #require(entryPath(running).split(separator: "/").last)
      let cookie = cookie.replacing("PORT", with: "\(running.port)")
        .replacing("SECRET", with: secret)
      return try await RawConnection.get(
        "/", port: running.port, fields: ["Cookie: \(cookie)"]
      ).status
    }
    #expect(status == 403)
  }

  @Test func `Public and internal sites share neither files nor secrets`() async throws {
    var other = PreviewSite.team
    other.name = "moderators"
    try await RunningServer.run([.help, .team, other]) { running in
      #expect(Set(running.addresses.map(\.port)).count == 3)
      #expect(running.addresses[0].entryURL == "http://localhost:\(running.port)/")
      let paths = running.addresses.map { $0.entryURL.split(separator: "/").last }
      #expect(paths[1] != paths[2])
      let help = try await RawConnection.get("/", port: running.port)
      #expect(!help.body.contains("internal board"))
      let secret = try #require(paths[1])
      #expect(!help.body.contains(secret))
      let wrong = try await RawConnection.get(
        "/_bylaw/enter/\(secret)", port: running.addresses[2].port)
      #expect(wrong.status == 403)
    }
  }

  private func entryPath(_ running: RunningServer) throws -> String {
    let url = try #require(running.addresses.first?.entryURL)
    let prefix = "http://localhost:\(running.port)"
    #expect(url.hasPrefix(prefix + "/_bylaw/enter/"))
    return String(url.dropFirst(prefix.count))
  }
}
