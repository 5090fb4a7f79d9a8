package import PolicyModel

/// A message as a file that mail programs open as a draft (`.eml`).
///
/// RFC 5322 for the headers, RFC 2046 (5.1.4) for the two forms of the body: plain text first, the
/// richer one last. The same values give the same bytes.
package struct MIMEMessage: Sendable, Hashable {
  package var from: Mailbox
  package var to: Mailbox
  package var subject: String
  package var date: CalendarDate
  /// A BCP 47 tag.
  package var language: String
  package var text: String
  package var html: String

  package init(
    from: Mailbox, to: Mailbox, subject: String, date: CalendarDate, language: String, text: String,
    html: String
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.date = date
    self.language = language
    self.text = text
    self.html = html
  }

  package var bytes: [UInt8] {
    var digest = Digest()
    for part in [from.shown, to.shown, subject, date.description, language, text, html] {
      digest.add(part)
    }
    // In quoted-printable `=` is followed by a digit or a line ending, never by `_`: no part can
    // hold this (RFC 2045, 6.7).
    let boundary = "=_bylaw_\(digest.hexadecimal)"
    var headers = HeaderWriter()
    headers.mailbox("From", from)
    headers.mailbox("To", to)
    headers.text("Subject", subject)
    headers.plain("Date", date.atNoon)
    headers.plain("Message-ID", "<\(digest.hexadecimal).bylaw@\(from.domain)>")
    headers.plain("MIME-Version", "1.0")
    headers.text("Content-Language", language)
    headers.plain("X-Unsent", "1")
    headers.plain("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")
    headers.endLine()
    var out = headers.bytes
    Self.part("text/plain", text, boundary, &out)
    Self.part("text/html", html, boundary, &out)
    out += "--\(boundary)--\r\n".utf8
    return out
  }

  private static func part(
    _ type: String, _ body: String, _ boundary: String, _ out: inout [UInt8]
  ) {
    out += "--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\n".utf8
    out += "Content-Transfer-Encoding: quoted-printable\r\n\r\n".utf8
    QuotedPrintable.append(body, to: &out)
    out += [0x0D, 0x0A]
  }
}

/// FNV-1a over words of 64 bits: names a message, and protects nothing.
private struct Digest {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds `text` behind its length, so that no two lists of texts look alike.
  mutating func add(_ text: String) {
    let bytes = Array(text.utf8)
    add(UInt64(bytes.count))
    var index = 0
    while index + 8 <= bytes.count {
      var word: UInt64 = 0
      for offset in 0..<8 { word = word << 8 | UInt64(bytes[index + offset]) }
      add(word)
      index += 8
    }
    while index < bytes.count {
      add(UInt64(bytes[index]))
      index += 1
    }
  }

  /// The multiplication carries upwards only; the shift brings the high bits down again.
  private mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0x100_0000_01B3
    value ^= value >> 32
  }

  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
