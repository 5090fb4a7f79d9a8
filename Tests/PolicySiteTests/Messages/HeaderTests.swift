import PolicyModel
import Testing

@testable import PolicySite

@Suite struct `Headers of a message` {
  private func header(_ name: String, _ value: String) -> String {
    var writer = HeaderWriter()
    writer.text(name, value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `are as they are in ASCII, folded between words`() {
    #expect(header("Subject", "Short and plain") == "Subject: Short and plain\r\n")
    let long = Array(repeating: "word", count: 30).joined(separator: " ")
    let lines = header("Subject", long).split(separator: "\r\n")
    #expect(lines.count == 3 && lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" w") })
  }

  @Test(arguments: [
    ("Änderung", "Subject: =?utf-8?q?=C3=84nderung?=\r\n"),
    ("規約の変更", "Subject: =?utf-8?b?6KaP57SE44Gu5aSJ5pu0?=\r\n"),
    ("=?utf-8?q?x?=", "Subject: =?utf-8?q?=3D=3Futf-8=3Fq=3Fx=3F=3D?=\r\n"),
  ])
  func `are encoded words elsewhere`(value: String, encoded: String) {
    #expect(header("Subject", value) == encoded)
  }

  @Test(arguments: ["a\r\nBcc: x@y.example", "a\nBcc: x", "a\u{0}\u{B}\u{2028}b", "a\r\n\r\nbody"])
  func `cannot be injected`(value: String) {
    let lines = header("Subject", value).split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2 && lines[1].isEmpty)
    #expect(lines[0].utf8.allSatisfy { (0x20...0x7E).contains($0) })
  }

  @Test(arguments: 0..<300)
  func `decode to what was encoded`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let value = random.text(of: 1..<60, SeededRandom.headerPieces)
    let encoded = header("Subject", value)
    let lines = encoded.dropLast(2).split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") && $0.count > 1 })
    let words = encoded.replacing("\r\n", with: "").split(separator: " ")
    #expect(words.allSatisfy { !$0.hasPrefix("=?") || $0.utf8.count <= 75 })
    #expect(
      HeaderDecoder.text(String(encoded.dropFirst("Subject: ".count)))
        == value.asHeaderText)
  }

  @Test(arguments: [
    ("Quillwork Trust & Safety <t@q.example>", "Quillwork Trust & Safety <t@q.example>"),
    ("Quillwork, Inc. <t@q.example>", "\"Quillwork, Inc.\" <t@q.example>"),
    ("\"A \\\"B\\\" C.\" <t@q.example>", "\"A \\\"B\\\" C.\" <t@q.example>"),
    ("Société Été <t@q.example>", "=?utf-8?q?Soci=C3=A9t=C3=A9_=C3=89t=C3=A9?= <t@q.example>"),
    ("t@q.example", "t@q.example"), ("<t@q.example>", "t@q.example"),
  ])
  func `quote or encode a name where it needs it`(text: String, written: String) throws {
    let mailbox = try #require(Mailbox(reading: text))
    #expect(mailbox.headerValue(column: 6) == written)
  }

  @Test(arguments: [
    "", "nobody", "a@b@c.example", "a b@c.example", "a@c.example\r\nBcc: x@y.example", "A <a@>",
    "A <é@c.example>", "A <a@b.example> x", "a..b@c.example", "A <a@b.example",
  ])
  func `refuse what is no address`(text: String) {
    #expect(Mailbox(reading: text) == nil)
  }

  @Test func `say the day as noon in UTC`() throws {
    #expect(try #require(CalendarDate("2026-11-21")).atNoon == "Sat, 21 Nov 2026 12:00:00 +0000")
    #expect(try #require(CalendarDate("1969-12-31")).atNoon == "Wed, 31 Dec 1969 12:00:00 +0000")
  }
}
