import Foundation
import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyRules
import Testing

@testable import BylawKit

/// A workspace of its own in a repository of its own, with people who have keys, gone when the test is.
final class LifeRepository: Sendable {
  let folder: TemporaryFolder
  static let policy = "unwanted-advertising"
  static let mira = "mira@example.com"
  static let ana = "ana@example.com"
  static let ben = "ben@example.com"

  /// The sample with a group of two people with keys, whom only the periodic review asks.
  init(living: String = "[legal]") throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("home")
    try git("init", "--quiet", "--initial-branch=main")
    try write("bylaw.yml", Self.settings(living: living))
    try write("policies/unwanted-advertising.md", SoundSample.policy)
    try write("policies/common.md", SoundSample.common)
    try write(
      "policies/signoffs/allowed_signers",
      [Self.ana, Self.ben].map { try "\($0) \(makeKey($0))\n" }.joined())
    try commit("the workspace", on: "2026-01-12")
  }

  var root: String { folder.path("work") }

  static func settings(living: String = "[legal]", article: String = "[]") -> String {
    SoundSample.settings
      .replacing(
        "people:\n",
        with: "people:\n  \(ana): {name: \"Ana Ruiz\"}\n  \(ben): {name: \"Ben Ode\"}\n"
      )
      .replacing(
        "groups: {}\n", with: "groups: {legal: {name: Legal, members: [\(ana), \(ben)]}}\n"
      )
      .replacing(
        "living: {review_every: 6 months, groups: []}",
        with: "living: {review_every: 6 months, groups: \(living)}"
      )
      .replacing("{article: [],", with: "{article: \(article),")
  }

  // MARK: Files and commits

  func write(_ name: String, _ text: String) throws { try folder.write("work/\(name)", text) }
  func text(_ name: String) throws -> String { try folder.text("work/\(name)") }

  func edit(_ old: String, _ new: String) throws {
    let text = try text(SoundSample.policyPath)
    try #require(text.contains(old))
    try write(SoundSample.policyPath, text.replacing(old, with: new))
  }

  /// Commits all, as `author`, at noon of a day.
  func commit(_ message: String, by author: String = mira, on day: String) throws {
    try git("add", "--all")
    try git(["commit", "--quiet", "--message", message], author: author, day: day)
  }

  @discardableResult
  func git(_ arguments: String...) throws -> String { try git(arguments) }

  @discardableResult
  func git(
    _ arguments: [String], author: String = mira, day: String = "2026-01-12"
  ) throws -> String {
    try folder.makeFolder("work")
    var environment = [
      "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": folder.path("home"), "LC_ALL": "C",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    ]
    for role in ["AUTHOR", "COMMITTER"] {
      environment["GIT_\(role)_NAME"] = author
      environment["GIT_\(role)_EMAIL"] = author
      environment["GIT_\(role)_DATE"] = "\(day)T12:00:00Z"
    }
    return try run(["git"] + arguments, environment)
  }

  private func makeKey(_ person: String) throws -> String {
    let path = folder.path("home/\(person)")
    try run(
      ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", person, "-f", path],
      ["PATH": "/usr/bin:/bin", "HOME": folder.path("home")])
    return try folder.text("home/\(person).pub").split(separator: " ").prefix(2)
      .joined(separator: " ")
  }

  @discardableResult
  private func run(_ arguments: [String], _ environment: [String: String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: root)
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(arguments)")
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: bylaw

  func load() throws -> WorkspaceFolder { try WorkspaceFolder.find(from: root) }

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  func desk(_ day: String) async throws -> PolicyDesk {
    try await PolicyDesk.open(
      Self.policy, in: try load(), today: try Self.day(day), needsJudgements: true)
  }

  func carryOut(_ plan: EditPlan) throws { try plan.write(in: root) }

  /// Opens a round, and commits it.
  func openRound(on day: String) async throws {
    try carryOut(try await RoundJob(desk: desk(day)).open())
    try commit("open a round", on: day)
  }

  /// With an open round about an amendment of the article, which Legal is asked about.
  static func inRound(proof: String = "signature") async throws -> LifeRepository {
    let repository = try LifeRepository()
    try repository.write(
      "bylaw.yml",
      LifeRepository.settings(article: "[legal]") + "signoffs: {proof: \(proof)}\n")
    try repository.commit("ask legal", on: "2026-03-01")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    try await repository.openRound(on: "2026-03-02")
    return repository
  }

  func closeRound(on day: String) async throws {
    try carryOut(try await RoundJob(desk: desk(day)).close(answers: []))
    try commit("close the round", on: day)
  }

  /// Signs as a member of `legal` and commits the record alone; the name of its file.
  @discardableResult
  func sign(
    _ verdict: SignOff.Verdict, as person: String, _ text: String = "", on day: String
  ) async throws -> String {
    try await keep(
      SignJob(
        desk: desk(day), group: "legal", verdict: verdict, purpose: nil, text: text,
        reviewer: person), by: person, on: day)
  }

  @discardableResult
  func review(
    _ verdict: SignOff.Verdict, as person: String, _ text: String = "Looked at it.", on day: String
  ) async throws -> String {
    try await keep(
      ReviewJob.record(
        at: desk(day), group: "legal", verdict: verdict, considered: [.law, .data], text: text,
        reviewer: person), by: person, on: day)
  }

  private func keep(_ job: SignJob, by person: String, on day: String) async throws -> String {
    try await write(job, by: person)
    try commit("a record", by: person, on: day)
    return try job.signOff().fileName
  }

  /// Writes a record, and commits nothing.
  func write(_ job: SignJob, by person: String) async throws {
    let key = try SigningKey.option(folder.path("home/\(person)"), home: nil)
    try carryOut(try await job.plan(key: key, isInteractive: false))
  }
}
