internal import Synchronization

/// Headers and footers that were rendered already: the same for all pages of a folder.
final class FrameCache: Sendable {
  private let rendered = Mutex<[String: (header: String, footer: String)]>([:])

  func parts(
    key: String, _ render: () -> (header: String, footer: String)
  ) -> (header: String, footer: String) {
    if let known = rendered.withLock({ $0[key] }) { return known }
    let new = render()
    rendered.withLock { $0[key] = new }
    return new
  }
}
