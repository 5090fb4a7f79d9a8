import HTTPTypes
import HummingbirdCore
import NIOCore

/// Keeps one page told of builds until it closes its connection or the server stops.
struct EventStream: Sendable {
  let site: LiveSite
  let seenBuild: Int?

  func send(to writer: consuming ResponseWriter, for request: Request) async throws {
    let head = HTTPResponse(
      status: .ok, headerFields: [.contentType: "text/event-stream; charset=utf-8"])
    var body = try await writer.writeHead(head)
    let (id, events) = await site.listen(seenBuild: seenBuild)
    do {
      // Browsers reconnect by themselves, after this many milliseconds.
      try await body.write(ByteBuffer(string: "retry: 1000\n\n"))
      try await request.body.consumeWithCancellationOnInboundClose { _ in
        for await event in events {
          try await body.write(ByteBuffer(string: event.text))
        }
      }
    } catch {
      await site.stopListening(id)
      throw error
    }
    await site.stopListening(id)
    try await body.finish(nil)
  }
}
