import PreviewServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct LiveReloadTests {
  @Test func `The script is added before the end of the body, and nothing inline`() async throws {
    let (reply, script) = try await RunningServer.run {
      (try await RawConnection.get("/", port: $0.port), try await $0.scriptPath())
    }
    #expect(
      reply.body == """
        <!doctype html><body><p>Home</p><script defer src="\(script)" data-build="1"></script>\
        </BODY></html>
        """)
    #expect(script.wholeMatch(of: #/\/_bylaw\/[0-9a-f]{32}\/reload\.js/#) != nil)
  }

  @Test func `A page without an end gets the script at its end`() async throws {
    let reply = try await RunningServer.run {
      try await RawConnection.get("/caf%C3%A9/", port: $0.port)
    }
    #expect(reply.body.hasPrefix("<p>no end of body</p><script defer src="))
  }

  @Test(arguments: ["Sec-Fetch-Dest: iframe", "Sec-Fetch-Dest: empty"])
  func `Frames and fetched pages stay as they were built`(field: String) async throws {
    let reply = try await RunningServer.run {
      try await RawConnection.get("/pay-outside/", port: $0.port, fields: [field])
    }
    #expect(reply.body == "<body><p>Pay outside</p></body>")
  }

  @Test func `The script and the style sheet are served`() async throws {
    try await RunningServer.run { running in
      let script = try await running.scriptPath()
      let code = try await RawConnection.get(script, port: running.port)
      let style = try await RawConnection.get(
        script.replacing("reload.js", with: "overlay.css"), port: running.port)
      #expect(code["content-type"] == "text/javascript; charset=utf-8")
      #expect(code.body.contains("EventSource") && !code.body.contains("innerHTML"))
      #expect(style["content-type"] == "text/css; charset=utf-8")
    }
  }

  @Test func `A build with new files reloads, and its bytes are served`() async throws {
    try await RunningServer.run { running in
      try await listen(running) { connection in
        #expect(try await connection.receive(through: "data: ok\n\n").contains("event: ok\n"))
        try await running.server.publish(["help": ["index.html": Array("new".utf8)]])
        let event = try await connection.receive(through: "data: 2\n\n")
        #expect(event.hasSuffix("event: reload\ndata: 2\n\n"))
      }
      let page = try await RawConnection.get("/", port: running.port)
      #expect(page.body.hasPrefix("new"))
      #expect(try await RawConnection.get("/style.css", port: running.port).status == 404)
    }
  }

  @Test func `A build without new files does not reload`() async throws {
    try await RunningServer.run { running in
      try await listen(running) { connection in
        _ = try await connection.receive(through: "data: ok\n\n")
        try await running.server.publish(["help": PreviewSite.helpFiles])
        await running.server.show(errors: ["mark"])
        let events = try await connection.receive(through: "data: mark\n")
        #expect(!events.contains("reload"))
      }
    }
  }

  @Test func `A page of an older build reloads as soon as it listens`() async throws {
    try await RunningServer.run { running in
      let events = try await running.eventsRequest()
      try await running.server.publish(["help": [:]])
      try await listen(running, events) { connection in
        let events = try await connection.receive(through: "data: 2\n\n")
        #expect(events.contains("event: reload\n"))
      }
    }
  }

  @Test func `Errors are shown as lines, to later pages too, until a good build`() async throws {
    try await RunningServer.run { running in
      try await listen(running) { connection in
        _ = try await connection.receive(through: "data: ok\n\n")
        await running.server.show(errors: ["a.md:1: bad\r\n\nevent: reload", "<b>two</b>"])
        let expected =
          "event: errors\ndata: a.md:1: bad\ndata: event: reload\ndata: <b>two</b>\n\n"
        #expect(try await connection.receive(through: "</b>\n\n").hasSuffix(expected))
        try await listen(running) { later in
          let events = try await later.receive(through: "</b>\n\n")
          #expect(events.hasSuffix(expected))
        }
        try await running.server.publish([:])
        #expect(try await connection.receive(through: "data: ok\n\n").contains("event: ok\n"))
        try await listen(running) { latest in
          let events = try await latest.receive(through: "data: ok\n\n")
          #expect(!events.contains("event: errors"))
        }
      }
    }
  }

  @Test(arguments: [
    "Origin: http://evil.example", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
  ])
  func `Other origins cannot listen`(field: String) async throws {
    try await RunningServer.run { running in
      let events = try await running.scriptPath().replacing("reload.js", with: "events")
      let reply = try await RawConnection.get(events, port: running.port, fields: [field])
      #expect(reply.status == 403)
    }
  }

  @Test func `An unknown site changes nothing`() async throws {
    try await RunningServer.run { running in
      await #expect(throws: PreviewServerError.unknownSite("hlep")) {
        try await running.server.publish(["help": [:], "hlep": [:]])
      }
      let reply = try await RawConnection.get("/style.css", port: running.port)
      #expect(reply.status == 200)
    }
  }

  /// Listens as a page of the first build does.
  private func listen(
    _ running: RunningServer, _ known: String? = nil,
    _ body: @Sendable @escaping (inout RawConnection) async throws -> Void
  ) async throws {
    let request: String
    if let known { request = known } else { request = try await running.eventsRequest() }
    try await RawConnection.open(port: running.port) { connection in
      try await connection.send(request)
      let head = RawReply(head: try await connection.receive(through: "\r\n\r\n"))
      #expect(head["content-type"] == "text/event-stream; charset=utf-8")
      #expect(head["cache-control"] == "no-store")
      try await body(&connection)
    }
  }
}
