/// One file of a site, its path from the site's root.
package struct OutputFile: Sendable, Hashable {
  package var path: String
  package var bytes: [UInt8]

  package init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Whether readers open it by its address: what belongs to a page is none.
  package var isPage: Bool {
    path == "index.html" || path == "404.html" || path.hasSuffix("/index.html")
  }

  package init(_ path: String, _ text: String) {
    self.init(path, Array(text.utf8))
  }
}
