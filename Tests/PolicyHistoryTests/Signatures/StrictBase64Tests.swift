import Foundation
import Testing
import TestSupport

@testable import PolicyHistory

@Suite("Strict Base64")
struct StrictBase64Tests {
  @Test("agrees with Foundation's on bytes of every length")
  func agrees() {
    var generator = SeededGenerator(seed: 7)
    for count in 0..<80 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let text = Data(bytes).base64EncodedString()
      #expect(StrictBase64.encode(bytes) == text)
      #expect(StrictBase64.decode(Array(text.utf8)) == bytes)
      #expect(!StrictBase64.encode(bytes, padded: false).contains("="))
    }
  }

  @Test(
    "has one spelling for each value",
    arguments: [
      "A", "AA", "AAA", "AA=", "AB==", "AAB=", "A===", "====", "AA==AAAA", "=AAA", "AA=A",
      "AA A", "AA\nAA", "AAA-", "AAA_", "AAA.",
    ])
  func refuses(text: String) {
    #expect(StrictBase64.decode(Array(text.utf8)) == nil)
  }
}
