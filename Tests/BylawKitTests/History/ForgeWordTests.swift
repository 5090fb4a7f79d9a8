import Foundation
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules
import Testing

@testable import BylawKit

@Suite("A sign-off that a forge committed for its reviewer")
struct ForgeWordTests {
  private let id = "unwanted-advertising"
  private let forge = "noreply@forge.example"
  private let words = "as told by the forge"

  /// A round that Ana answers on a branch, in a commit that she or the forge made.
  private func reviewed(
    committer: String, isProvenByCommits: Bool = true
  ) async throws -> LandingRepository {
    let ana = try SigningReviewer("ana@example.com")
    let repository = try LandingRepository.asking(
      [ana], isProvenByCommits: isProvenByCommits)
    let settings = try repository.folder.text("bylaw.yml")
    try repository.land(
      [
        "bylaw.yml": settings.replacing(
          "{proof: commit}", with: "{proof: commit, forge_committers: [\(forge)]}")
      ], on: "2026-01-04")
    try repository.land(.development.round(1), on: "2026-01-06")
    try repository.branch("work")
    let record = try await ana.record(on: id, in: repository, group: "legal", scopes: [.policy])
    let pasted = record.mapValues { text in
      isProvenByCommits ? text.map { String($0.split(separator: "-----BEGIN")[0]) } : text
    }
    try repository.land(pasted, on: "2026-01-07", by: ana.address, committer: committer)
    return repository
  }

  private func reports(of repository: LandingRepository) async throws -> [String: String] {
    let palette = Palette(isColored: false)
    let today = LandingRepository.today
    let folder = try repository.folder.load()
    let desk = try await PolicyDesk.open(id, in: folder, today: today, needsJudgements: true)
    let change = try await repository.change()
    let audit = try await VerifyJob.run([], in: folder, today: today)
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }
    let status = try RoundJob(desk: desk).status()
    let gate = desk.gateJudge().report(for: .goodFit)
    let log = try await LogJob.timeline(of: id, in: folder, today: today)
    return [
      "round status": RoundReport(palette: palette).text(status, at: desk),
      "log": TimelineReport(palette: palette).text(log), "log --json": try json(log),
      "why": GateTree(palette: palette).text(gate),
      "signoffs verify": VerifyReport(palette: palette).text(audit),
      "comment": ChangeComment(change, findings: change.findings, base: "main").text,
      "round status --json": try json(status), "why --json": try json(gate),
      "signoffs verify --json": try json(audit), "check --json": try json(change.report),
    ]
  }

  @Test("is told as the forge's word, in each report")
  func told() async throws {
    for (name, text) in try await reports(of: try await reviewed(committer: forge)) {
      let isTold = text.contains(words) || text.contains(#""isToldByForge":true"#)
      #expect(isTold, "\(name): \(text)")
    }
  }

  @Test("is told so for good, by the settings that took it, whatever they say later")
  func later() async throws {
    let repository = try await reviewed(committer: forge)
    let settings = try repository.folder.text("bylaw.yml")
    try repository.land(
      ["bylaw.yml": settings.replacing(", forge_committers: [\(forge)]", with: "")],
      on: "2026-01-08")
    let audit = try await VerifyJob.run(
      [], in: try repository.folder.load(), today: LandingRepository.today)
    #expect(audit.policies.flatMap(\.records).map(\.isToldByForge) == [true])
  }

  @Test(
    "is told plainly where the reviewer made the commit, nobody believes it, or a key proves it",
    arguments: [
      ("ana@example.com", true), ("zed@example.com", true), ("noreply@forge.example", false),
    ])
  func own(committer: String, isProvenByCommits: Bool) async throws {
    let repository = try await reviewed(
      committer: committer, isProvenByCommits: isProvenByCommits)
    for (name, text) in try await reports(of: repository) {
      let isTold = text.contains(words) || text.contains(#""isToldByForge":true"#)
      #expect(!isTold, "\(name): \(text)")
    }
  }

  @Test("is made good by another one, and is a warning while that can be helped")
  func lost() async throws {
    let repository = try await reviewed(committer: "zed@example.com")
    let found = try await repository.change().findings.filter { $0.rule == "record-lost" }
    #expect(found.map(\.verdict) == ["warning record-lost"])
    #expect(
      found.first?.explanation?.contains("committed by zed@example.com, who is neither") == true)
    func audit() async throws -> VerifyJob.Result {
      try await VerifyJob.run(
        [], in: try repository.folder.load(), today: LandingRepository.today)
    }
    #expect(try await !audit().isSound)
    let ana = try SigningReviewer("ana@example.com")
    let record = try await ana.record(
      on: id, in: repository, group: "legal", scopes: [.policy], number: 2)
    try repository.land(
      record.mapValues { $0.map { String($0.split(separator: "-----BEGIN")[0]) } },
      on: "2026-01-08", by: ana.address)
    let records = try await audit().policies.flatMap(\.records)
    #expect(records.map(\.state) == [.lost, .counts])
    #expect(records.map(\.isMadeGood) == [true, false])
    #expect(try await audit().isSound)
  }

  @Test("is looked for where somebody mistyped its path", arguments: [false, true])
  func stray(isReadable: Bool) async throws {
    let repository = try await reviewed(committer: forge)
    let folder = "policies/signoffs/\(id)"
    let name = "v1-r1-legal-ana@example.com-1.signoff"
    let text = try repository.folder.text("\(folder)/\(name)")
    let slip = isReadable ? text : text.replacing("verdict: approve", with: "verdict: yes")
    let places = ["\(name)", "policies/\(name)", "\(folder)/\(name).txt"]
    try repository.land(
      Dictionary(uniqueKeysWithValues: places.map { ($0, "\n" + slip) }), on: "2026-01-08")
    try repository.land(["notes.txt": "bylaw-record"], on: "2026-01-08")
    let checked = try await repository.folder.checked()
    let change = try await repository.change()
    let job = CheckJob(folder: checked.folder, today: LandingRepository.today)
    let found = job.joined(await job.run().findings, change.findings, isAboutChange: true)
      .filter { $0.rule == "record-stray" }
    #expect(found.compactMap(\.location?.path).sorted() == places.sorted())
    #expect(
      found.allSatisfy { $0.help?.hasPrefix("Add it as `\(folder)/\(name)`, in") == isReadable })
    let comment = ChangeComment(change, findings: found, base: "main").text
    #expect(comment.contains("is a record, and nobody reads it there"))
  }

  @Test("counts once `people` lists the address from which its maker sent it")
  func also() async throws {
    let repository = try await reviewed(committer: forge)
    try repository.git("reset", "--quiet", "--hard", "HEAD~1")
    let ana = try SigningReviewer("ana@example.com")
    let record = try await ana.record(on: id, in: repository, group: "legal", scopes: [.policy])
    let address = "ana@home.example"
    try repository.land(
      record.mapValues { $0.map { String($0.split(separator: "-----BEGIN")[0]) } },
      on: "2026-01-07", by: address)
    func states() async throws -> [RecordStanding.State] {
      try await VerifyJob.run(
        [], in: try repository.folder.load(), today: LandingRepository.today
      ).policies.flatMap(\.records).map(\.state)
    }
    #expect(try await states() == [.lost])
    let settings = try repository.folder.text("bylaw.yml")
    try repository.land(
      [
        "bylaw.yml": settings.replacing(
          "ana@example.com: {name: A reviewer}",
          with: "ana@example.com: {name: A reviewer, also: [\(address)]}")
      ], on: "2026-01-08")
    #expect(try await states() == [.counts])
  }
}
