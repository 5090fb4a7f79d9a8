import NIOCore
import NIOHTTP1

/// Sits between the HTTP parser and Hummingbird, for what Hummingbird's own types do not show.
///
/// Inbound it blanks targets that are not paths: the conversion that follows would cut
/// `http://host/path` down to `/path`, and the host in it would go unseen. Outbound it adds the
/// fields that every response carries, so that no answer, not even to an unreadable request, lacks
/// them.
final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let standardFields: [(String, String)]
  private var headersOverflowed = false

  init(contentSecurityPolicy: String) {
    standardFields = [
      ("Cache-Control", "no-store"),
      ("Content-Security-Policy", contentSecurityPolicy),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Referrer-Policy", "no-referrer"),
      ("X-Content-Type-Options", "nosniff"),
    ]
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = unwrapInboundIn(data) else {
      context.fireChannelRead(data)
      return
    }
    if !head.uri.hasPrefix("/") { head.uri = "" }
    // Clients of HTTP/1.0 wait for the end of the connection, which only this field brings about.
    if head.version != .http1_1 { head.headers.replaceOrAdd(name: "Connection", value: "close") }
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if case .headerOverflow? = error as? HTTPParserError { headersOverflowed = true }
    context.fireErrorCaught(error)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .head(var head) = unwrapOutboundIn(data) else {
      context.write(data, promise: promise)
      return
    }
    for (name, value) in standardFields {
      head.headers.replaceOrAdd(name: name, value: value)
    }
    if headersOverflowed, head.status == .badRequest {
      head.status = .requestHeaderFieldsTooLarge
    }
    context.write(wrapOutboundOut(.head(head)), promise: promise)
  }
}
