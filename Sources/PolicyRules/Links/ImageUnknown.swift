import CommonMark
package import PolicyModel

/// Letters are judged by a rule of their own: a relative address leads nowhere there.
package enum ImageUnknown: PolicyRule {
  package static let description = RuleDescription(
    "image-unknown", .fixed(.error), "An image is a file in site/assets/.",
    why: "Only those files are published. Any other address is a gap in the page, or reaches for a "
      + "file that is none of the site's.",
    failing: .part("## What's allowed\n\n- ![A banner](../../banner.png)"),
    passing: .part("## What's allowed\n\n- ![A banner](/assets/banner.png)"))

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for reference in subject.references.links
    where reference.alternative != nil && reference.part != .emails {
      let destination = reference.link.destination
      guard !destination.hasPrefix("//"), LinkSafety.scheme(of: destination) == nil else {
        continue
      }
      let place = LinkPlace.find(destination, in: reference.range, of: subject.text)
      guard let name = name(in: destination) else {
        findings.report(
          description, at: place, "`\(destination)` is no file in site/assets/",
          help: "Put the file into site/assets/ and write ![words](/assets/name).")
        continue
      }
      guard let assets = subject.context.index.assets, !assets.contains(name) else { continue }
      findings.report(
        description, at: place, "`\(name)` is not in site/assets/",
        help: nearestName(to: name, among: assets).map { "Did you mean /assets/\($0)?" }
          ?? "Put the file there.")
    }
  }

  /// The name of the file, where the address is one within `assets/`.
  private static func name(in destination: String) -> String? {
    var path = Substring(destination)
    if path.hasPrefix("/") {
      path = path.dropFirst()
    } else {
      guard path.hasPrefix("../") else { return nil }
      path = path.dropFirst(3)
    }
    guard path.hasPrefix("assets/") else { return nil }
    let name = decoded(path.dropFirst("assets/".count).prefix { $0 != "?" && $0 != "#" })
    return name.isEmpty || name.contains("/") || name.hasPrefix(".") ? nil : name
  }

  /// Without percent-encoding (RFC 3986, 2.1).
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
