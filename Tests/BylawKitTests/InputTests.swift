import CommonMark
import Foundation
import PolicyModel
import PolicyReading
import PolicyRules
import PolicySite
import Testing

@testable import BylawKit

@Suite struct `The stamp of a workspace` {
  private typealias Change = @Sendable (TemporaryFolder) throws -> Void

  private static let changes: [String: Change] = [
    "an edit": { try $0.write(SoundSample.policyPath, SoundSample.policy + "\n") },
    "an edit of the same length": {
      try $0.write(SoundSample.policyPath, SoundSample.policy.replacing("People", with: "Humans"))
    },
    "other settings": { try $0.write("bylaw.yml", SoundSample.settings + "\n") },
    "a new file": { try $0.write("policies/deep/er/new.md", "x") },
    "a new asset": { try $0.write("site/assets/logo.svg", "x") },
    "a renamed file": {
      try FileManager.default.moveItem(
        atPath: $0.path(SoundSample.policyPath), toPath: $0.path("policies/other.md"))
    },
    "a file moved to another folder": {
      try $0.makeFolder("policies/sub")
      try FileManager.default.moveItem(
        atPath: $0.path(SoundSample.policyPath),
        toPath: $0.path("policies/sub/unwanted-advertising.md"))
    },
    "a removed file": { try FileManager.default.removeItem(atPath: $0.path("policies/common.md")) },
    "a file that became a link": {
      let path = $0.path(SoundSample.policyPath)
      try FileManager.default.moveItem(atPath: path, toPath: $0.path("aside.md"))
      try $0.link(SoundSample.policyPath, to: "../aside.md")
    },
  ]

  @Test(arguments: changes.keys.sorted()) func `changes with`(name: String) throws {
    let folder = try TemporaryFolder.workspace()
    let before = InputStamp(of: folder.path)
    #expect(InputStamp(of: folder.path) == before)
    let change = try #require(Self.changes[name])
    try change(folder)
    #expect(InputStamp(of: folder.path) != before)
  }

  @Test func `does not change with what no build reads, and does with its options`() throws {
    let folder = try TemporaryFolder.workspace()
    let before = InputStamp(of: folder.path)
    try folder.write("README.md", "x")
    try folder.write("build/help/index.html", "x")
    try folder.write("policies/.draft.md.swp", "x")
    #expect(InputStamp(of: folder.path) == before)
    let options = [["2026-01-01"], ["2026-01-02"], ["2026-01-0", "1"], ["2026-01-01", ""]]
    let stamps = options.map { InputStamp(of: folder.path, options: $0) }
    #expect(Set(stamps).count == options.count)
    #expect(before.description.utf8.count == 16)
  }
}

@Suite struct `What is no plain file among the policies` {
  private static func findings(
    _ make: (TemporaryFolder) throws -> Void
  ) async throws -> [String: RuleID] {
    let folder = try TemporaryFolder.workspace()
    try make(folder)
    guard case .built(let result, let checked) = try await folder.build() else { return [:] }
    #expect(result.policyCount == 1)
    let help = try folder.files("build").filter {
      $0.value.range(of: Data("CANARY".utf8)) != nil
    }
    #expect(help.isEmpty)
    return Dictionary(
      checked.findings.map { ($0.location?.path ?? "", $0.rule) }, uniquingKeysWith: { $1 })
  }

  private static let canary = SoundSample.policy.replacing("unwanted-advertising", with: "secret")
    .replacing("SAM-", with: "CAN-").replacing("Unwanted", with: "CANARY")

