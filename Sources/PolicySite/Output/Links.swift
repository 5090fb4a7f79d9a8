/// Addresses within one site, relative to the page on which they stand.
struct Links: Sendable {
  /// Whether folders are named by their `index.html`, so that pages work from a disk.
  let isPortable: Bool

  /// The way from the page at `path` back to the site's root: `../` for each folder.
  static func root(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// The address of `target`, such as `pay-outside/#PAY-1`, for a page whose way back is `root`.
  func href(_ root: String, _ target: String) -> String {
    let hash = target.firstIndex(of: "#") ?? target.endIndex
    let path = target[..<hash]
    if isPortable, path.isEmpty || path.hasSuffix("/") {
      return root + path + "index.html" + target[hash...]
    }
    let address = root + target
    return address.isEmpty ? "./" : address
  }
}
