import Foundation
import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules
import Testing

@testable import BylawKit

@Suite("Signing")
struct SignTests {
  private static let id = LifeRepository.policy

  private func repository() async throws -> LifeRepository {
    let repository = try LifeRepository()
    try repository.ask("{article: [],", "{article: [legal],")
    try repository.ask(
      "groups: {legal:",
      "groups: {support: {name: Support, members: [\(LifeRepository.ana)]}, "
        + "board: {name: Board, members: [\(LifeRepository.mira)]}, legal:")
    try repository.ask("overrule: {groups: []}", "overrule: {groups: [board]}")
    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    try repository.carryOut(
      try await RoundJob(desk: repository.desk("2026-03-02")).open(adding: ["support"]))
    try repository.commit("open a round", by: "nobody@example.com", on: "2026-03-02")
    return repository
  }

  private func sign(
    _ repository: LifeRepository, as group: String = "legal",
    _ verdict: SignOff.Verdict = .approve, by person: String = LifeRepository.ana,
    purpose: SignOff.Purpose? = nil, text: String = "", clears: String? = nil
  ) async throws -> Refused? {
    try await refusal {
      var job = try SignJob(
        desk: try await repository.desk("2026-03-03"), group: group, verdict: verdict,
        purpose: purpose, text: text, reviewer: person)
      job.clears = clears
      return try job.signOff()
    }
  }

