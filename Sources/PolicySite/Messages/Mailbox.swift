/// A name and an address, as `From` and `To` hold them (RFC 5322, 3.4).
package struct Mailbox: Sendable, Hashable {
  /// May be empty.
  package let name: String
  package let address: String

  /// `nil` where `address` is not one: ASCII, a dot-atom on each side of the `@`.
  package init?(name: String = "", address: String) {
    let sides = address.split(separator: "@", omittingEmptySubsequences: false)
    guard sides.count == 2, address.utf8.count <= 254, Self.isDotAtom(sides[0]),
      Self.isDotAtom(sides[1])
    else { return nil }
    self.name = name.asHeaderText
    self.address = address
  }

  /// Reads `Name <address>`, `"Name" <address>` or an address alone.
  package init?(reading text: String) {
    let text = text.asHeaderText
    guard let open = text.lastIndex(of: "<") else {
      self.init(address: text)
      return
    }
    guard text.hasSuffix(">") else { return nil }
    var name = text[..<open]
    while name.last == " " { name.removeLast() }
    self.init(
      name: Self.unquoted(name), address: String(text[text.index(after: open)...].dropLast()))
  }

  /// The part after the `@`.
  var domain: Substring { address.split(separator: "@").last ?? "" }

  private static func unquoted(_ name: Substring) -> String {
    guard name.count >= 2, name.first == "\"", name.last == "\"" else { return String(name) }
    var out = ""
    var isEscaped = false
    for character in name.dropFirst().dropLast() {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        out.append(character)
        isEscaped = false
      }
    }
    return out
  }

  private static func isDotAtom(_ text: Substring) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { atom in !atom.isEmpty && atom.allSatisfy(isAtomText) }
  }

  private static func isAtomText(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
  }

  /// As people read it.
  package var shown: String { name.isEmpty ? address : "\(name) <\(address)>" }

  /// As a header holds it; it may be folded at each blank. `column` is where it begins.
  func headerValue(column: Int) -> String {
    if name.isEmpty { return address }
    if EncodedWord.isNeeded(for: name) {
      return "\(EncodedWord.encoded(name, first: HeaderWriter.width - column)) <\(address)>"
    }
    if name.utf8.allSatisfy({ $0 == 0x20 || Self.isAtomText($0) }) { return "\(name) <\(address)>" }
    let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(quoted)\" <\(address)>"
  }
}
