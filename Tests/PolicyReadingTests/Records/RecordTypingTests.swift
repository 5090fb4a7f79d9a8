import PolicyModel
import Testing

@testable import PolicyReading

@Suite("Reading records that someone typed or pasted")
struct RecordTypingTests {
  private static let file = RecordSample.file
  private static let header = String(file.dropLast("\nSee LEGAL-123.\n".count))
  private static let armor = "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"

  private static let slips: [(String, String)] = [
    (file.replacing("\n", with: "\r\n"), "See LEGAL-123."),
    (String(file.dropLast()), "See LEGAL-123."),
    (String(file.replacing("\n", with: "\r\n").dropLast()), "See LEGAL-123."),
    (file.replacing("policy: pay-outside\n", with: "policy: pay-outside \t\n"), "See LEGAL-123."),
    (file.replacing("record/v1\n", with: "record/v1 \r\n"), "See LEGAL-123."),
    (file.replacing("\n\nSee", with: " \n  \nSee"), "See LEGAL-123."),
    (file + "\n", "See LEGAL-123."), (file + " \r\n\t\n\n", "See LEGAL-123."),
    ("\n \n" + file, "See LEGAL-123."), (file.replacing("See", with: "\n\nSee"), "See LEGAL-123."),
    (file.replacing("123.", with: "123. \t"), "See LEGAL-123."),
    (file.replacing("123.", with: "123. \n\nRead it."), "See LEGAL-123.\n\nRead it."),
    (header + "\n\n", ""), (header + " \n", ""),
    (header, ""), (String(header.dropLast()), ""), (header + "\n", ""),
  ]

  @Test("puts right what an editor does unasked, and keeps the bytes", arguments: slips)
  func slip(file: String, text: String) throws {
    let bytes = Array(file.utf8)
    let record = try RecordReader.read(bytes, name: RecordSample.name).get()
    #expect(record.signOff == RecordSample.signOff(text: text))
    #expect(Array(record.signedBytes) == bytes)
    #expect(record.signature == nil)
  }

  @Test("puts nothing right where all must be exact", arguments: slips.dropLast())
  func exact(file: String, text: String) {
    let result = RecordReader.read(Array(file.utf8), name: RecordSample.name, isExact: true)
    #expect((try? result.get()) == nil)
  }

  @Test("puts nothing right in a record with a signature")
  func signed() {
    #expect(RecordSample.sentence(of: Self.file + Self.armor) == nil)
    let crlf = (Self.file + Self.armor).replacing("\n", with: "\r\n")
    #expect(RecordSample.sentence(of: crlf) == "1: A carriage return cannot stand in a record.")
    let blank = Self.file.replacing("outside\n", with: "outside \n") + Self.armor
    #expect(RecordSample.sentence(of: blank)?.contains("`policy` must be lower-case") == true)
    #expect(
      RecordSample.sentence(of: Self.header + Self.armor)
        == "13: The blank line under the header is missing.")
    for (old, new, what) in [
      ("123.\n", "123. \n", "ends with a blank"), ("123.\n", "123.\n\n", "blank line"),
      ("See", "\nSee", "blank line"),
    ] {
      let text = Self.file.replacing(old, with: new) + Self.armor
      #expect(RecordSample.sentence(of: text)?.contains(what) == true, "\(what)")
    }
    let cut = String((Self.file + Self.armor).dropLast())
    #expect(
      RecordSample.sentence(of: cut) == "17: The last line does not end with a line feed.")
  }

  @Test("asks for the empty line above the words")
  func missingLine() {
    #expect(
      RecordSample.sentence(of: Self.header + "See LEGAL-123.\n")
        == "13: this line cannot stand here: a record has each line once, in one order, and "
        + "the reviewer's words below an empty line.")
  }

  @Test("keeps a second carriage return out of a line")
  func limits() {
    #expect(
      RecordSample.sentence(of: Self.file.replacing("\n", with: "\r\r\n"))?
        .contains("carriage return") == true)
  }
}