  @Test("is refused for a group that does not exist, is not asked, or is not one's own")
  func group() async throws {
    let repository = try await repository()
    #expect(
      try await sign(repository, as: "legl")
        == Refused("There is no group `legl`", "Did you mean `legal`?"))
    #expect(
      try await sign(repository, as: "board")
        == Refused("Round 1 does not ask `board`", "It asks: legal, support."))
    #expect(
      try await sign(repository, as: "support", by: LifeRepository.ben)
        == Refused("ben@example.com is no member of `support`", "Its members: ana@example.com."))
    #expect(try await sign(repository) == nil)
  }

  @Test("is refused without a round, and without words where these are needed")
  func words() async throws {
    #expect(
      try await sign(try LifeRepository())
        == Refused(
          "\(Self.id) has no open round",
          "Its owner opens one with `bylaw round open \(Self.id)`."))
    let repository = try await repository()
    for verdict in [SignOff.Verdict.requestChanges, .comment] {
      #expect(
        try await sign(repository, verdict)
          == Refused("`\(verdict.rawValue)` needs words", "Give them with -m TEXT."))
    }
  }

  @Test("is for one group in a round, and says the same yes once")
  func twice() async throws {
    let repository = try await repository()
    let record = try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-03")
    #expect(
      try await sign(repository)
        == Refused(
          "You have approved these words already, in \(record)",
          "`bylaw why \(Self.id)` shows what is still missing."))
    #expect(
      try await sign(repository, as: "support")
        == Refused(
          "ana@example.com acts for `legal` in round 1 already",
          "Sign with --as legal, or ask another member of `support`."))
    try repository.edit("synonyms: [spam, flyers,", "synonyms: [spam, leaflets,")
    #expect(try await sign(repository) == nil)
  }

  @Test("nobody approves what they wrote")
  func author() async throws {
    let repository = try await repository()
    try repository.edit("synonyms: [spam, flyers,", "synonyms: [spam, leaflets,")
    try repository.commit("better", by: LifeRepository.ana, on: "2026-03-03")
    #expect(
      try await sign(repository)
        == Refused(
          "ana@example.com wrote some of these words, and nobody approves their own text",
          "Ask another member of `legal`: ben@example.com."))
    #expect(try await sign(repository, by: LifeRepository.ben) == nil)
  }

  @Test("nobody approves what they wrote and have not committed")
  func uncommitted() async throws {
    let repository = try await repository()
    try repository.git("config", "user.email", LifeRepository.ana)
    try repository.git("config", "user.name", "Ana Ruiz")
    #expect(try await sign(repository) == nil)
    try repository.edit("synonyms: [spam, flyers,", "synonyms: [spam, leaflets,")
    #expect(
      try await sign(repository)?.message
        == "\(SoundSample.policyPath) has changes that are not committed, so they count as yours")
    #expect(try await sign(repository, by: LifeRepository.ben) == nil)
  }

  @Test("an objection is cleared by its own group, or overruled by name")
  func clearing() async throws {
    let repository = try await repository()
    let none = Refused("`x` is no objection that stands", "No objection stands.")
    #expect(try await sign(repository, clears: "x") == none)
    let record = try await repository.sign(
      .requestChanges, as: LifeRepository.ben, "No flyers.", on: "2026-03-03")
    #expect(try await sign(repository, clears: record) == nil)
    #expect(
      try await sign(repository, as: "support", clears: record)
        == Refused(
          "`\(record)` was raised for `legal`, and `support` cannot clear it",
          "A member of `legal` can, or lifecycle.overrule with --overrule."))
    #expect(
      try await sign(repository, .overrule, text: "It stays.", clears: record)
        == Refused(
          "ana@example.com is not in lifecycle.overrule",
          "These people are: mira@example.com."))
    #expect(
      try await sign(repository, .overrule, by: LifeRepository.mira, text: "It stays.")
        == Refused(
          "`overrule` sets one objection aside, and none is named",
          "Name it with --clears RECORD. These stand: \(record)."))
    // The owner counts as an author.
    #expect(
      try await sign(
        repository, .overrule, by: LifeRepository.mira, text: "It stays.", clears: record)
        == Refused(
          "mira@example.com wrote some of these words, and nobody clears an objection to their own "
            + "text",
          "Ask ben@example.com, or someone else of their group."))
  }

  @Test(
    "for an end or a release without notice, where neither is at hand or the group is not asked")
  func purposes() async throws {
    let repository = try await repository()
    #expect(
      try await sign(repository, purpose: .retire)
        == Refused(
          "\(Self.id) does not say yet when and why it ends",
          "`bylaw retire \(Self.id) --on DAY -m REASON` writes that down first."))
    #expect(
      try await sign(repository, purpose: .urgent)
        == Refused(
          "\(Self.id) is not about to be released: it is in iteration",
          "--for urgent is for a version in implementation. Leave it out to sign in a round."))
    try repository.ask("retire: {groups: []}", "retire: {groups: [board]}")
    _ = try await repository.take(
      .retire(on: nil, replacedBy: nil), reason: "Done.", on: "2026-03-03")
    #expect(
      try await sign(repository, purpose: .retire)
        == Refused("lifecycle.retire does not ask `legal`", "It asks: board."))
  }

  @Test("in somebody else's commit writes no record where the commit is the proof")
  func commits() async throws {
    let repository = try await repository()
    try repository.write(
      "bylaw.yml", try repository.text("bylaw.yml") + "signoffs: {proof: commit}\n")
    try repository.commit("no keys", on: "2026-03-03")
    try repository.git("config", "user.email", LifeRepository.ben)
    try repository.git("config", "user.name", "Ben Ode")
    func sign(by person: String) async throws -> Refused? {
      try await refusal {
        try await SignJob(
          desk: repository.desk("2026-03-03"), group: "legal", verdict: .approve, purpose: nil,
          text: "", reviewer: person
        ).plan(key: nil, isInteractive: false)
      }
    }
    #expect(try await sign(by: LifeRepository.ben) == nil)
    #expect(
      try await sign(by: LifeRepository.ana)
        == Refused(
          "The commit is the proof here, and it would be made by ben@example.com, not by "
            + "ana@example.com",
          "Each reviewer signs in a clone of their own: set user.email there with `git config`."))
  }

  @Test("with a key that is another's or nobody's writes no record")
  func keys() async throws {
    let repository = try await repository()
    func sign(with key: String) async throws -> Refused? {
      try await refusal {
        try await repository.write(
          SignJob(
            desk: repository.desk("2026-03-03"), group: "legal", verdict: .approve, purpose: nil,
            text: "", reviewer: LifeRepository.ana), by: key)
      }
    }
    let others = try await sign(with: LifeRepository.ben)
    let end = "belongs to ben@example.com, so the record would not count"
    #expect(others?.message.hasSuffix(end) == true)
    #expect(others?.help == "Sign with the reviewer's own key.")
    try repository.write("policies/signoffs/allowed_signers", "")
    try repository.commit("no keys", on: "2026-03-03")
    let unknown = try await sign(with: LifeRepository.ana)
    #expect(unknown?.message.hasPrefix("No reviewer is listed for the key SHA256:") == true)
    #expect(unknown?.help?.contains("allowed_signers") == true)
    let folder = repository.folder.path("work/policies/signoffs/\(Self.id)")
    #expect(!FileSystem.exists(folder))
  }

  @Test("before anything is shown, is refused without a key or with one that does not count")
  func keysFirst() async throws {
    let repository = try await repository()
    func refuse(_ person: String?) async throws -> Refused? {
      let job = try SignJob(
        desk: try await repository.desk("2026-03-03"), group: "legal", verdict: .approve,
        purpose: nil, text: "", reviewer: LifeRepository.ana)
      let key = try person.map {
        try SigningKey.option(repository.folder.path("home/\($0)"), home: nil)
      }
      return try await refusal { try job.refuse(key: key) }
    }
    #expect(try await refuse(nil)?.message == "There is no key to sign with")
    let others = try await refuse(LifeRepository.ben)
    #expect(
      others?.message.hasSuffix("belongs to ben@example.com, so the record would not count") == true
    )
    #expect(try await refuse(LifeRepository.ana) == nil)
    let key = try repository.folder.text("home/\(LifeRepository.ana).pub")
    try repository.write("policies/signoffs/revoked_keys", key)
    try repository.commit("a lost key", on: "2026-03-03")
    let revoked = try await refuse(LifeRepository.ana)
    #expect(revoked?.message.hasSuffix("is revoked, so the record would not count") == true)
    try repository.write("policies/signoffs/allowed_signers", "")
    try repository.write("policies/signoffs/revoked_keys", "")
    try repository.commit("no keys", on: "2026-03-03")
    let unlisted = try await refuse(LifeRepository.ben)
    #expect(unlisted?.message.hasPrefix("No reviewer is listed for the key SHA256:") == true)
  }

  @Test("goes on from the highest of one's own numbers, though some were left out")
  func gaps() async throws {
    let repository = try await repository()
    try repository.write(
      "bylaw.yml", try repository.text("bylaw.yml") + "signoffs: {proof: commit}\n")
    try repository.commit("no keys", on: "2026-03-03")
    try repository.git("config", "user.email", LifeRepository.ana)
    try repository.git("config", "user.name", "Ana Ruiz")
    func next() async throws -> SignOff {
      try SignJob(
        desk: try await repository.desk("2026-03-03"), group: "legal", verdict: .comment,
        purpose: nil, text: "Hm.", reviewer: LifeRepository.ana
      ).signOff()
    }
    var typed = try await next()
    #expect(typed.number == 1)
    typed.number = 7
    try repository.write(
      "policies/signoffs/\(Self.id)/\(typed.fileName)",
      String(decoding: RecordWriter.text(of: typed), as: UTF8.self))
    try repository.commit("typed", by: LifeRepository.ana, on: "2026-03-03")
    #expect(try await next().number == 8)
  }

  @Test("goes on from one's own records, whatever numbers others claim in one's name")
  func numbers() async throws {
    let repository = try await repository()
    func job() async throws -> SignJob {
      try SignJob(
        desk: try await repository.desk("2026-03-03"), group: "legal", verdict: .approve,
        purpose: nil, text: "", reviewer: LifeRepository.ana)
    }
    var forged = try await job().signOff()
    for number in [1, 999_999_999] {
      forged.number = number
      try repository.write(
        "policies/signoffs/\(Self.id)/\(forged.fileName)",
        String(decoding: RecordWriter.text(of: forged), as: UTF8.self))
    }
    try repository.commit("not Ana's", on: "2026-03-03")
    // The file with number 1 stays as it is.
    #expect(try await job().signOff().number == 2)
    try await repository.sign(.approve, as: LifeRepository.ana, on: "2026-03-03")
    try repository.edit("synonyms: [spam, flyers,", "synonyms: [spam, leaflets,")
    #expect(try await job().signOff().number == 3)
  }

  @Test("says what keeps a key that is listed from counting")
  func listedKeys() async throws {
    let repository = try await repository()
    let list = "policies/signoffs/allowed_signers"
    let lines = try repository.text(list).split(separator: "\n").map(String.init)
    func refused(_ text: String, _ settings: (String) -> String = { $0 }) async throws -> Refused? {
      try repository.write(list, text)
      try repository.write("bylaw.yml", settings(try repository.text("bylaw.yml")))
      try repository.commit("keys", by: "nobody@example.com", on: "2026-03-02")
      let desk = try await repository.desk("2026-03-03")
      let key = try await desk.signingKey(repository.folder.path("home/\(LifeRepository.ana)"))
      return try await refusal {
        try SignJob(
          desk: desk, group: "legal", verdict: .approve, purpose: nil, text: "",
          reviewer: LifeRepository.ana
        ).refuse(key: key)
      }
    }
    let dated = lines[0].replacing(" ", with: " valid-before=\"20300101\" ", maxReplacements: 1)
    let unfollowed = try await refused("# Keys\n\(dated)\n\(lines[1])\n")
    #expect(
      unfollowed?.message
        == "allowed_signers lists this key on line 2, and the line is not followed")
    #expect(unfollowed?.help?.hasPrefix("A date does not end a key") == true)
    let other = "ana@home.example"
    let alias = try await refused(
      lines[0].replacing(LifeRepository.ana, with: other) + "\n"
    ) {
      $0.replacing("{name: \"Ana Ruiz\"}", with: "{name: \"Ana Ruiz\", also: [\(other)]}")
    }
    #expect(
      alias?.message
        == "allowed_signers lists this key under \(other), so the record would not count")
    let missing = try await refusal {
      try await repository.desk("2026-03-03").signingKey("/nowhere/key")
    }
    #expect(missing?.message == "There is no key at /nowhere/key")
    // The check says so of both lists before anybody signs.
    try repository.write(
      list,
      "\(other) \(lines[0].split(separator: " ", maxSplits: 1)[1])\nzed@example.com "
        + "\(lines[1].split(separator: " ", maxSplits: 1)[1])\n")
    let found = await CheckJob(
      folder: try repository.load(), today: try LifeRepository.day("2026-03-03"), paths: [list]
    ).run().findings
    #expect(
      found.map(\.headline) == [
        "ana@home.example is a further address of ana@example.com",
        "Nobody in `people` has the address zed@example.com",
      ])
  }

  @Test("takes no placeholder for words")
  func slips() async throws {
    let repository = try await repository()
    for text in ["TEXT", "…"] {
      #expect(
        try await sign(repository, .requestChanges, text: text)
          == Refused("“\(text)” stands for your own words", "Put them in its place."))
    }
  }

  @Test("says which objection of one's own ends with the record")
  func takesBack() async throws {
    let repository = try await repository()
    let name = try await repository.sign(
      .requestChanges, as: LifeRepository.ana, "Too short.", on: "2026-03-03")
    func shown(_ verdict: SignOff.Verdict, by person: String) async throws -> String {
      SignReport(palette: Palette(isColored: false)).text(
        try SignJob(
          desk: try await repository.desk("2026-03-04"), group: "legal", verdict: verdict,
          purpose: nil, text: "Hm.", reviewer: person))
    }
    let words = "This takes your objection back: \(name)."
    #expect(try await shown(.comment, by: LifeRepository.ana).contains(words))
    #expect(try await !shown(.requestChanges, by: LifeRepository.ana).contains(words))
    #expect(try await !shown(.approve, by: LifeRepository.ben).contains(words))
  }
}
