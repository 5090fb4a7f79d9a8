/// One site to preview: its built bytes, and the origin it is served from.
///
/// The server reads nothing from disk. What is not in `files` does not exist for it, so neither a
/// path with dots nor a link on disk can lead it anywhere else.
package struct PreviewSite: Sendable {
  /// The name used in ``PreviewServer/publish(_:)`` and in messages. It must be unique.
  package var name: String

  /// The port on loopback, or 0 for any free one. A port of its own makes it an origin of its own.
  package var port: Int

  /// The bytes for each path, without a leading slash: `pay-outside/index.html`.
  package var files: [String: [UInt8]]

  /// The policy sent with each response. It must allow scripts, styles and connections to `'self'`
  /// or live reload will not work. Control characters in it are dropped.
  package var contentSecurityPolicy: String

  /// Whether readers must come through ``PreviewAddress/entryURL`` first.
  package var isInternal: Bool

  package init(
    name: String, port: Int, files: [String: [UInt8]], contentSecurityPolicy: String,
    isInternal: Bool
  ) {
    self.name = name
    self.port = port
    self.files = files
    self.contentSecurityPolicy = contentSecurityPolicy
    self.isInternal = isInternal
  }
}
