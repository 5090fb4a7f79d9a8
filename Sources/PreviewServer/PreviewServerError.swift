/// Why a preview could not start. What goes wrong later is answered to the client instead.
package enum PreviewServerError: Error, Equatable {
  /// Another program, or another site of this server, listens on the port.
  case portTaken(port: Int, site: String)

  /// The system refused the port for another reason, such as a port below 1024 without the right.
  case cannotListen(port: Int, site: String, reason: String)

  /// Two sites have the same name.
  case duplicateSite(String)

  /// There is no site of that name.
  case unknownSite(String)

  /// A listening socket was closed by something other than cancellation.
  case stoppedListening
}

extension PreviewServerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .portTaken(let port, let site):
      "port \(port), meant for the \(site) site, is taken; choose another, or 0 for any free port"
    case .cannotListen(let port, let site, let reason):
      "cannot listen on port \(port) for the \(site) site: \(reason)"
    case .duplicateSite(let site): "two sites are called \(site)"
    case .unknownSite(let site): "there is no site called \(site)"
    case .stoppedListening: "a listening socket was closed unexpectedly"
    }
  }
}
