import Foundation
import PolicyRules
import Testing

@Suite struct `The page of rules` {
  @Test func `says what the catalogue says`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/rules.md").standardizedFileURL
    let written = try String(contentsOf: page, encoding: .utf8)
    #expect(
      written == RuleReference.markdown,
      "Write it again: .build/debug/bylaw explain --markdown > docs/rules.md")
  }
}
