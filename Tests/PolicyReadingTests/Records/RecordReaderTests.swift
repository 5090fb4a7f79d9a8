import PolicyModel
import Testing

@testable import PolicyReading

@Suite("Reading records")
struct RecordReaderTests {
  @Test("gives what the file says, and the bytes that are signed")
  func reads() throws {
    let armor = "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"
    let record = try RecordReader.read(
      Array((RecordSample.file + armor).utf8), name: RecordSample.name
    ).get()
    #expect(record.signOff == RecordSample.signOff(text: "See LEGAL-123."))
    #expect(record.signedBytes.elementsEqual(RecordSample.file.utf8))
    #expect(record.signature == Array(armor.utf8))
  }

  @Test("finds no signature in a record without one")
  func unsigned() throws {
    let bytes = Array(RecordSample.file.utf8)
    let record = try RecordReader.read(bytes, name: RecordSample.name).get()
    #expect(record.signature == nil)
    #expect(Array(record.signedBytes) == bytes)
  }

  @Test(
    "names the line that is missing",
    arguments: [
      "workspace", "policy", "purpose", "version", "round", "group", "reviewer", "number",
      "verdict", "signed",
    ])
  func missing(key: String) {
    let lines = RecordSample.file.split(separator: "\n", omittingEmptySubsequences: false)
    let file = lines.filter { !$0.hasPrefix("\(key):") }.joined(separator: "\n")
    #expect(RecordSample.sentence(of: file)?.contains("The line `\(key)` is missing") == true)
  }

  @Test("refuses two neighbours that changed places", arguments: 0..<13)
  func reordered(line: Int) {
    var lines = RecordSample.file.split(separator: "\n", omittingEmptySubsequences: false)
    lines.swapAt(line, line + 1)
    #expect(RecordSample.sentence(of: lines.joined(separator: "\n")) != nil)
  }

  @Test("refuses a line that stands twice", arguments: 0..<12)
  func doubled(line: Int) {
    var lines = RecordSample.file.split(separator: "\n", omittingEmptySubsequences: false)
    lines.insert(lines[line], at: line)
    #expect(RecordSample.sentence(of: lines.joined(separator: "\n")) != nil)
  }

  @Test("refuses a value that is none", arguments: wrongValues)
  func wrongValue(line: String, replacement: String, part: String) {
    let file = RecordSample.file.replacing(line, with: replacement)
    #expect(file != RecordSample.file)
    let sentence = RecordSample.sentence(of: file)
    #expect(sentence?.contains(part) == true, "\(sentence ?? "accepted")")
  }

  private static let wrongValues: [(String, String, String)] = [
    ("bylaw-record/v1", "bylaw-record/v2", "1: The first line"),
    ("bylaw-record/v1", "\u{FEFF}bylaw-record/v1", "byte order mark"),
    ("policy: pay-outside", "policy: Pay-outside", "`policy` must be lower-case"),
    ("policy: pay-outside", "policy: ../outside", "`policy` must be lower-case"),
    ("policy: pay-outside", "policy:  pay-outside", "`policy` must be lower-case"),
    ("policy: pay-outside", "policy:pay-outside", "`policy` is missing"),
    ("purpose: round", "purpose: rounds", "`purpose` must be round"),
    ("purpose: round", "purpose: urgent", "`group` is missing: `round` stands"),
    ("version: 2", "version: 0", "`version` must be a whole number"),
    ("version: 2", "version: 02", "`version` must be a whole number"),
    ("version: 2", "version: +2", "`version` must be a whole number"),
    ("version: 2", "version: 12345678901", "`version` must be a whole number"),
    ("round: 6", "round: -6", "`round` must be a whole number"),
    ("number: 2", "number: ٢", "`number` must be a whole number"),
    ("ana@quillwork.example", "Ana@quillwork.example", "`reviewer` must be"),
    ("ana@quillwork.example", "ana", "`reviewer` must be"),
    ("ana@quillwork.example", "a/na@quillwork.example", "`reviewer` must be"),
    ("ana@quillwork.example", "a'na@quillwork.example", "`reviewer` must be"),
    ("ana@quillwork.example", "\"a\"@quillwork.example", "`reviewer` must be"),
    ("ana@quillwork.example", "*@quillwork.example", "`reviewer` must be"),
    ("ana@quillwork.example", "änä@quillwork.example", "`reviewer` must be"),
    ("ana@quillwork.example", "ana@quillwork", "`reviewer` must be"),
    ("ana@quillwork.example", "bob@quillwork.example", "must be `v2-r6-legal-bob@"),
    ("verdict: approve", "verdict: keep", "`verdict` must be one of approve"),
    ("verdict: approve", "verdict: comments", "`verdict` must be one of approve"),
    ("verdict: approve", "verdict: approve\nconsidered: law", "missing: `considered` stands"),
    ("verdict: approve", "verdict: approve\nclears: x.signoff", "`clears` must be the name"),
    (
      "verdict: approve", "verdict: approve\nclears: ../v1-r1-a-b@c.d-1.signoff",
      "`clears` must be the name"
    ),
    ("signed: 2026-06-20", "signed: 2026-02-30", "`signed` must be a date"),
    ("signed: 2026-06-20", "signed: 2026-6-20", "`signed` must be a date"),
    ("sha256:0123", "sha256:012", "64 hexadecimal digits"),
    ("sha256:0123", "sha256:A123", "64 hexadecimal digits"),
    ("sha256:0123", "sha512:0123", "64 hexadecimal digits"),
    ("digest-policy", "digest-title", "no scope"),
    ("digest-policy", "digest-translation:e", "no scope"),
    ("digest-policy:", "digest-policy", "written `digest-SCOPE"),
    ("digest-policy", "note: x\ndigest-policy", "`note` cannot stand here"),
    ("See LEGAL-123.", "See\tLEGAL-123.", "14: The control character U+0009"),
    ("See LEGAL-123.", "See\u{2028}LEGAL-123.", "U+2028"),
    ("See LEGAL-123.", "See\u{202E}LEGAL-123.", "direction mark U+202E"),
    ("See LEGAL-123.", "See\u{1FFFE}LEGAL-123.", "U+1FFFE"),
  ]

