import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite struct `Pictures in a policy` {
  private static func lines(_ picture: String) async throws -> [String] {
    let folder = try TemporaryFolder.workspace()
    try folder.write("site/assets/a banner.svg", "<svg/>")
    try folder.write(
      "policies/unwanted-advertising.md",
      SoundSample.policy.replacing("## Exceptions\n\n", with: "## Exceptions\n\n- \(picture)\n"))
    return try await folder.checked().findings.map {
      "\($0.rule): \($0.headline) | \($0.help ?? "")"
    }
  }

  @Test(arguments: ["/assets/a%20banner.svg", "../assets/a%20banner.svg#top"])
  func `may be any file in site/assets/`(address: String) async throws {
    #expect(try await Self.lines("![A banner](\(address))") == [])
  }

  @Test func `must be there`() async throws {
    #expect(
      try await Self.lines("![A banner](/assets/a%20baner.svg)") == [
        "image-unknown: `a baner.svg` is not in site/assets/ | Did you mean /assets/a banner.svg?"
      ])
    #expect(
      try await Self.lines("![A map](/assets/map.png)") == [
        "image-unknown: `map.png` is not in site/assets/ | Put the file there."
      ])
  }

  @Test func `never reach for a file outside the site`() async throws {
    #expect(
      try await Self.lines("![Settings](../../bylaw.yml)") == [
        "image-unknown: `../../bylaw.yml` is no file in site/assets/ | "
          + "Put the file into site/assets/ and write ![words](/assets/name)."
      ])
  }
}
