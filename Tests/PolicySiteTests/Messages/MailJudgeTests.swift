import PolicyModel
import PolicyProjection
import Testing

@testable import PolicySite

@Suite struct `Another program` {
  @Test(.enabled(if: MailJudge.python != nil, "python3 is not installed"))
  func `reads from each message what was put into it`() throws {
    var cases: [(case: MailJudge.Case, bytes: [UInt8])] = []
    let date = try #require(CalendarDate("2026-11-21"))
    func judge(_ message: MIMEMessage) {
      let judged = MailJudge.Case(
        file: "\(cases.count).eml", subject: message.subject.asHeaderText,
        from: [message.from.name, message.from.address], to: [message.to.name, message.to.address],
        text: message.text, html: message.html)
      cases.append((judged, message.bytes))
    }
    for message in try LetterFixture.messages(inPart: BuiltInMessages.markdown) {
      let letter = Letter(message, .samples)
      judge(
        letter.draft(
          page: letter.html(styles: [:]), from: try #require(Mailbox(reading: message.from)),
          to: try #require(Mailbox.sampleCustomer(of: message)), on: date))
    }
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      // Short enough for one encoded word: before a second one in a name, Python shows a blank that
      // is not there (RFC 2047, 6.2, has it dropped).
      let name = random.text(of: 0..<6, Self.names)
      judge(
        MIMEMessage(
          from: try #require(Mailbox(name: name, address: "t@q.example")),
          to: try #require(Mailbox(name: "Noor\r\nBcc: x", address: "noor@customer.example")),
          subject: random.text(of: 1..<40, SeededRandom.headerPieces), date: date, language: "en",
          text: random.text(of: 0..<90), html: random.text(of: 0..<90)))
    }
    let complaints = try MailJudge.complaints(cases)
    #expect(complaints.isEmpty, "\(complaints)")
  }

  @Test(.enabled(if: MailJudge.python != nil, "python3 is not installed"))
  func `sees what is wrong with a message`() throws {
    let file = "From: a@b.example\r\nTo: a@b.example\r\nSubject: x\r\n\r\nnot two parts\r\n"
    let judged = MailJudge.Case(
      file: "bad.eml", subject: "y", from: ["", "a@b.example"], to: ["", "a@b.example"], text: "",
      html: "")
    let complaints = try MailJudge.complaints([(judged, Array(file.utf8))])
    #expect(complaints.contains("bad.eml subject") && complaints.contains("bad.eml parts"))
  }

  private static let names = [
    "Trust", " ", "&", "Safety", ", Inc.", "\"", "\\", "é", "漢字", "<x>", "@", "=?", "(c)", ";",
  ]
}
