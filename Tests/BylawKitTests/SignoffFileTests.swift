import CommonMark
import PolicyModel
import PolicyReading
import PolicyRules
import Testing

@testable import BylawKit

@Suite("What `check` says of policies/signoffs/")
struct SignoffFileTests {
  private static let folder = "policies/signoffs"

  /// The findings there, as `error path:line rule`.
  private func found(_ repository: LandingRepository) async throws -> [String] {
    let result = await CheckJob(
      folder: try repository.folder.load(), today: LandingRepository.today,
      paths: [Self.folder]
    ).run()
    return result.findings.map { finding in
      let place = finding.location.map { "\($0.path):\($0.start.line)" } ?? ""
      return "\(finding.severity.rawValue) \(place) \(finding.rule)"
    }
  }

  private func signed() async throws -> (LandingRepository, path: String, text: String) {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana])
    try repository.land(.development.round(1), on: "2026-01-06")
    let files = try await ana.record(
      on: LifeRepository.policy, in: repository, group: "legal", scopes: [.policy])
    let (path, text) = try #require(files.first)
    return (repository, path, try #require(text))
  }

  @Test("is nothing where all is as the verbs write it")
  func clean() async throws {
    let (repository, path, text) = try await signed()
    try repository.folder.write(path, text)
    try repository.folder.write("\(Self.folder)/README.md", "Who signs, and how.")
    try repository.folder.write("\(Self.folder)/revoked_keys", "# None so far.\n")
    #expect(try await found(repository) == [])
  }

  @Test("names a line of a list of keys that is not followed, and what it means")
  func keys() async throws {
    let (repository, _, _) = try await signed()
    try repository.folder.write(
      "\(Self.folder)/allowed_signers", "\n* ssh-ed25519 AAAA\n")
    try repository.folder.write("\(Self.folder)/revoked_keys", "# Ana's\n\nssh-ed25519 AAA\n")
    #expect(
      try await found(repository) == [
        "error \(Self.folder)/allowed_signers:2 record-keys-malformed",
        "error \(Self.folder)/revoked_keys:3 record-keys-malformed",
      ])
    let result = await CheckJob(
      folder: try repository.folder.load(), today: LandingRepository.today
    ).run()
    let finding = try #require(result.findings.first { $0.rule == "record-keys-malformed" })
    #expect(finding.headline == "A pattern names nobody in particular")
    #expect(finding.explanation == "Write one address on each line.")
  }

  @Test("names a folder in the place of a list of keys")
  func folders() async throws {
    let (repository, _, _) = try await signed()
    try repository.folder.makeFolder("\(Self.folder)/revoked_keys")
    #expect(
      try await found(repository)
        == ["error \(Self.folder)/revoked_keys:1 record-keys-malformed"])
  }

  @Test("names a record that cannot be read: an error, and a note once it is committed")
  func malformed() async throws {
    let (repository, path, text) = try await signed()
    let broken = text.replacing("verdict: approve", with: "verdict: perhaps")
    try repository.folder.write(path, broken)
    #expect(try await found(repository) == ["error \(path):10 record-malformed"])
    try repository.land([path: broken], on: "2026-01-07")
    #expect(try await found(repository) == ["note \(path):10 record-malformed"])
    let told = try await repository.history().first { $0.rule == "record-malformed" }
    #expect(told?.help == "Leave it as it is, and sign again with the next number.")
    // What landed was another text.
    try repository.folder.write(path, text.replacing("verdict: approve", with: "verdict: no"))
    #expect(try await found(repository) == ["error \(path):10 record-malformed"])
  }

  @Test("says what to do about a record that cannot be read, by where it is")
  func help() async throws {
    let (repository, path, text) = try await signed()
    func help() async throws -> String? {
      let job = CheckJob(
        folder: try repository.folder.load(), today: LandingRepository.today, paths: [Self.folder])
      return await job.run().findings.first?.help
    }
    let broken = text.replacing("verdict: approve", with: "verdict: perhaps")
    try repository.folder.write(path, broken)
    #expect(try await help()?.hasPrefix("Remove the file, which has not landed") == true)
    let unsigned = try #require(broken.split(separator: "-----BEGIN").first.map(String.init))
    try repository.folder.write(path, unsigned)
    #expect(try await help()?.hasPrefix("Mend the file, which has not landed") == true)
    try repository.land([path: broken], on: "2026-01-07")
    #expect(try await help()?.hasPrefix("If it has landed, leave it as it is") == true)
    try repository.folder.write(path, unsigned)
    #expect(try await help()?.hasPrefix("Bring back what is committed") == true)
  }

  @Test("names a record in the folder of another policy, which counts for neither")
  func copied() async throws {
    let (repository, path, text) = try await signed()
    let copy = path.replacing(LifeRepository.policy, with: "sample-draft")
    try repository.folder.write(copy, text)
    #expect(try await found(repository) == ["error \(copy):1 record-malformed"])
  }

  @Test("names what nothing reads")
  func stray() async throws {
    let (repository, path, text) = try await signed()
    for name in ["\(path).bak", "\(Self.folder)/notes.txt", "\(Self.folder)/ana.signoff"] {
      try repository.folder.write(name, text)
    }
    try repository.folder.makeFolder("\(Self.folder)/\(LifeRepository.policy)/old")
    #expect(
      try await found(repository) == [
        "warning \(Self.folder)/ana.signoff:1 record-stray",
        "warning \(Self.folder)/notes.txt:1 record-stray",
        "warning \(Self.folder)/\(LifeRepository.policy)/old:1 record-stray",
        "warning \(path).bak:1 record-stray",
      ])
  }

  @Test("is an error of a branch, which can still remove the record")
  func proposed() async throws {
    let (repository, path, text) = try await signed()
    try repository.branch("work")
    try repository.land(
      [path: text.replacing("verdict: approve", with: "verdict: perhaps")], on: "2026-01-07")
    let finding = try #require(
      try await repository.change().findings.first { $0.rule == "record-malformed" })
    #expect(finding.severity == .error)
    #expect(finding.help?.hasPrefix("Remove the file") == true)
    #expect(!finding.headline.hasSuffix("."))
  }

  @Test("asks to mend the commit of a branch where the commit is the proof")
  func proposedByCommit() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana], isProvenByCommits: true)
    try repository.land(.development.round(1), on: "2026-01-06")
    try repository.branch("work")
    let path = "\(Self.folder)/\(LifeRepository.policy)/v1-r1-legal-ana@example.com-1.signoff"
    try repository.land([path: "Yes.\n"], on: "2026-01-07", by: ana.address)
    let finding = try #require(
      try await repository.change().findings.first { $0.rule == "record-malformed" })
    #expect(finding.help?.hasPrefix("Mend the commit that adds it") == true)
  }
}
