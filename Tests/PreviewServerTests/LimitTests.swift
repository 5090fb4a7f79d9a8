import PreviewServer
import Testing

@Suite(.serialized, .timeLimit(.minutes(1))) struct LimitTests {
  @Test(arguments: [
    "", "GET / HTTP/1.1\r\nHost: loc", "GET /style.css HTTP/1.1\r\nHost: H\r\n\r\n",
  ])
  func `An idle connection is closed`(start: String) async throws {
    var limits = PreviewLimits()
    limits.idleSeconds = 1
    try await RunningServer.run(limits: limits) { running in
      let start = start.replacing("H\r", with: "localhost:\(running.port)\r")
      try await RawConnection.open(port: running.port, within: .seconds(30)) { connection in
        try await connection.send(start)
        _ = await connection.receiveRest()
      }
    }
  }

  @Test func `A request that comes byte by byte is not waited for`() async throws {
    var limits = PreviewLimits()
    limits.idleSeconds = 1
    try await RunningServer.run(limits: limits) { running in
      let sent = try await RawConnection.open(port: running.port) { connection in
        var sent = 0
        do {
          for byte in "GET / HTTP/1.1\r\nHost: localhost:\(running.port)\r\n\r\n" {
            try await connection.send(String(byte))
            try await Task.sleep(for: .milliseconds(200))
            sent += 1
          }
        } catch {}
        return sent
      }
      #expect(sent < 15)
    }
  }

  @Test func `A listening page is not idle`() async throws {
    var limits = PreviewLimits()
    limits.idleSeconds = 1
    try await RunningServer.run(limits: limits) { running in
      let events = try await running.eventsRequest()
      try await RawConnection.open(port: running.port) { connection in
        try await connection.send(events)
        _ = try await connection.receive(through: "data: ok\n\n")
        try await Task.sleep(for: .milliseconds(2500))
        try await running.server.publish(["help": [:]])
        _ = try await connection.receive(through: "event: reload\n")
      }
    }
  }

  @Test func `Five hundred idle connections do not keep others out`() async throws {
    var limits = PreviewLimits()
    limits.idleSeconds = 60
    try await RunningServer.run(limits: limits) { running in
      try await withThrowingTaskGroup(of: String.self) { group in
        let opened = AsyncStream.makeStream(of: Void.self)
        for _ in 0..<500 {
          group.addTask {
            try await RawConnection.open(port: running.port, within: .seconds(30)) { connection in
              opened.continuation.yield()
              return await connection.receiveRest()
            }
          }
        }
        for await _ in opened.stream.prefix(500) {}
        var durations: [Duration] = []
        for _ in 0..<5 {
          durations.append(
            try await ContinuousClock().measure {
              let reply = try await RawConnection.get("/style.css", port: running.port)
              #expect(reply.status == 200)
            })
        }
        // The fastest, since other tests of this process compete for the same threads.
        let fastest = try #require(durations.min())
        #expect(fastest < .seconds(5), "nobody waits until idle connections are closed")
        // The server closes those over the limit long before they are idle too long.
        for _ in 0..<400 { _ = try await group.next() }
        group.cancelAll()
      }
    }
  }

  @Test func `A listening page outlives idle connections over the limit`() async throws {
    var limits = PreviewLimits()
    limits.connections = 3
    try await RunningServer.run(limits: limits) { running in
      let events = try await running.eventsRequest()
      try await RawConnection.open(port: running.port) { connection in
        try await connection.send(events)
        _ = try await connection.receive(through: "data: ok\n\n")
        try await withThrowingTaskGroup(of: Void.self) { group in
          let opened = AsyncStream.makeStream(of: Void.self)
          for _ in 0..<6 {
            group.addTask {
              try await RawConnection.open(port: running.port) { connection in
                opened.continuation.yield()
                _ = await connection.receiveRest()
              }
            }
          }
          for await _ in opened.stream.prefix(6) {}
          for _ in 0..<3 { try await group.next() }
          group.cancelAll()
        }
        try await running.server.publish(["help": [:]])
        _ = try await connection.receive(through: "event: reload\n")
      }
    }
  }

  @Test(arguments: [
    "GET /PAD HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost:PORT\r\nX: PAD\r\n\r\n",
  ])
  func `A head over the limit is refused`(raw: String) async throws {
    for (size, isRefused) in [(8 * 1024, false), (17 * 1024, true), (1024 * 1024, true)] {
      try await RunningServer.run { running in
        let raw = raw.replacing("PORT", with: "\(running.port)")
          .replacing("PAD", with: String(repeating: "a", count: size))
        let reply = try await RawConnection.open(port: running.port) { connection in
          // The server may close before all is sent.
          try? await connection.send(raw)
          return RawReply(head: try await connection.receive(through: "\r\n\r\n"))
        }
        #expect((reply.status == 431) == isRefused)
        #expect(reply["x-content-type-options"] == "nosniff")
      }
    }
  }

  @Test func `Too many fields are refused`() async throws {
    let reply = try await RunningServer.run {
      try await RawConnection.get(
        "/", port: $0.port, fields: (0..<101).map { "X-\($0): y" })
    }
    #expect(reply.status == 431)
  }
}
