import NIOCore
import NIOPosix
import PreviewServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct ListeningTests {
  @Test(arguments: ["127.0.0.1", "::1"])
  func `A port that is taken is named`(host: String) async throws {
    let taken = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: host, port: 0).get()
    let port = try #require(taken.localAddress?.port)
    var site = PreviewSite.team
    site.port = port
    await #expect(throws: PreviewServerError.portTaken(port: port, site: "team")) {
      try await RunningServer.run([.help, site]) { _ in }
    }
    try await taken.close()
  }

  @Test func `Two sites cannot have one port`() async throws {
    let port = try await RunningServer.run { $0.port }
    var (help, team) = (PreviewSite.help, PreviewSite.team)
    (help.port, team.port) = (port, port)
    await #expect(throws: PreviewServerError.portTaken(port: port, site: "team")) {
      try await RunningServer.run([help, team]) { _ in }
    }
  }

  @Test func `Two sites cannot have one name`() {
    #expect(throws: PreviewServerError.duplicateSite("help")) {
      _ = try PreviewServer(sites: [.help, .help]) { _ in }
    }
  }

  @Test func `A port can be used again as soon as the server stopped`() async throws {
    var site = PreviewSite.help
    site.port = try await RunningServer.run { $0.port }
    let port = try await RunningServer.run([site]) { $0.port }
    #expect(port == site.port)
  }

  @Test func `Both loopback addresses answer, and no other`() async throws {
    try await RunningServer.run { running in
      let request = "GET /style.css HTTP/1.1\r\nHost: localhost:\(running.port)\r\n\r\n"
      for host in ["127.0.0.1", "::1"] {
        let reply = try await RawConnection.exchange(port: running.port, host: host, request)
        #expect(reply.status == 200)
      }
      // All of 127/8 is this machine: a server bound to every address would answer here.
      await #expect(throws: (any Error).self) {
        try await RawConnection.exchange(port: running.port, host: "127.0.0.2", request)
      }
    }
  }

  @Test func `It stops with listening pages and slow clients connected`() async throws {
    let clock = ContinuousClock()
    let stopped = try await RunningServer.run { running in
      let events = try await running.eventsRequest()
      let ready = AsyncStream.makeStream(of: Void.self)
      let clients = Task {
        try await withThrowingTaskGroup(of: String.self) { group in
          for start in ["", "GET / HT", events] {
            group.addTask {
              try await RawConnection.open(port: running.port) { connection in
                try await connection.send(start)
                if start.hasSuffix("\r\n\r\n") {
                  _ = try await connection.receive(through: "data: ok\n\n")
                }
                ready.continuation.yield()
                return await connection.receiveRest()
              }
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
      }
      for await _ in ready.stream.prefix(3) {}
      return (clock.now, clients)
    }
    #expect(clock.now - stopped.0 < .seconds(30))
    #expect(try await stopped.1.value.count == 3)
  }
}