  @Test("refuses lone carriage returns, other encodings and files that are too large")
  func bytes() {
    let file = RecordSample.file
    #expect(
      RecordSample.sentence(of: file.replacing("\n", with: "\r"))
        == "1: A carriage return cannot stand in a record.")
    #expect(
      RecordSample.sentence(of: Array(file.utf8) + [0xFF, 0x0A])
        == "A record is UTF-8; this file holds other bytes.")
    let large = file + String(repeating: "x\n", count: 32 * 1024)
    #expect(
      RecordSample.sentence(of: large) == "A record has at most 64 KiB; this one is larger.")
    for empty in ["", "\n"] {
      #expect(
        RecordSample.sentence(of: empty) == "1: The first line of a record is `bylaw-record/v1`.")
    }
  }

  @Test("accepts only the name that the content gives")
  func name() {
    #expect(
      RecordSample.sentence(
        of: RecordSample.file, name: "v2-r6-legal-ana@quillwork.example-3.signoff")
        == "The name of the file must be `\(RecordSample.name)`.")
  }

  @Test(
    "asks for words where a verdict says nothing without them",
    arguments: [SignOff.Verdict.requestChanges, .comment, .overrule])
  func words(verdict: SignOff.Verdict) {
    let file = String(
      decoding: RecordWriter.text(of: RecordSample.signOff(.round(6), verdict)), as: UTF8.self)
    #expect(
      RecordSample.sentence(of: file)
        == "The verdict `\(verdict.rawValue)` needs the reviewer's words.")
    #expect(RecordSample.sentence(of: file + "Why.\n") == nil)
  }

  @Test("knows the verdicts of each purpose", arguments: SignOff.Verdict.allCases)
  func verdicts(verdict: SignOff.Verdict) {
    let gates: Set<SignOff.Verdict> = [.approve, .requestChanges, .comment]
    let allowed: [(SignOff.Purpose, Set<SignOff.Verdict>)] = [
      (.round(6), gates.union([.overrule])), (.review, [.keep, .revise, .retire]),
      (.retire, gates), (.urgent, gates), (.translation, gates),
    ]
    for (purpose, verdicts) in allowed {
      let signOff = RecordSample.signOff(purpose, verdict, text: "Why.")
      let result = RecordReader.read(RecordWriter.text(of: signOff), name: signOff.fileName)
      #expect(((try? result.get()) != nil) == verdicts.contains(verdict), "\(purpose)")
    }
  }

  @Test(
    "wants the considered in their order",
    arguments: ["data, law", "law, law", "law,data", "law, ", "money"])
  func considered(list: String) {
    let signOff = RecordSample.signOff(.review, .keep)
    let file = String(decoding: RecordWriter.text(of: signOff), as: UTF8.self)
    let other = file.replacing("law, data", with: list)
    #expect(RecordSample.sentence(of: file, name: signOff.fileName) == nil)
    #expect(
      RecordSample.sentence(of: other, name: signOff.fileName)?.contains("`considered` must be")
        == true)
  }

  @Test("refuses an approval of nothing, and lets a comment have no digests")
  func withoutDigests() {
    let file = RecordSample.file.replacing("digest-policy: \(RecordSample.digest)\n", with: "")
    #expect(
      RecordSample.sentence(of: file) == "12: An approval names the digests of what it approves.")
    #expect(RecordSample.sentence(of: file.replacing("approve", with: "comment")) == nil)
  }

  @Test("refuses digests that are out of order or stand twice")
  func digestOrder() {
    let line = "digest-policy: \(RecordSample.digest)\n"
    for scope in ["policy", "article", "translation:fr"] {
      let other = line.replacing("policy", with: scope)
      let file = RecordSample.file.replacing(line, with: other + line)
      #expect(RecordSample.sentence(of: file)?.contains("not in the order") == true)
    }
  }
}
