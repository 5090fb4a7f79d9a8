import PreviewServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct HostTests {
  @Test(arguments: ["localhost:PORT", "127.0.0.1:PORT", "[::1]:PORT", "LocalHost:PORT"])
  func `A name of loopback with the port is served`(host: String) async throws {
    #expect(try await status("Host: \(host)\r\n") == 200)
  }

  @Test(arguments: [
    "Host: evil.example:PORT\r\n", "Host: localhost.:PORT\r\n", "Host: localhost:1\r\n",
    "Host: localhost\r\n", "Host: \r\n", "", "Host: localhost:PORT.evil.example\r\n",
    "Host: evil.example@localhost:PORT\r\n", "Host: 127.1:PORT\r\n", "Host: 0.0.0.0:PORT\r\n",
    "Host: localhost:0PORT\r\n", "X-Forwarded-Host: localhost:PORT\r\n",
  ])
  func `Any other host is misdirected`(fields: String) async throws {
    #expect(try await status(fields) == 421)
  }

  @Test(arguments: [
    "Host: localhost:PORT\r\nHost: evil.example\r\n",
    "Host: localhost:PORT\r\nhost: localhost:PORT\r\n",
  ])
  func `Two hosts are refused`(fields: String) async throws {
    #expect(try await status(fields) == 400)
  }

  @Test(arguments: [
    "http://evil.example/", "http://localhost:PORT/", "HTTP://localhost/style.css", "*",
    "evil.example:80", "javascript:/style.css",
  ])
  func `A target that is not a path is refused`(target: String) async throws {
    let reply = try await RunningServer.run { running in
      let target = target.replacing("PORT", with: "\(running.port)")
      return try await RawConnection.get(target, port: running.port)
    }
    #expect(reply.status == 400)
  }

  private func status(_ fields: String) async throws -> Int {
    try await RunningServer.run { running in
      let fields = fields.replacing("PORT", with: "\(running.port)")
      return try await RawConnection.exchange(
        port: running.port, "GET /style.css HTTP/1.1\r\n\(fields)\r\n"
      ).status
    }
  }
}
