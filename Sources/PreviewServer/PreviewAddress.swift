/// Where a site can be opened, known once its port is bound.
package struct PreviewAddress: Sendable, Equatable {
  /// The name of the ``PreviewSite``.
  package let site: String

  /// The port that was bound, also when any free one was asked for.
  package let port: Int

  /// The address to print for a person to open. For an internal site it holds the secret that lets
  /// the browser in, so it belongs in the terminal of whoever started the server and nowhere else.
  package let entryURL: String
}
