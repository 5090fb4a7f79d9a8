import PreviewServer
import Testing

@Suite(.timeLimit(.minutes(1))) struct TargetTests {
  @Test(arguments: [
    ("/../x", 400), ("/%2e%2e/x", 400), ("/%2e%2e%2fx", 400), ("/..%5cx", 400), ("/x%5cy", 400),
    ("/x\\y", 400), ("/x%00", 400), ("/./etc", 400), ("/etc%2f..%2fetc", 400),
    ("/%0d%0aX:%20y", 400),
    ("/%c0%ae%c0%ae/x", 400), ("/%c0%af", 400), ("/%7f", 400), ("/%C2%85", 400), ("/%", 400),
    ("/%4", 400), ("/%zz", 400), ("/etc#x", 400), ("/pay-outside/..", 400),
    ("/%252e%252e/x", 404), ("/%252e%252e%252fx", 404), ("//etc", 404), ("///etc", 404),
    ("/etc//", 404), ("//evil.example", 404), ("//evil.example/", 404),
    ("/pay-outside%2findex.html", 400), ("//pay-outside", 404),
    ("/.env", 404), ("/%2eenv", 404), ("/x/.git/config", 404), ("/etc/", 404), ("/ETC", 404),
    ("/_bylaw/", 404), ("/_bylaw/0/events", 404),
  ])
  func `A path that leads out of the manifest leads nowhere`(
    target: String, status: Int
  ) async throws {
    let reply = try await RunningServer.run {
      try await RawConnection.get(target, port: $0.port)
    }
    #expect(reply.status == status)
    #expect(!reply.body.contains("canary"))
    #expect(reply["location"] == nil)
  }

  @Test(arguments: [
    "/", "/index.html", "/pay-outside/", "/pay-outside/?a=/../x", "/p%61y-outside/index.html",
    "/caf%C3%A9/", "/etc",
  ])
  func `A path of the site is served`(target: String) async throws {
    let reply = try await RunningServer.run {
      try await RawConnection.get(target, port: $0.port)
    }
    #expect(reply.status == 200)
  }

  @Test(arguments: [
    ("/pay-outside", "/pay-outside/"), ("/pay-outside?a=b", "/pay-outside/?a=b"),
    ("/caf%c3%a9", "/caf%C3%A9/"), ("/a:b", "/a%3Ab/"), ("/%70ay-outside", "/pay-outside/"),
  ])
  func `A folder without its slash redirects within the site`(
    target: String, location: String
  ) async throws {
    let reply = try await RunningServer.run {
      try await RawConnection.get(target, port: $0.port)
    }
    #expect(reply.status == 308)
    #expect(reply["location"] == location)
  }
}
