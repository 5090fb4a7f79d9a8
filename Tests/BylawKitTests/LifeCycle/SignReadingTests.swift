import Foundation
import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules
import Testing

@testable import BylawKit

@Suite("What is about to be signed")
struct SignReadingTests {
  private func report(_ repository: LifeRepository, on day: String) async throws -> String {
    let job = try SignJob(
      desk: try await repository.desk(day), group: "legal", verdict: .approve, purpose: nil,
      text: "", reviewer: LifeRepository.ana)
    return SignReport(palette: Palette(isColored: false)).text(job)
  }

  private func repository() async throws -> LifeRepository {
    let repository = try LifeRepository()
    try repository.ask("{article: [],", "{article: [legal],")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    try await repository.openRound(on: "2026-03-02")
    return repository
  }

  @Test("is compared with what is in force where the group never signed")
  func first() async throws {
    let text = try await report(try await repository(), on: "2026-03-03")
    #expect(text.hasPrefix("\(LifeRepository.policy), version 1: approve for Legal, round 1\n"))
    #expect(text.contains("article: what differs from version 1, in force:\n"))
    #expect(text.contains("{+flyers+}"))
  }

  @Test("is compared with the words that the group signed last, in whichever round that was")
  func again() async throws {
    let repository = try await repository()
    try await repository.sign(
      .approve, as: LifeRepository.ben, on: "2026-03-03")
    try repository.edit("synonyms: [spam, flyers,", "synonyms: [spam, leaflets,")
    let text = try await report(repository, on: "2026-03-04")
    #expect(text.contains("article: what differs from what Legal signed last, on 3 March 2026:\n"))
    #expect(text.contains("{+leaflets+}"))
    #expect(text.contains("[-flyers-]"))
    try repository.edit("synonyms: [spam, leaflets,", "synonyms: [spam, flyers,")
    let same = try await report(repository, on: "2026-03-04")
    #expect(same.contains("article: the same as what Legal signed last, on 3 March 2026.\n"))
  }

  @Test("is compared with no words to which somebody objected")
  func objection() async throws {
    let repository = try await repository()
    try await repository.sign(
      .requestChanges, as: LifeRepository.ben, "No flyers.", on: "2026-03-03")
    let text = try await report(repository, on: "2026-03-04")
    #expect(text.contains("article: what differs from version 1, in force:\n"))
    #expect(text.contains("{+flyers+}"))
  }

  @Test(
    "is compared with no words that a file claims and nobody signed",
    arguments: ["unsigned", "of a revoked key", "of somebody who left", "of an author"])
  func unproven(_ kind: String) async throws {
    let repository = try await repository()
    let job = try SignJob(
      desk: try await repository.desk("2026-03-03"), group: "legal", verdict: .approve,
      purpose: nil, text: "", reviewer: LifeRepository.ben)
    let path = "policies/signoffs/\(LifeRepository.policy)/\(try job.signOff().fileName)"
    try await repository.write(job, by: LifeRepository.ben)
    var record = try repository.text(path)
    try FileManager.default.removeItem(atPath: "\(repository.root)/\(path)")
    switch kind {
    case "unsigned":
      record = try #require(record.components(separatedBy: "-----BEGIN").first)
    case "of a revoked key":
      let signers = try repository.text("policies/signoffs/allowed_signers")
      let line = try #require(signers.split(separator: "\n").last { $0.hasPrefix("ben@") })
      try repository.write(
        "policies/signoffs/revoked_keys",
        line.split(separator: " ").dropFirst().joined(separator: " ") + "\n")
    case "of somebody who left":
      try repository.ask(
        "members: [\(LifeRepository.ana), \(LifeRepository.ben)]",
        "members: [\(LifeRepository.ana)]")
    default:
      try repository.edit("synonyms: [spam, flyers,", "synonyms: [spam, leaflets,")
      try repository.commit("words", by: LifeRepository.ben, on: "2026-03-03")
      try repository.edit("synonyms: [spam, leaflets,", "synonyms: [spam, flyers,")
    }
    try repository.write(path, record)
    try repository.commit("a record", on: "2026-03-03")
    let text = try await report(repository, on: "2026-03-04")
    #expect(text.contains("article: what differs from version 1, in force:\n"))
    #expect(text.contains("{+flyers+}"))
  }

  @Test("holds only the scopes of the round that ask the group")
  func scopes() async throws {
    let repository = try await repository()
    try repository.edit("Advertise only where", "Advertise solely where")
    let text = try await report(repository, on: "2026-03-03")
    #expect(text.contains("flyers"))
    #expect(!text.contains("solely"))
  }

  @Test("names the parts where all of a long text is new, and how to read it")
  func new() async throws {
    let repository = try LifeRepository()
    try repository.ask(
      "good_fit: {rounds: 0, groups: []}", "good_fit: {rounds: 1, groups: [legal]}"
    )
    try repository.write(
      LifeRepository.draftPath,
      SoundSample.policy.replacing("id: unwanted-advertising", with: "id: sample-draft"))
    let desk = try await repository.desk(of: "sample-draft", "2026-03-02")
    let job = try SignJob(
      desk: desk, group: "legal", verdict: .approve, purpose: .round(1), text: "",
      reviewer: LifeRepository.ana)
    #expect(throws: LoadError.self) { try job.signOff() }
    let reading = try #require(desk.readings(of: [.policy], by: "legal").first)
    #expect(reading.since == nil)
    #expect(reading.redline.entries.count > 10)
    #expect(!reading.redline.entries.contains { $0.place.name == "id" })
  }
}
