import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Opens the sockets of every site on loopback, and knows which of them should stay open.
struct Listeners {
  /// The number of a socket that no longer listens, or never did.
  struct Ended: Sendable { fileprivate let id: Int }

  fileprivate struct Socket {
    let id: Int
    let port: Int
    let server: Server<PreviewChannel>
  }

  typealias Group = ThrowingTaskGroup<Ended, any Error>

  private let limits: PreviewLimits
  private let gate: ConnectionGate
  private var open: Set<Int> = []
  private var lastID = 0

  init(limits: PreviewLimits) {
    self.limits = limits
    gate = ConnectionGate(limit: limits.connections)
  }

  /// Whether the socket should still be listening.
  func isOpen(_ ended: Ended) -> Bool { open.contains(ended.id) }

  /// Binds 127.0.0.1 and, unless the system lacks it, ::1 at the same port.
  ///
  /// Both matter: browsers try both for `localhost`, and a stranger on the other one would receive
  /// what is meant for this site. So a port that is taken on ::1 alone is taken; one that was to be
  /// any free port is then chosen again.
  mutating func open(_ site: ServedSite, in group: inout Group) async throws -> Int {
    let attempts = site.port == 0 ? 8 : 1
    for _ in 1..<attempts {
      if let port = try await openOnce(site, in: &group, retriesWhenTaken: true) { return port }
    }
    guard let port = try await openOnce(site, in: &group, retriesWhenTaken: false) else {
      throw PreviewServerError.portTaken(port: site.port, site: site.name)
    }
    return port
  }

  private mutating func openOnce(
    _ site: ServedSite, in group: inout Group, retriesWhenTaken: Bool
  ) async throws -> Int? {
    let first: Socket
    switch try await bind(site, "127.0.0.1", site.port, in: &group) {
    case .bound(let socket): first = socket
    case .refused(let refusal): throw refusal.reported(port: site.port, site: site.name)
    }
    switch try await bind(site, "::1", first.port, in: &group) {
    case .bound: return first.port
    case .refused(let refusal) where refusal.means(EADDRNOTAVAIL, EAFNOSUPPORT):
      return first.port
    case .refused(let refusal) where refusal.means(EADDRINUSE) && retriesWhenTaken:
      open.remove(first.id)
      try await first.server.shutdownGracefully()
      return nil
    case .refused(let refusal): throw refusal.reported(port: first.port, site: site.name)
    }
  }

  private mutating func bind(
    _ site: ServedSite, _ host: String, _ port: Int, in group: inout Group
  ) async throws -> Binding {
    lastID += 1
    let id = lastID
    let (bindings, report) = AsyncStream.makeStream(of: (Int?, Refusal?).self)
    let server = Server(
      childChannelSetup: PreviewChannel(site: site, limits: limits, gate: gate),
      configuration: ServerConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { report.yield(($0.localAddress?.port, nil)) },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      // Clients are answered, and errors are thrown: there is nothing left to log.
      logger: Logger(label: "PreviewServer") { _ in SwiftLogNoOpLogHandler() })
    group.addTask {
      do { try await server.run() } catch { report.yield((nil, Refusal(error))) }
      report.finish()
      return Ended(id: id)
    }
    switch await bindings.first(where: { _ in true }) {
    case (let port?, _)?:
      open.insert(id)
      return .bound(Socket(id: id, port: port, server: server))
    case (nil, let refusal?)?: return .refused(refusal)
    default: throw CancellationError()
    }
  }
}

/// What came of asking the system for one socket.
private enum Binding {
  case bound(Listeners.Socket)
  case refused(Refusal)
}

/// Why the system refused a socket.
private struct Refusal: Sendable {
  private let code: CInt?
  private let reason: String

  init(_ error: any Error) {
    code = (error as? IOError)?.errnoCode
    reason = "\(error)"
  }

  func means(_ codes: CInt...) -> Bool { code.map(codes.contains) ?? false }

  func reported(port: Int, site: String) -> PreviewServerError {
    means(EADDRINUSE)
      ? .portTaken(port: port, site: site)
      : .cannotListen(port: port, site: site, reason: reason)
  }
}
