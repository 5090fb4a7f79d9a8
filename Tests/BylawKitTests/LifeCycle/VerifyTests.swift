import Foundation
import PolicyModel
import PolicyProjection
import Testing

@testable import BylawKit

@Suite("Verifying sign-offs")
struct VerifyTests {
  private func verify(_ repository: LifeRepository) async throws -> VerifyJob.Result {
    try await VerifyJob.run(
      [], in: try repository.load(), today: try LifeRepository.day("2026-06-01"))
  }

  private func states(_ result: VerifyJob.Result) -> [RecordStanding.State] {
    result.policies.flatMap(\.records).map(\.state)
  }

  /// An amendment of the article that Legal is asked about.
  private func round() async throws -> LifeRepository {
    let repository = try LifeRepository()
    try repository.write("bylaw.yml", LifeRepository.settings(article: "[legal]"))
    try repository.commit("ask legal", on: "2026-03-01")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    try await repository.openRound(on: "2026-03-02")
    return repository
  }

  /// Takes Ana out of Legal and her key off the list.
  private func anaLeaves(_ repository: LifeRepository, on day: String) throws {
    try repository.write(
      "bylaw.yml",
      LifeRepository.settings(article: "[legal]").replacing(
        "members: [\(LifeRepository.ana), ", with: "members: ["))
    try repository.write(
      "policies/signoffs/allowed_signers",
      try repository.text("policies/signoffs/allowed_signers").split(separator: "\n")
        .dropFirst().map { $0 + "\n" }.joined())
    try repository.commit("ana leaves", on: day)
  }

  @Test("says that an approval counts, and that it still does when its maker has left")
  func counts() async throws {
    let repository = try await round()
    try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-03")
    var result = try await verify(repository)
    #expect(states(result) == [.counts])
    #expect(result.policies.first?.records.first?.scopes == [.article])
    #expect(result.isSound)

    try anaLeaves(repository, on: "2026-03-04")
    result = try await verify(repository)
    #expect(states(result) == [.counts])
  }

  @Test("calls an approval stale when the words have changed since")
  func stale() async throws {
    let repository = try await round()
    let job = try SignJob(
      desk: try await repository.desk("2026-03-03"), group: "legal", verdict: .approve,
      purpose: nil, text: "", reviewer: LifeRepository.ana)
    try await repository.write(job, by: LifeRepository.ana)
    try repository.edit("synonyms: [spam, flyers,", "synonyms: [spam, leaflets,")
    try repository.commit("other words", on: "2026-03-04")
    let result = try await verify(repository)
    #expect(states(result) == [.stale])
    #expect(result.isSound)
    // Nobody waits for a yes that has been given again.
    try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-05")
    #expect(states(try await verify(repository)) == [.past, .counts])
  }

  @Test("calls what was approved and has been followed past, also when its maker has left")
  func left() async throws {
    let repository = try await round()
    try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-03")
    try repository.edit("synonyms: [spam, flyers,", "synonyms: [spam, leaflets,")
    try repository.commit("other words", on: "2026-03-04")
    try await repository.sign(.approve, as: LifeRepository.ben, on: "2026-03-05")
    let before = states(try await verify(repository))
    try anaLeaves(repository, on: "2026-03-06")
    let result = try await verify(repository)
    #expect(states(result) == before)
    #expect(result.isSound)
  }

  @Test("a record that cannot be read keeps its name, and the next one gets another number")
  func taken() async throws {
    let repository = try await round()
    let name = "v1-r1-legal-\(LifeRepository.ana)-1.signoff"
    try repository.write(
      "policies/signoffs/\(LifeRepository.policy)/\(name)", "bylaw-record/v1\nnothing\n")
    try repository.commit("a slip", on: "2026-03-03")
    #expect(try await repository.desk("2026-03-04").nextNumber(of: LifeRepository.ana) == 2)
    try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-04")
    #expect(states(try await verify(repository)).contains(.counts))
  }

  @Test("calls a yes past that landed in an open round before its maker left the group")
  func leftOpen() async throws {
    let repository = try LifeRepository()
    let settings = LifeRepository.settings(article: "[legal, desk]").replacing(
      "groups: {legal:",
      with: "groups: {desk: {name: Desk, members: [\(LifeRepository.ben)]}, legal:")
    try repository.write("bylaw.yml", settings)
    try repository.commit("ask legal and the desk", on: "2026-03-01")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    try await repository.openRound(on: "2026-03-02")
    try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-03")
    #expect(states(try await verify(repository)) == [.counts])
    try repository.write(
      "bylaw.yml",
      settings.replacing(
        "members: [\(LifeRepository.ana), ", with: "members: ["))
    try repository.commit("ana leaves", on: "2026-03-04")
    let result = try await verify(repository)
    #expect(states(result) == [.past])
    #expect(result.isSound)
  }

  @Test("tells objections that stand from those that were taken back, and hears comments")
  func objections() async throws {
    let repository = try await round()
    try await repository.sign(
      .requestChanges, as: LifeRepository.ana, "Not flyers.", on: "2026-03-03")
    try await repository.sign(.comment, as: LifeRepository.ben, "Fine.", on: "2026-03-03")
    #expect(states(try await verify(repository)) == [.stands, .heard])
    try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-04")
    #expect(states(try await verify(repository)) == [.heard, .counts, .heard])
  }