  @Test func `a link to a file or a folder, or to itself, is a finding`() async throws {
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("secret.md", Self.canary)
    let findings = try await Self.findings { folder in
      try folder.link("policies/file.md", to: elsewhere.path("secret.md"))
      try folder.link("policies/folder", to: elsewhere.path)
      try folder.link("policies/loop", to: "loop")
      try folder.link("policies/passwd.md", to: "/etc/passwd")
      try folder.link("policies/zero.md", to: "/dev/zero")
    }
    #expect(
      findings
        == Dictionary(
          uniqueKeysWithValues: ["file.md", "folder", "loop", "passwd.md", "zero.md"].map {
            ("policies/\($0)", "file-not-regular")
          }))
  }

  @Test func `a pipe is a finding, and nobody waits for it`() async throws {
    let findings = try await Self.findings { folder in
      #expect(unsafe mkfifo(folder.path("policies/pipe.md"), 0o600) == 0)
    }
    #expect(findings == ["policies/pipe.md": "file-not-regular"])
  }

  @Test func `a file of more than a mebibyte is a finding, sparse or not`() async throws {
    let findings = try await Self.findings { folder in
      try folder.write(
        "policies/big.md", Self.canary + String(repeating: "\n", count: 1024 * 1024))
      try folder.write("policies/sparse.md", Self.canary)
      #expect(unsafe truncate(folder.path("policies/sparse.md"), 1 << 40) == 0)
    }
    #expect(
      findings == ["policies/big.md": "file-too-large", "policies/sparse.md": "file-too-large"])
  }

  @Test func `a folder of policies that is a link is refused, and nothing is built`() async throws {
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("secret.md", Self.canary)
    let folder = try TemporaryFolder.workspace()
    _ = try await folder.build()
    let before = try folder.files("build")
    try FileManager.default.removeItem(atPath: folder.path("policies"))
    try folder.link("policies", to: elsewhere.path)
    guard case .refused(let checked, .policies) = try await folder.build() else {
      Issue.record("it was built")
      return
    }
    #expect(checked.findings.map(\.rule) == ["file-not-regular"])
    #expect(checked.findings.first?.location?.path == "policies")
    #expect(try folder.files("build") == before)
  }

  @Test func `a folder of policies that is gone is a finding, and empties no site`() async throws {
    let folder = try TemporaryFolder.workspace()
    _ = try await folder.build()
    let before = try folder.files("build")
    try FileManager.default.removeItem(atPath: folder.path("policies"))
    guard case .refused(let checked, .policies) = try await folder.build() else {
      Issue.record("it was built")
      return
    }
    #expect(checked.findings.map(\.headline) == ["There is no folder `policies`"])
    #expect(try folder.files("build") == before)
  }

  @Test func `a theme that is a link is refused, and nothing is built`() async throws {
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("pages/canary.md", "# Canary")
    let folder = try TemporaryFolder.workspace()
    try folder.link("site", to: elsewhere.path)
    guard case .refused(let checked, .theme) = try await folder.build() else {
      Issue.record("it was built")
      return
    }
    #expect(checked.findings.map(\.rule) == ["file-not-regular"])
    #expect(checked.findings.first?.location?.path == "site")
  }

  @Test func `one file at two paths is a finding at both, which names the other`() async throws {
    let folder = try TemporaryFolder.workspace()
    try FileManager.default.linkItem(
      atPath: folder.path(SoundSample.policyPath), toPath: folder.path("policies/other.md"))
    let checked = try await folder.checked()
    let found = checked.findings.filter { $0.rule == "file-linked-twice" }
    #expect(
      found.map(\.location?.path).sorted { $0 ?? "" < $1 ?? "" }
        == ["policies/other.md", SoundSample.policyPath])
    #expect(
      Set(found.flatMap(\.notes).map(\.text)) == [
        "The other one is policies/other.md", "The other one is \(SoundSample.policyPath)",
      ])
    #expect(checked.sound.isEmpty)
  }

  @Test(
    arguments: [
      ("Draft.md", "draft.md"), ("\u{E9}.md", "e\u{301}.md"), ("stra\u{DF}e.md", "STRASSE.md"),
    ])
  func `names that are one elsewhere are a finding at both`(
    one: String, other: String
  ) async throws {
    let folder = try TemporaryFolder.workspace()
    for (name, id) in [(one, "first"), (other, "second")] {
      try folder.write(
        "policies/sub/\(name)",
        SoundSample.neighbour.replacing("sample-draft", with: id))
    }
    let found = try await folder.checked().findings.filter { $0.rule == "file-name-clash" }
    let paths = found.compactMap(\.location?.path)
    #expect(Set(paths.map { Array($0.utf8) }).count == 2)
    for finding in found {
      let note = try #require(finding.notes.first)
      #expect(note.text.hasPrefix("The other one is policies/sub/"))
      #expect(!note.text.utf8.reversed().starts(with: finding.location?.path.utf8.reversed() ?? []))
    }
  }

  @Test func `a name that is no UTF-8 is a finding`() async throws {
    let folder = try TemporaryFolder.workspace()
    let bytes = Array(folder.path("policies/").utf8) + [0x66, 0xFF, 0x2E, 0x6D, 0x64, 0]
    let descriptor = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { name in
        unsafe name.baseAddress.map { unsafe open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
      }
    }
    try #require(descriptor >= 0)
    close(descriptor)
    let checked = try await folder.checked()
    #expect(checked.findings.map(\.rule) == ["file-name-encoding"])
    #expect(checked.findings.first?.location?.path == "policies/f\u{FFFD}.md")
    #expect(checked.sound.count == 1)
  }

  @Test func `common text that is a link is a finding, and nothing is published`() async throws {
    let elsewhere = try TemporaryFolder()
    try elsewhere.write("common.md", SoundSample.common.replacing("We sent", with: "CANARY"))
    let folder = try TemporaryFolder.workspace()
    try FileManager.default.removeItem(atPath: folder.path("policies/common.md"))
    try folder.link("policies/common.md", to: elsewhere.path("common.md"))
    guard case .refused(let checked, .common) = try await folder.build() else {
      Issue.record("it was built")
      return
    }
    #expect(checked.findings.map(\.rule) == ["file-not-regular"])
    #expect(!FileManager.default.fileExists(atPath: folder.path("build")))
  }

  @Test(.enabled(if: getuid() != 0, "permissions do not bind the superuser"))
  func `a file that may not be read is a finding`() async throws {
    let findings = try await Self.findings { folder in
      try folder.write("policies/closed.md", Self.canary)
      #expect(unsafe chmod(folder.path("policies/closed.md"), 0) == 0)
    }
    #expect(findings == ["policies/closed.md": "file-unreadable"])
  }

  @Test func `settings that are a link are refused`() throws {
    let folder = try TemporaryFolder.workspace()
    try FileManager.default.moveItem(
      atPath: folder.path("bylaw.yml"), toPath: folder.path("real.yml"))
    try folder.link("bylaw.yml", to: "real.yml")
    #expect(throws: LoadError.self) { try folder.load() }
  }
}
