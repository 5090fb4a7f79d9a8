import PolicyModel

/// Writes the headers of a message (RFC 5322, 2.2), folded.
struct HeaderWriter {
  /// A line with an encoded word has at most so many columns (RFC 2047, 2); all others keep to it too.
  static let width = 76

  private(set) var bytes: [UInt8] = []

  /// Free text.
  mutating func text(_ name: String, _ value: String) {
    let value = value.asHeaderText
    let column = name.utf8.count + 2
    let isNeeded = EncodedWord.isNeeded(for: value)
    fold(name, isNeeded ? EncodedWord.encoded(value, first: Self.width - column) : value)
  }

  mutating func mailbox(_ name: String, _ mailbox: Mailbox) {
    fold(name, mailbox.headerValue(column: name.utf8.count + 2))
  }

  /// A value that this program made: ASCII words.
  mutating func plain(_ name: String, _ value: String) { fold(name, value) }

  /// Folds before a word that would pass the width; the first word stays with the name.
  private mutating func fold(_ name: String, _ value: String) {
    bytes += name.utf8
    bytes.append(UInt8(ascii: ":"))
    var column = name.utf8.count + 1
    if !value.isEmpty, column + 1 + value.utf8.count <= Self.width {
      bytes.append(0x20)
      bytes += value.utf8
      endLine()
      return
    }
    for (index, word) in Array(value.utf8).split(separator: 0x20).enumerated() {
      if index > 0, column + 1 + word.count > Self.width {
        endLine()
        column = 0
      }
      bytes.append(0x20)
      bytes += word
      column += 1 + word.count
    }
    endLine()
  }

  mutating func endLine() { bytes += [0x0D, 0x0A] }
}

extension CalendarDate {
  /// Noon of the day in UTC, as a header says it (RFC 5322, 3.3).
  var atNoon: String {
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let weekday = weekdays[((daysSinceEpoch % 7) + 7) % 7]
    let years = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
    return "\(weekday), \(day) \(Self.monthNames[month - 1].prefix(3)) \(years) 12:00:00 +0000"
  }
}
