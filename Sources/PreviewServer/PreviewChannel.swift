import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// One connection: Hummingbird's HTTP/1.1 with this server's limits, guard and answers.
struct PreviewChannel: ServerChildChannel {
  private let http: HTTP1Channel
  private let gate: ConnectionGate
  private let contentSecurityPolicy: String

  init(site: ServedSite, limits: PreviewLimits, gate: ConnectionGate) {
    self.gate = gate
    contentSecurityPolicy = site.contentSecurityPolicy
    http = HTTP1Channel(
      responder: { request, writer, channel in
        gate.setAnswering(true, channel)
        defer { gate.setAnswering(false, channel) }
        try await Self.respond(site: site, request, writer, channel)
      },
      configuration: HTTP1Channel.Configuration(
        idleTimeout: .seconds(Int64(limits.idleSeconds)),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
          maxHeaderFieldCount: limits.headerFields)))
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
    gate.admit(channel)
    return http.setup(channel: channel, logger: logger).flatMapThrowing { value in
      let pipeline = channel.pipeline.syncOperations
      let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
      try pipeline.addHandler(
        RequestGuard(contentSecurityPolicy: contentSecurityPolicy), position: .after(parser))
      return value
    }
  }

  func handle(value: HTTP1Channel.Value, logger: Logger) async {
    await http.handle(value: value, logger: logger)
  }

  private static func respond(
    site: ServedSite, _ request: Request, _ writer: consuming ResponseWriter,
    _ channel: any Channel
  ) async throws {
    let responder = SiteResponder(site: site, port: channel.localAddress?.port ?? 0)
    switch await responder.answer(request.head) {
    case .events(let seenBuild):
      let stream = EventStream(site: site.live, seenBuild: seenBuild)
      try await stream.send(to: writer, for: request)
    case .reply(let reply):
      let body = request.method == .head ? [] : reply.body
      try await writer.write(
        response: reply.head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
      // Bodies are never read: not waiting for one is what stops a client that sends it slowly.
      if hasBody(request) { try await channel.close(mode: .input) }
    }
  }

  private static func hasBody(_ request: Request) -> Bool {
    let fields = request.headers
    return fields[.transferEncoding] != nil || (fields[.contentLength] ?? "0") != "0"
  }
}
