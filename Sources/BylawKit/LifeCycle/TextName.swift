package import PolicyModel

/// Which text of a policy someone means.
package enum TextName: Sendable, Hashable {
  /// `3` or `v3`.
  case version(Int)
  /// `2026-03-12`: what was in force that day.
  case day(CalendarDate)
  /// Anything else that git takes for a commit.
  case revision(String)
  /// What is in force today, else what was approved last.
  case approved
  /// The working tree.
  case working

  /// Up to four digits are a version: write `refs/tags/v1` for a tag of that name.
  package init(_ text: String) {
    let bytes = Array(text.utf8)
    let digits = bytes.first == UInt8(ascii: "v") ? bytes.dropFirst() : bytes[...]
    if let day = CalendarDate(text) {
      self = .day(day)
    } else if (1...4).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(String(decoding: digits, as: UTF8.self))
    {
      self = .version(number)
    } else {
      self = .revision(text)
    }
  }
}
