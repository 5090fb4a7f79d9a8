/// A site together with the secrets and the changing state it has during one run.
struct ServedSite: Sendable {
  let name: String
  let port: Int
  let contentSecurityPolicy: String
  let live: LiveSite
  let reload: LiveReload

  /// What a browser must present to read an internal site; nil for a public one.
  let secret: String?

  init(_ site: PreviewSite, liveToken: String) {
    name = site.name
    port = site.port
    contentSecurityPolicy = String(
      String.UnicodeScalarView(
        site.contentSecurityPolicy.unicodeScalars.filter { (" "..."~").contains($0) }))
    live = LiveSite(files: site.files)
    reload = LiveReload(token: liveToken)
    secret = site.isInternal ? RandomToken.make() : nil
  }

  func address(port: Int) -> PreviewAddress {
    let entry = secret.map { EntryGate(secret: $0, port: port).path } ?? "/"
    return PreviewAddress(
      site: name, port: port, entryURL: "http://localhost:\(port)\(entry)")
  }
}
