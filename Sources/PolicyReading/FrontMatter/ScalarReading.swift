import CommonMark
import PolicyModel

extension Shape {
  /// The typed value of a scalar's text; `nil` where it does not fit.
  func content(of text: String) -> FieldValue.Content? {
    switch self {
    case .text(let maximum):
      let trimmed = text.trimmingBlanks
      return trimmed.isEmpty || trimmed.unicodeScalars.count > maximum ? nil : .text(trimmed)
    case .slug: return Self.isSlug(text) ? .text(text) : nil
    case .date: return CalendarDate(text).map { .date($0) }
    case .period: return Period(text).map { .period($0) }
    case .wholeNumber(let range):
      guard text.utf8.count <= 9, let number = Int(text), String(number) == text,
        range.contains(number)
      else { return nil }
      return .number(number)
    case .flag: return text == "true" ? .flag(true) : text == "false" ? .flag(false) : nil
    case .url:
      guard let scheme = LinkSafety.scheme(of: text), LinkSafety.allows(text), !scheme.isEmpty,
        text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { return nil }
      return .text(text)
    case .address: return Self.isAddress(text) ? .text(text.lowercased()) : nil
    case .mailbox:
      guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
        return Self.isAddress(text) ? .text(text) : nil
      }
      let address = text[text.index(after: open)...].dropLast()
      return text.utf8.count <= 200 && Self.isAddress(String(address)) ? .text(text) : nil
    case .color:
      let isHex = text.utf8.dropFirst().allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte)
          || (0x61...0x66).contains(byte)
      }
      return text.utf8.count == 7 && text.hasPrefix("#") && isHex ? .text(text) : nil
    case .locale:
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let isTag = parts.allSatisfy { part in
        (2...8).contains(part.utf8.count) && part.utf8.allSatisfy(Self.isLetterOrDigit)
      }
      return isTag && (2...3).contains(parts[0].utf8.count) ? .text(text) : nil
    case .digest:
      let digits = text.utf8.dropFirst(Self.digestPrefix.utf8.count)
      let isDigest =
        text.hasPrefix(Self.digestPrefix) && digits.count == 64
        && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      return isDigest ? .text(text) : nil
    case .timeZone:
      let isName = text.utf8.allSatisfy { Self.isLetterOrDigit($0) || "/_+-".utf8.contains($0) }
      return isName && !text.isEmpty && text.utf8.count <= 64 ? .text(text) : nil
    case .variable: return TokenLifter.isName(text) ? .text(text) : nil
    case .oneOf(let names, _): return names.contains(text) ? .text(text) : nil
    case .list, .record, .map: return nil
    }
  }

  /// What is expected, as it completes "must be …".
  var words: String {
    switch self {
    case .text(let maximum): "text of at most \(maximum) characters"
    case .slug: "lower-case letters and digits joined by single hyphens"
    case .date: "a date, YYYY-MM-DD"
    case .period: "a period, such as 30 days or 6 months"
    case .wholeNumber(let range):
      range.upperBound > 1_000_000
        ? "a whole number from \(range.lowerBound) up"
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .url: "an address that begins with https://, http:// or mailto:"
    case .address: "an e-mail address"
    case .mailbox: "a sender, Name <address>"
    case .color: "a colour, #rrggbb"
    case .locale: "a language tag, such as en or pt-BR"
    case .digest: "a digest, sha256: and 64 hexadecimal digits"
    case .timeZone: "the name of a time zone, such as Europe/Dublin"
    case .variable: "a name in lower case, its parts joined by full stops"
    case .oneOf(let names, _):
      names.count > 8 ? "one of the known names" : "one of " + names.joined(separator: ", ")
    case .list: "a list"
    case .record, .map: "a set of keys"
    }
  }

  private static let digestPrefix = "sha256:"

  package static func isSlug(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 80 else { return false }
    var last = UInt8(ascii: "-")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-"): if last == UInt8(ascii: "-") { return false }
      default: return false
      }
      last = byte
    }
    return last != UInt8(ascii: "-")
  }

  /// ASCII only, one `@`, no display name, no quoted local part.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64, parts[1].contains("."),
      text.utf8.count <= 254
    else { return false }
    return parts[0].utf8.allSatisfy {
      isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains($0)
    }
      && parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
      }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension StringProtocol {
  /// Without blanks and line ends at either end.
  package var trimmingBlanks: String {
    let scalars = unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
