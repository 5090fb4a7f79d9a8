import PolicyModel
import Testing

@testable import PolicySite

@Suite struct `A message as a file` {
  private func message(subject: String = "Hello", text: String = "a\n", html: String = "<p>a</p>\n")
    throws
    -> MIMEMessage
  {
    MIMEMessage(
      from: try #require(Mailbox(reading: "Quillwork <t@q.example>")),
      to: try #require(Mailbox(name: "Noor", address: "noor@customer.example")),
      subject: subject, date: try #require(CalendarDate("2026-11-21")), language: "en", text: text,
      html: html)
  }

  @Test func `holds the text first, then the HTML`() throws {
    let file = String(decoding: try message().bytes, as: UTF8.self)
    let id = try #require(file.firstMatch(of: /=_bylaw_([0-9a-f]{16})/)).1
    let expected = """
      From: Quillwork <t@q.example>
      To: Noor <noor@customer.example>
      Subject: Hello
      Date: Sat, 21 Nov 2026 12:00:00 +0000
      Message-ID: <\(id).bylaw@q.example>
      MIME-Version: 1.0
      Content-Language: en
      X-Unsent: 1
      Content-Type: multipart/alternative; boundary="=_bylaw_\(id)"

      --=_bylaw_\(id)
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      a

      --=_bylaw_\(id)
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <p>a</p>

      --=_bylaw_\(id)--

      """
    #expect(file == expected.replacing("\n", with: "\r\n"))
  }

  @Test func `is the same each time and another for other words`() throws {
    #expect(try message().bytes == message().bytes)
    func id(_ message: MIMEMessage) -> Substring? {
      String(decoding: message.bytes, as: UTF8.self).split(separator: "\r\n")
        .first { $0.hasPrefix("Message-ID:") }
    }
    #expect(try id(message()) != id(message(text: "b\n")))
    #expect(try id(message(text: "ab", html: "c")) != id(message(text: "a", html: "bc")))
  }

  @Test func `cannot be ended by what it holds`() throws {
    let first = String(decoding: try message().bytes, as: UTF8.self)
    let boundary = try #require(first.firstMatch(of: /--=_bylaw_[0-9a-f]{16}/)).0
    let hostile = "\(boundary)--\n\(boundary)\n=_bylaw_\n"
    let file = String(decoding: try message(text: hostile, html: hostile).bytes, as: UTF8.self)
    let own = try #require(file.firstMatch(of: /--=_bylaw_[0-9a-f]{16}/)).0
    #expect(file.ranges(of: own).count == 3)
    #expect(file.ranges(of: "\r\n--=_").count == 3)
  }

  @Test func `holds CR LF and no other line ending`() throws {
    let bytes = try message(subject: "a\nb", text: "a\nb\r\nc\rd", html: "\u{0}\n").bytes
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A { #expect(bytes[index - 1] == 0x0D) }
      if byte == 0x0D { #expect(bytes[index + 1] == 0x0A) }
      #expect(byte >= 0x20 || byte == 0x0A || byte == 0x0D)
    }
  }

  @Test func `goes to the customer of the samples`() throws {
    func customer(_ name: String) throws -> String? {
      let variable = Variable("customer.first_name", .text, sample: name)
      return Mailbox.sampleCustomer(
        of: try LetterFixture.message("{{customer.first_name}}", variables: [variable]))?.shown
    }
    #expect(try customer("Noor") == "Noor <noor@customer.example>")
    #expect(try customer("Zoë\r\nBcc: x") == "Zoë Bcc: x <customer@customer.example>")
    #expect(try customer("") == "customer@customer.example")
  }
}
