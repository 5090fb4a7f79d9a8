import CommonMark

/// How the links that authors write in prose become addresses on one page.
///
/// Authors write `../<id>/` for another policy, `/actions/` for a page of the help site, and `#PAY-1`
/// for a rule of the same policy.
struct ProseLinks: Sendable {
  let links: Links
  /// The way from the page back to its site's root.
  let root: String
  /// Where the help site stands, for pages of other sites and for messages; `nil` on the help site
  /// itself.
  let helpURL: String?
  /// The policy in whose text the link stands.
  let policyID: String
  /// Whether the help site has a page at a path.
  let isBuilt: @Sendable (String) -> Bool

  var options: HTMLOptions {
    var options = HTMLOptions()
    options.isForPages = true
    options.marksRawHTML = false
    // A group and no region: a page with many tables would have more landmarks than places.
    options.tableWrapper = (
      { heads in
        let name = heads.isEmpty ? "" : " aria-label=\"\(heads.htmlEscaped)\""
        return "<div class=\"scroll\" role=\"group\"\(name) tabindex=\"0\">\n"
      }, "</div>\n"
    )
    let copy = self
    options.resolve = { copy.resolve($0) }
    return options
  }

  /// `nil` for a page that was not built: a draft, or a policy that has an error.
  func resolve(_ destination: String) -> String? {
    guard let target = Self.siteTarget(destination, policyID: policyID) else { return destination }
    guard isBuilt(target) else { return nil }
    if let helpURL { return helpURL + target }
    return links.href(root, target)
  }

  /// The path within the help site to which an address leads; `nil` where it leads elsewhere, or to
  /// a place on the same page.
  static func siteTarget(_ destination: String, policyID: String) -> String? {
    guard LinkSafety.scheme(of: destination) == nil, !destination.hasPrefix("#"),
      !destination.isEmpty
    else { return nil }
    if destination.hasPrefix("/") { return String(destination.drop { $0 == "/" }) }
    var path = Substring(destination)
    if path.hasPrefix("../") {
      while path.hasPrefix("../") { path = path.dropFirst(3) }
      return String(path)
    }
    if path.hasPrefix("./") { path = path.dropFirst(2) }
    return policyID + "/" + path
  }
}
