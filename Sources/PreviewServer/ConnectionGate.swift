import NIOCore
import Synchronization

/// Keeps the number of open connections within the limit, over all listening sockets.
///
/// Hummingbird's own limit stops accepting when it is reached, so that whoever holds connections
/// open keeps everybody else waiting. This one closes the connection that can best be spared.
final class ConnectionGate: Sendable {
  private struct Connection {
    let channel: any Channel
    let age: UInt64
    var isAnswering = false
  }

  private struct State {
    var connections: [ObjectIdentifier: Connection] = [:]
    var admitted: UInt64 = 0
  }

  private let limit: Int
  private let state = Mutex(State())

  init(limit: Int) {
    self.limit = limit
  }

  /// Counts a new connection until it closes, and closes another one when there are too many.
  func admit(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    let spared = state.withLock { state in
      let spared = state.connections.count < limit ? nil : Self.mostSparable(state.connections)
      state.admitted += 1
      state.connections[id] = Connection(channel: channel, age: state.admitted)
      return spared.flatMap { state.connections.removeValue(forKey: $0) }
    }
    spared?.channel.close(promise: nil)
    channel.closeFuture.whenComplete { _ in
      self.state.withLock { $0.connections[id] = nil }
    }
  }

  /// Notes whether a request on the connection is being answered.
  func setAnswering(_ isAnswering: Bool, _ channel: any Channel) {
    state.withLock { $0.connections[ObjectIdentifier(channel)]?.isAnswering = isAnswering }
  }

  private static func mostSparable(
    _ connections: [ObjectIdentifier: Connection]
  ) -> ObjectIdentifier? {
    connections.min { left, right in
      left.value.isAnswering == right.value.isAnswering
        ? left.value.age < right.value.age : !left.value.isAnswering
    }?.key
  }
}
