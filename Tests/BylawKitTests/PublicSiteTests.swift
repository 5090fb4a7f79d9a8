import CommonMark
import Foundation
import PolicyModel
import PolicyReading
import PolicyRules
import PolicySite
import Testing

@testable import BylawKit

@Suite struct `The help site` {
  /// Every internal place of the sample with other words.
  private static let changed: String = {
    var text = SoundSample.policy
    for words in [
      "Open advertising by", "Most people who", "The post, its address", "Does the post recommend",
      "A new member names", "It is open, and", "A company asks", "Look whether", "Reports of one",
      "One report in ten", "We are writing about", "About something that",
    ] {
      text = text.replacing(words, with: "Kanarie \(words)")
    }
    return text.replacing("### Background", with: "### Signals\n\n- Kanarie\n\n### Background")
      .replacing("## E-mails", with: "## Notes\n\nKanarie\n\n## E-mails")
      .replacing("stage: research, on:", with: "stage: research, reason: Kanarie, on:")
  }()

  @Test func `is the same, byte for byte, whatever is internal`() async throws {
    let plain = try TemporaryFolder.workspace()
    _ = try await plain.build()
    let other = try TemporaryFolder.workspace()
    try other.write("policies/kanarie/renamed.md", Self.changed)
    try FileManager.default.removeItem(atPath: other.path(SoundSample.policyPath))
    try other.write("policies/draft.md", SoundSample.neighbour.replacing("Paid", with: "Kanarie"))
    try other.write(
      "bylaw.yml",
      SoundSample.settings.replacing(
        "people:\n", with: "people:\n  kanarie@example.com: {name: Kanarie}\n"
      ).replacing("groups: {}", with: "groups: {kanarie: {name: Kanarie, members: []}}"))
    guard case .built(let result, let checked) = try await other.build() else {
      return #expect(Bool(false))
    }
    #expect(checked.findings.filter { $0.severity == .error }.map(\.headline) == [])
    #expect(result.leaks.isEmpty)
    #expect(try other.files("build/help") == plain.files("build/help"))
    // The words are there: on the moderators' site.
    #expect(try other.files("build/moderators") != plain.files("build/moderators"))
    #expect(try other.files("build/emails") != plain.files("build/emails"))
  }
}
