import CommonMark

/// A relative address as it leads through the help site: `../pay-outside/#PAY-1`.
struct SiteAddress {
  /// The first folder; `nil` where it stays on the page.
  var page: String?
  /// What follows the first folder: `changes`, `v/2`.
  var rest: [String]
  var anchor: String?

  /// `nil` for an address with a scheme, and for one that is not about the site.
  init?(_ destination: String) {
    guard LinkSafety.scheme(of: destination) == nil, !destination.hasPrefix("//") else {
      return nil
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    anchor = parts.count > 1 ? String(parts[1]) : nil
    let path = parts[0].prefix { $0 != "?" }
    var folders = path.split(separator: "/").filter { $0 != "." && $0 != ".." }.map(String.init)
    if let last = folders.last, last == "index.html" { folders.removeLast() }
    page = folders.first
    rest = Array(folders.dropFirst())
  }
}
