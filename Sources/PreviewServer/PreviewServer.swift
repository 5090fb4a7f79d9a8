import HummingbirdCore
import NIOCore

/// Serves built sites from memory on loopback, and reloads open pages after each build.
///
/// It listens on 127.0.0.1 and, where the system has it, on ::1; there is no way to ask for another
/// address. Other users of the same machine can connect: an internal site asks them for a secret,
/// a public one does not. Traffic is not encrypted.
package final class PreviewServer: Sendable {
  private let sites: [ServedSite]
  private let limits: PreviewLimits
  private let onListening: @Sendable ([PreviewAddress]) async -> Void

  /// - Parameters:
  ///   - sites: What is served, each on a port of its own.
  ///   - limits: How much one client can ask for.
  ///   - onListening: Called once, when every site is bound and answers.
  /// - Throws: ``PreviewServerError/duplicateSite(_:)``.
  package init(
    sites: [PreviewSite], limits: PreviewLimits = PreviewLimits(),
    onListening: @escaping @Sendable ([PreviewAddress]) async -> Void
  ) throws(PreviewServerError) {
    var names: Set<String> = []
    for site in sites where !names.insert(site.name).inserted {
      throw .duplicateSite(site.name)
    }
    let liveToken = RandomToken.make()
    self.sites = sites.map { ServedSite($0, liveToken: liveToken) }
    self.limits = limits
    self.onListening = onListening
  }

  /// Listens until the task is cancelled, then lets answers in progress end and returns normally.
  ///
  /// Call it once. A site that cannot be bound stops the others, and none is announced.
  package func run() async throws {
    do {
      try await withThrowingTaskGroup(of: Listeners.Ended.self) { group in
        defer { group.cancelAll() }
        var listeners = Listeners(limits: limits)
        var addresses: [PreviewAddress] = []
        for site in sites {
          let port = try await listeners.open(site, in: &group)
          addresses.append(site.address(port: port))
        }
        await onListening(addresses)
        for try await ended in group where listeners.isOpen(ended) {
          throw PreviewServerError.stoppedListening
        }
      }
    } catch  where Task.isCancelled {
      return
    }
  }

  /// Takes over a good build: the given sites get new files, and errors shown before are cleared.
  ///
  /// Open pages reload when a file of their site changed, and stay as they are otherwise. Sites
  /// that are not named keep their files. Nothing is changed when a name is unknown.
  package func publish(_ builds: [String: [String: [UInt8]]]) async throws(PreviewServerError) {
    let known = Set(sites.map(\.name))
    if let unknown = builds.keys.sorted().first(where: { !known.contains($0) }) {
      throw .unknownSite(unknown)
    }
    for site in sites {
      await site.live.publish(builds[site.name])
    }
  }

  /// Shows the errors of a failed build over every open page, until the next ``publish(_:)``.
  ///
  /// They are shown as plain text, one line each. The last good files stay served.
  package func show(errors: [String]) async {
    for site in sites {
      await site.live.show(errors: errors)
    }
  }
}
