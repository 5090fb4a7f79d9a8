import Testing

@testable import PolicySite

@Suite struct `Quoted-printable` {
  private func encode(_ text: String) -> String {
    var out: [UInt8] = []
    QuotedPrintable.append(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a=b", "a=3Db"), ("é", "=C3=A9"), ("end \nnext\t", "end=20\r\nnext=09"),
    ("a\r\nb\nc", "a\r\nb\r\nc"), (".dot\n.", "=2Edot\r\n=2E"),
    ("From me\nFrom", "=46rom me\r\nFrom"),
    ("a\rb\u{0}\u{7F}", "a=0Db=00=7F"), ("", ""), (" ", "=20"),
  ])
  func `encodes what must be encoded`(text: String, encoded: String) {
    #expect(encode(text) == encoded)
  }

  @Test func `breaks long lines softly and never inside a scalar`() {
    for shift in 0..<12 {
      let text = String(repeating: "x", count: shift) + String(repeating: "😀", count: 40)
      for line in encode(text).split(separator: "\r\n") {
        #expect(line.utf8.count <= 76)
        let scalars = line.filter { $0 != "x" }.dropLast(line.hasSuffix("=") ? 1 : 0)
        #expect(scalars.utf8.count % 12 == 0)
      }
    }
  }

  @Test(arguments: 0..<300)
  func `decodes to what was encoded`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let text = random.text(of: 0..<400)
    let encoded = encode(text)
    #expect(encoded.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    #expect(encoded.utf8.allSatisfy { $0 < 0x7F })
    #expect(!encoded.replacing("\r\n", with: "").contains { $0.isNewline })
    let lines = encoded.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(!lines.contains { $0.hasPrefix(".") || $0.hasPrefix("From ") || $0.hasSuffix(" ") })
    #expect(
      HeaderDecoder.quotedPrintable(encoded) == Array(text.replacing("\n", with: "\r\n").utf8))
  }
}