  @Test("finds a record void whose signature is not over its words")
  func forged() async throws {
    let repository = try await round()
    let name = try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-03")
    try repository.git("reset", "--quiet", "--hard", "HEAD~1")
    let path = "policies/signoffs/\(LifeRepository.policy)/\(name)"
    let record = try repository.git("show", "HEAD@{1}:\(path)")
    try repository.write(path, record.replacing("signed: 2026-03-03", with: "signed: 2026-03-02"))
    let result = try await verify(repository)
    #expect(states(result) == [.void])
    #expect(result.policies.first?.records.first?.reason?.contains("does not fit") == true)
    #expect(!result.isSound)
    let text = VerifyReport(palette: Palette(isColored: false)).text(result)
    #expect(text.contains("  void    \(name)\n"))
    #expect(text.contains("1 record: 1 void."))
  }

  @Test("calls what a rewrite took lost, as every other verb does")
  func lost() async throws {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking([ana], isProvenByCommits: true)
    try repository.land(.development.round(1), on: "2026-01-06")
    var files = try await ana.record(
      on: LifeRepository.policy, in: repository, group: "legal", scopes: [.policy])
    files["README.md"] = "Squashed."
    try repository.land(files, on: "2026-01-07", by: ana.address)
    let result = try await VerifyJob.run(
      [], in: try repository.folder.load(), today: LandingRepository.today)
    #expect(states(result) == [.lost])
    #expect(!result.isSound)
  }

  @Test("finds a landed record of this version that cannot be read, and lists it last")
  func malformed() async throws {
    let repository = try await round()
    let folder = "policies/signoffs/\(LifeRepository.policy)"
    try repository.write("\(folder)/v0-old.signoff", "Not a record.")
    try repository.commit("not a record", on: "2026-03-03")
    #expect(try await verify(repository).isSound)
    let name = "v1-r1-legal-ana@example.com-1.signoff"
    try repository.write("\(folder)/\(name)", "Not a record.")
    try repository.commit("not a record", on: "2026-03-03")
    try await repository.sign(.approve, as: LifeRepository.ben, on: "2026-03-03")
    let result = try await verify(repository)
    #expect(!result.isSound)
    #expect(states(result) == [.counts, .void, .void])
    let reason = try #require(result.policies.first?.records.last?.reason)
    #expect(reason.hasPrefix("The record cannot be read: ") && !reason.hasSuffix("."))
    let leave = "Leave it as it is, and sign again with the next number."
    #expect(result.policies.first?.records.last?.help == leave)
    try repository.write("\(folder)/\(name.replacing("-1.", with: "-2."))", "Not a record.")
    let helps = try await verify(repository).policies.flatMap(\.records).compactMap(\.help)
    #expect(Set(helps) == [leave, "Mend or remove it: it has not landed."])
  }

  @Test("finds a record void that was copied into the folder of another policy")
  func copied() async throws {
    let repository = try await round()
    let name = try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-03")
    try repository.writeDraft(.research)
    let path = "policies/signoffs/\(LifeRepository.policy)/\(name)"
    try repository.write(
      path.replacing(LifeRepository.policy, with: LifeRepository.draft), try repository.text(path))
    try repository.commit("a copy", on: "2026-05-08")
    let result = try await verify(repository)
    let draft = try #require(result.policies.first { $0.policy == LifeRepository.draft })
    #expect(draft.records.map(\.state) == [.void])
    #expect(
      draft.records.first?.reason
        == "The record was made for the policy `\(LifeRepository.policy)`")
    #expect(!result.isSound)
  }

  @Test("lists rounds and numbers in their order, and not in that of their letters")
  func order() async throws {
    let repository = try await round()
    var names: [String] = []
    for number in 1...11 {
      let day = number < 10 ? "2026-03-0\(number)" : "2026-03-\(number)"
      names.append(
        try await repository.sign(.comment, as: LifeRepository.ana, "Comment \(number).", on: day))
    }
    let result = try await verify(repository)
    #expect(result.policies.flatMap(\.records).map(\.record) == names)
  }

  @Test("names the lines of allowed_signers and revoked_keys that are not followed")
  func lists() async throws {
    let repository = try LifeRepository()
    let list = try repository.text("policies/signoffs/allowed_signers")
    try repository.write("policies/signoffs/allowed_signers", list + "* ssh-ed25519 AAAA\n")
    try repository.write("policies/signoffs/revoked_keys", "\nnobody\n")
    let result = try await verify(repository)
    #expect(
      result.lists.map { "\($0.path):\($0.line)" } == [
        "policies/signoffs/allowed_signers:3", "policies/signoffs/revoked_keys:2",
      ])
    #expect(!result.isSound)
  }

  @Test("prints commands that ssh-keygen accepts for a good record, and not for a forged one")
  func commands() async throws {
    let repository = try await round()
    let name = try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-03")
    #expect(try await run(VerifyReport.commands(verify(repository)), in: repository) == 0)
    #expect(try repository.folder.names("home/tmp") == [])
    let script = try await VerifyReport.commands(verify(repository))
    #expect(script.contains("echo \"$good good, $bad not.\"\n"))
    let path = "policies/signoffs/\(LifeRepository.policy)/\(name)"
    try repository.write(
      path, try repository.text(path).replacing("verdict: approve", with: "verdict: comment"))
    #expect(try run(script, in: repository) != 0)
  }

  private func run(_ script: String, in repository: LifeRepository) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-e", "-c", script]
    try repository.folder.makeFolder("home/tmp")
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": repository.folder.path("home"),
      "TMPDIR": repository.folder.path("home/tmp"),
    ]
    process.currentDirectoryURL = URL(filePath: repository.root)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
