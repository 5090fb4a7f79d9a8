import CommonMark
import PolicyModel
import PolicyReading
import PolicyRules
import Testing

/// Inputs that an editor or git would spoil, so that they are made here.
@Suite struct `Bytes that no policy may hold` {
  private static func findings(_ bytes: [UInt8]) -> [Finding] {
    let source = SourceFile(path: "policy.md", text: SourceText(bytes))
    return PolicyReader().read(source).findings
  }

  private static let sound = Array(SoundSample.neighbour.utf8)

  private static func inserted(_ bytes: [UInt8], at offset: Int = sound.count) -> [UInt8] {
    Array(sound[..<offset]) + bytes + Array(sound[offset...])
  }

  @Test(
    arguments: [
      ("a lone continuation byte", [0x80]), ("a truncated sequence", [0xE2, 0x82]),
      ("an overlong slash", [0xC0, 0xAF]), ("a surrogate", [0xED, 0xA0, 0x80]),
      ("beyond Unicode", [0xF4, 0x90, 0x80, 0x80]), ("Latin-1", [0xE9]), ("a byte 0xFF", [0xFF]),
    ] as [(String, [UInt8])])
  func `that are no UTF-8 are named by their offset`(name: String, bytes: [UInt8]) throws {
    for offset in [Self.sound.count, 6] {
      let finding = try #require(Self.findings(Self.inserted(bytes, at: offset)).first)
      #expect(finding.rule == "file-encoding", "\(name)")
      #expect(finding.headline.contains("byte \(offset)"), "\(finding.headline)")
    }
  }

  @Test func `that are more than a mebibyte are not looked at`() {
    let padding = [UInt8](repeating: 0x20, count: FileChecks.maximumSize)
    #expect(Self.findings(Self.sound + padding).map(\.rule) == ["file-too-large"])
  }

  @Test func `that are UTF-16 are refused, whichever end comes first`() {
    let units = Array(SoundSample.neighbour.utf16)
    let little: [UInt8] =
      [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big: [UInt8] =
      [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(Self.findings(little).map(\.rule) == ["file-encoding"])
    #expect(Self.findings(big).map(\.rule) == ["file-encoding"])
    // Without a mark each other byte is NUL.
    #expect(Self.findings(Array(big.dropFirst(2))).contains { $0.rule == "file-control-character" })
  }

  @Test(
    arguments: [
      ("NUL", [0x00]), ("escape", [0x1B]), ("a lone carriage return", [0x0D]), ("delete", [0x7F]),
      ("next line", [0xC2, 0x85]), ("line separator", [0xE2, 0x80, 0xA8]),
      ("private use", [0xEE, 0x80, 0x80]), ("the last of private use", [0xEF, 0xA3, 0xBF]),
      ("no character", [0xEF, 0xBF, 0xBE]), ("no character either", [0xEF, 0xBF, 0xBF]),
    ] as [(String, [UInt8])])
  func `that are controls are named by their offset`(name: String, bytes: [UInt8]) throws {
    let findings = Self.findings(Self.inserted(bytes + [0x78]))
    let finding = try #require(findings.first)
    #expect(finding.rule == "file-control-character", "\(name)")
    #expect(finding.headline.contains("byte \(Self.sound.count)"))
  }

  private static let binaries: [(String, [UInt8])] = [
    ("zeros", [UInt8](repeating: 0, count: 5_000)),
    ("a program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3E, 0]),
    ("controls", [UInt8](repeating: 7, count: 5_000)),
    ("controls among words", (0..<4_000).map { $0 % 3 == 0 ? 0x1B : 0x61 }),
    ("lines that end in CR", Array(SoundSample.policy.replacing("\n", with: "\r").utf8)),
    ("NUL after the front-matter", sound + [0] + [UInt8](repeating: 7, count: 300)),
  ]

  @Test(arguments: binaries)
  func `that are no text at all are one finding`(name: String, bytes: [UInt8]) {
    let findings = Self.findings(bytes)
    #expect(findings.map(\.rule) == ["file-control-character"], "\(name)")
  }

  @Test func `that are few are named one by one`() {
    let findings = Self.findings(Self.sound + [UInt8](repeating: 7, count: 20))
    #expect(findings.count { $0.rule == "file-control-character" } == 20)
  }

  @Test(arguments: ["\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}"])
  func `that turn the text are a warning`(mark: String) {
    let findings = Self.findings(Self.inserted(Array(mark.utf8)))
    #expect(findings.map(\.rule) == ["file-bidi-character"])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test(arguments: ["’", "–", "“", "é", "中", "😀", "\u{FEFF}", "\u{200B}", "ﬁ", "\u{F900}"])
  func `do not include ordinary letters and signs`(text: String) {
    #expect(Self.findings(Self.inserted(Array(text.utf8))).isEmpty)
  }

  @Test func `do not include a mark at the start, nor CRLF line endings`() {
    let lines = SoundSample.policy.split(separator: "\n", omittingEmptySubsequences: false)
    let text = "\u{FEFF}" + lines.joined(separator: "\r\n")
    let reading = PolicyReader().read(
      SourceFile(path: "policy.md", text: SourceText(Array(text.utf8))))
    #expect(reading.findings.map(\.line) == [])
    #expect(reading.policy?.rules.map(\.id.value) == ["SAM-1", "SAM-2"])
    #expect(reading.policy?.messages.count == 5)
  }

  @Test(arguments: [
    "", "---", "---\n", "---\n---", "---\n---\n", "\u{FEFF}", "\n", "---\r\n---\r\n",
  ])
  func `and files of next to nothing end in a finding`(text: String) {
    #expect(Self.findings(Array(text.utf8)).hasErrors)
  }
}
