/// What one server gives its clients before it turns to the others.
package struct PreviewLimits: Sendable {
  /// Connections open at once, over all sites. One more closes the oldest that waits for a request,
  /// or the oldest of all when none does, so that nobody can keep others out by holding on.
  package var connections = 100

  /// How long a connection may take to send a request, or stay open between two. An answer that is
  /// being sent, and a page that listens for reloads, are not idle.
  package var idleSeconds = 10

  /// The size of a request's headers in all, its target included, and of each one.
  package var headerBytes = 16 * 1024

  /// The number of header fields in a request.
  package var headerFields = 100

  package init() {}
}
