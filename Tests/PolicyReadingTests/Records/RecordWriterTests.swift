import PolicyModel
import Testing
import TestSupport

@testable import PolicyReading

@Suite("Writing records")
struct RecordWriterTests {
  @Test("writes the lines of the format in their order")
  func writes() {
    let signOff = RecordSample.signOff(text: "See LEGAL-123.")
    #expect(String(decoding: RecordWriter.text(of: signOff), as: UTF8.self) == RecordSample.file)
    #expect(signOff.fileName == RecordSample.name)
  }

  @Test("writes what it reads, and reads what it writes", arguments: 0..<20)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let signOff = SignOff.random(using: &generator)
      let bytes = try RecordWriter.checked(signOff).get()
      let record = try RecordReader.read(bytes, name: signOff.fileName).get()
      #expect(record.signOff == signOff)
      #expect(Array(record.signedBytes) == bytes)
    }
  }

  @Test("accepts no second spelling, but for what an editor does unasked", arguments: 0..<20)
  func canonical(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var accepted = 0
    for _ in 0..<200 {
      let bytes = RecordWriter.text(of: SignOff.random(using: &generator))
        .mutated(using: &generator)
      guard let record = Self.readUnderItsName(bytes) else { continue }
      accepted += 1
      let isSigned = record.signature != nil
      let read = Array(record.signedBytes)
      #expect(
        RecordWriter.text(of: record.signOff) == (isSigned ? read : RecordBytes.mended(read)))
    }
    #expect(accepted > 10, "so few mutations were accepted that nothing was shown")
  }

  /// Reads a record under the name that it asks for.
  private static func readUnderItsName(_ bytes: [UInt8]) -> ReadRecord? {
    guard case .failure(let problem) = RecordReader.read(bytes, name: "") else { return nil }
    let parts = problem.sentence.split(separator: "`")
    guard problem.sentence.hasPrefix("The name of the file must be"), parts.count > 1 else {
      return nil
    }
    return try? RecordReader.read(bytes, name: String(parts[1])).get()
  }

  @Test("refuses values that would be read as something else")
  func injection() {
    func sentence(_ change: (inout SignOff) -> Void) -> String? {
      var signOff = RecordSample.signOff()
      change(&signOff)
      guard case .failure(let problem) = RecordWriter.checked(signOff) else { return nil }
      return problem.sentence
    }
    #expect(sentence { $0.text = "Fine." } == nil)
    #expect(sentence { $0.workspace = "a\npolicy: b" } != nil)
    #expect(
      sentence {
        $0.text = "Quoted:\n-----BEGIN SSH SIGNATURE-----\nAAAA"
      } == "The text holds a line that begins as a signature does.")
    #expect(
      sentence {
        $0.digests[0].scope = "policy: \(RecordSample.digest)\ndigest-article"
      } == "A value of the record holds a line break.")
    #expect(sentence { $0.reviewer = String(repeating: "a", count: 64) + "@b.example" } == nil)
    #expect(sentence { $0.reviewer = String(repeating: "a", count: 65) + "@b.example" } != nil)
    #expect(
      sentence {
        $0.group = String(repeating: "g", count: 80)
        let labels = String(repeating: "b.", count: 90)
        $0.reviewer = "a@\(labels)example"
      } == "The name of the file would be longer than 255 bytes.")
  }

  @Test(
    "makes of what was typed what a record can hold",
    arguments: [
      ("", ""), ("\n \n", ""), (" a\t\r\n\r\nb  \r\n", " a\n\nb"), ("\n\na", "a"),
      ("one\ttwo", "one two"),
    ])
  func canonicalText(typed: String, text: String) {
    #expect(RecordWriter.canonicalText(typed).utf8.elementsEqual(text.utf8))
    #expect(
      (try? RecordWriter.checked(RecordSample.signOff(text: RecordWriter.canonicalText(typed)))
        .get()) != nil)
  }
}

extension SignOff {
  /// Any that a record can hold.
  fileprivate static func random(using generator: inout SeededGenerator) -> SignOff {
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &generator)]
    }
    let purpose = pick([
      Purpose.round(pick([1, 12, 999])), .review, .retire, .urgent, .translation,
    ])
    let verdict = pick(purpose.verdicts)
    let considered = Consideration.allCases.filter { _ in Bool.random(using: &generator) }
    let scopes = ["policy", "article", "workflow", "emails", "release", "retire", "translation:fr"]
      .filter { _ in Bool.random(using: &generator) }
    let hexadecimal = "0123456789abcdef".map { String($0) }
    let texts = [
      "See LEGAL-123.", "Two\nlines.", "A gap\n\nbetween; ünïcödé, 日本.", "key: value",
      " -----BEGIN SSH SIGNATURE-----", "bylaw-record/v1",
    ]
    return SignOff(
      workspace: pick(["quillwork", "w2"]), policy: pick(["pay-outside", "common", "a-1"]),
      purpose: purpose, version: pick([1, 2, 123_456_789]), group: pick(["legal", "none", "a-b"]),
      reviewer: pick(["ana@quillwork.example", "a-b.c+d@x-y.example", "1@2.3"]),
      number: pick([1, 40]), verdict: verdict,
      signed: CalendarDate(daysSinceEpoch: pick([0, 20_624, 400_000])),
      digests: (scopes.isEmpty ? ["emails"] : scopes).map { scope in
        Digest(scope: scope, value: "sha256:" + (0..<64).map { _ in pick(hexadecimal) }.joined())
      },
      considered: purpose == .review ? (considered.isEmpty ? [.appeals] : considered) : [],
      clears: pick([nil, nil, "v1-r2-a-b-c@d.example-1.signoff"]),
      text: verdict.needsText ? pick(texts) : pick(texts + [""]))
  }
}

extension [UInt8] {
  /// With one small change: of a byte, of a line, or of two.
  fileprivate func mutated(using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = self
    let index = Int.random(in: 0..<count, using: &generator)
    let letters = Array("\n :a0-A\r".utf8)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes[index] = letters[Int.random(in: 0..<letters.count, using: &generator)]
    case 1: bytes.insert(letters[Int.random(in: 0..<letters.count, using: &generator)], at: index)
    case 2: bytes.remove(at: index)
    case 3: bytes[index] ^= 1
    default:
      var lines = split(separator: 0x0A, omittingEmptySubsequences: false)
      let first = Int.random(in: 0..<lines.count, using: &generator)
      let second = Int.random(in: 0..<lines.count, using: &generator)
      if Bool.random(using: &generator) {
        lines.swapAt(first, second)
      } else {
        lines.insert(lines[first], at: second)
      }
      bytes = Array(lines.joined(separator: [0x0A]))
    }
    return bytes
  }
}
