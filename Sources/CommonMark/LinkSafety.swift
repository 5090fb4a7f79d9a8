/// Which addresses may stand in a page. Everything else is written as an empty address.
package enum LinkSafety {
  private static let schemes: Set<String> = ["https", "http", "mailto"]

  /// Whether `destination` is relative, a fragment, or of an allowed scheme.
  ///
  /// cmark-gfm's own filter lets `//host/x` and `feed:javascript:…` pass, so this is an allow-list.
  /// Controls, spaces and backslashes are written percent-encoded, so that no browser reads them as
  /// part of a scheme or of a host.
  package static func allows(_ destination: String) -> Bool {
    guard !destination.hasPrefix("//") else { return false }
    guard let scheme = scheme(of: destination) else { return true }
    return schemes.contains(scheme)
  }

  /// What stands before the first colon, lower-cased, unless a slash, `?` or `#` comes first.
  package static func scheme(of destination: String) -> String? {
    var scheme = ""
    for byte in destination.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return scheme.lowercased()
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      default: scheme.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return nil
  }
}
