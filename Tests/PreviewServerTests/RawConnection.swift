import NIOCore
import NIOPosix

/// One connection that sends the bytes it is told, also those that no HTTP client would.
struct RawConnection {
  typealias Stream = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  private var received: [UInt8] = []

  /// The server closed its side.
  struct Closed: Error {}

  /// Connects, runs the body and closes. Everything together may take half a minute unless told.
  static func open<Result: Sendable>(
    port: Int, host: String = "127.0.0.1", within limit: Duration = .seconds(30),
    _ body: @Sendable @escaping (inout RawConnection) async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
      group.addTask {
        try await Task.sleep(for: limit)
        throw TooSlow()
      }
      group.addTask {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
          .connect(host: host, port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
              try Stream(wrappingChannelSynchronously: channel)
            }
          }
        return try await channel.executeThenClose { inbound, outbound in
          var connection = RawConnection(
            inbound: inbound.makeAsyncIterator(), outbound: outbound)
          return try await body(&connection)
        }
      }
      defer { group.cancelAll() }
      guard let result = try await group.next() else { throw Closed() }
      return result
    }
  }

  struct TooSlow: Error {}

  private init(
    inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
    outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  ) {
    self.inbound = inbound
    self.outbound = outbound
  }

  func send(_ text: String) async throws {
    try await outbound.write(ByteBuffer(string: text))
  }

  /// The bytes up to and with the mark; what follows stays for the next call.
  mutating func receive(through mark: String) async throws -> String {
    let mark = Array(mark.utf8)
    while true {
      let starts = 0..<max(0, received.count - mark.count + 1)
      if let start = starts.first(where: { received[$0...].starts(with: mark) }) {
        return take(start + mark.count)
      }
      try await receiveMore()
    }
  }

  mutating func receive(count: Int) async throws -> String {
    while received.count < count { try await receiveMore() }
    return take(count)
  }

  /// Everything until the server closes.
  mutating func receiveRest() async -> String {
    while (try? await receiveMore()) != nil {}
    return take(received.count)
  }

  private mutating func receiveMore() async throws {
    guard let buffer = try await inbound.next() else { throw Closed() }
    received += buffer.readableBytesView
  }

  private mutating func take(_ count: Int) -> String {
    defer { received.removeFirst(count) }
    return String(decoding: received.prefix(count), as: UTF8.self)
  }
}
