import CommonMark
import PolicyModel
import PolicyReading
import PolicyRules
import Testing

@testable import BylawKit

@Suite struct `Translations in a workspace` {
  private static let path = RuleDescription.Example.translationPath

  private static func workspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.workspace()
    try folder.write("bylaw.yml", SoundSample.settings + SoundSample.locales)
    try folder.write(path, SoundSample.translation)
    return folder
  }

  private static func lines(_ findings: [Finding]) -> [String] {
    findings.map { String(plain.concise([$0]).dropLast()) }
  }

  @Test func `are read beside their policies, and harm none`() async throws {
    let folder = try Self.workspace()
    try folder.write("policies/translations/README.md", "How we translate.")
    let checked = try await folder.checked()
    #expect(Self.lines(checked.findings) == [])
    #expect(checked.translations.sound.map(\.id) == ["unwanted-advertising"])
    let job = await CheckJob(folder: try folder.load(), today: SoundSample.today).run()
    #expect(job.fileCount == 3)
  }

  @Test func `that are malformed leave their source as sound as it was`() async throws {
    let folder = try Self.workspace()
    try folder.write(Self.path, "no front-matter\n")
    let checked = try await folder.checked()
    #expect(checked.findings.map(\.rule) == ["front-matter-missing"])
    #expect(checked.translations.sound.isEmpty)
    #expect(checked.sound.map(\.id) == ["unwanted-advertising"])
    #expect(checked.obstacle == nil)
  }

  @Test func `that are behind their source are advice with the line to write`() async throws {
    let folder = try Self.workspace()
    try folder.write(
      SoundSample.policyPath,
      SoundSample.policy.replacing("Naming what you do", with: "Saying what you do"))
    let checked = try await folder.checked()
    let finding = try #require(checked.findings.first)
    #expect(checked.findings.count == 1)
    #expect(finding.rule == "translation-stale" && finding.severity == .advice)
    #expect(checked.translations.sound.count == 1)
    // Written as the finding says, it is up to date.
    let line = try #require(finding.help?.split(separator: "write: ").last)
    let text = SoundSample.translation.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("source:") ? line : $0 }.joined(separator: "\n")
    try folder.write(Self.path, text)
    #expect(Self.lines(try await folder.checked().findings) == [])
  }

  @Test func `in a wrong place are found there`() async throws {
    let folder = try Self.workspace()
    try folder.write("policies/translations/en-GB.md", SoundSample.translation)
    try folder.write("policies/translations/other/en-GB.md", SoundSample.translation)
    try folder.write("policies/translations/other/deep/x.md", "x")
    let findings = try await folder.checked().findings
    #expect(Set(findings.map(\.rule)) == ["translation-misplaced"])
    #expect(
      findings.map { $0.location?.path } == [
        "policies/translations/en-GB.md", "policies/translations/other/deep",
        "policies/translations/other/en-GB.md",
      ])
  }

  @Test func `of the common text are checked against it`() async throws {
    let folder = try Self.workspace()
    let path = "policies/translations/common/en-GB.md"
    func write(_ source: String) throws {
      try folder.write(
        path,
        SoundSample.common.replacing("owner: mira@example.com", with: "locale: en-GB\n\(source)"))
    }
    try write("")
    let finding = try #require(try await folder.checked().findings.first)
    #expect(finding.rule == "translation-source-missing")
    let line = try #require(finding.help?.split(separator: "write: ").last)
    #expect(!line.contains("policy:"))
    try write(String(line))
    #expect(Self.lines(try await folder.checked().findings) == [])
  }
}
