import PreviewServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct MethodTests {
  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND"])
  func `Only GET and HEAD are allowed`(method: String) async throws {
    let reply = try await RunningServer.run {
      try await RawConnection.get("/", port: $0.port, method: method)
    }
    #expect(reply.status == 405)
    #expect(reply["allow"] == "GET, HEAD")
  }

  @Test func `CONNECT is not allowed`() async throws {
    let reply = try await RunningServer.run {
      try await RawConnection.get("localhost:\($0.port)", port: $0.port, method: "CONNECT")
    }
    #expect(reply.status == 405)
  }

  @Test(arguments: [
    "/", "/pay-outside", "/pay-outside/", "/style.css", "/nowhere", "/../x", "/_bylaw/0/reload.js",
  ])
  func `HEAD has the fields of GET and no body`(target: String) async throws {
    try await RunningServer.run { running in
      var get = try await RawConnection.get(target, port: running.port)
      let raw = """
        HEAD \(target) HTTP/1.1\r\nHost: localhost:\(running.port)\r\nConnection: close\r\n\r\n
        """
      let (head, rest) = try await RawConnection.open(port: running.port) { connection in
        try await connection.send(raw)
        let head = try await connection.reply(hasBody: false)
        return (head, await connection.receiveRest())
      }
      get.body = ""
      #expect(head == get)
      #expect(rest.isEmpty)
    }
  }

  @Test func `A body is not waited for`() async throws {
    try await RunningServer.run { running in
      let rest = try await RawConnection.open(port: running.port, within: .seconds(30)) {
        try await $0.send(
          "POST / HTTP/1.1\r\nHost: localhost:\(running.port)\r\nContent-Length: 9999\r\n\r\nab")
        return await $0.receiveRest()
      }
      #expect(rest.hasPrefix("HTTP/1.1 405"))
    }
  }

  @Test func `Requests on one connection are answered in order`() async throws {
    try await RunningServer.run { running in
      let host = "Host: localhost:\(running.port)\r\n\r\n"
      let statuses = try await RawConnection.open(port: running.port) { connection in
        try await connection.send(
          "GET /style.css HTTP/1.1\r\n\(host)GET /nowhere HTTP/1.1\r\n\(host)")
        return [try await connection.reply().status, try await connection.reply().status]
      }
      #expect(statuses == [200, 404])
    }
  }
}
