import CommonMark
import Foundation
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules
import Testing

@testable import BylawKit

@Suite("A draft tells each group")
struct DraftAnswerTests {
  private func pack(
    of id: String = LifeRepository.policy, in repository: LifeRepository, on day: String
  ) async throws -> String {
    let today = try LifeRepository.day(day)
    let checked = await CheckedWorkspace.load(try repository.load(), today: today)
    // Outside the repository, as a record counts only if nothing else is committed with it.
    let output = repository.folder.path("preview")
    let result = try await DraftJob(id, checked: checked, today: today, output: output).run()
    #expect(result.leaks.isEmpty)
    return try repository.folder.text("preview/moderators/\(id)/round/index.html")
  }

  /// A version that is about to be released, of a policy that never was.
  private func writeDraft(_ repository: LifeRepository, _ changes: (String, String)...) throws {
    var text = SoundSample.policy
    let owner = LifeRepository.mira
    for (old, new) in [
      ("id: unwanted-advertising", "id: sample-draft"), ("SAM-", "DRA-"),
      ("stage: iteration\n", "stage: implementation\n"),
      ("  - {stage: iteration, on: 2026-01-12, by: \(owner)}\n", ""),
    ] + changes {
      try #require(text.contains(old), "\(old)")
      text.replace(old, with: new)
    }
    try repository.write(LifeRepository.draftPath, text)
    try repository.commit("a draft", on: "2026-05-07")
  }

  /// Every record of a page that can be pasted, by its file name.
  private func records(_ page: String) throws -> [String: SignOff] {
    var records: [String: SignOff] = [:]
    for part in page.components(separatedBy: "<pre id=\"name-").dropFirst() {
      let box = part.components(separatedBy: "</pre>")
      let path = try #require(box[0].components(separatedBy: ">").last)
      let name = try #require(path.split(separator: "/").last.map(String.init))
      let text = try #require(box[1].components(separatedBy: "tabindex=\"0\">").last)
      records[name] = try RecordReader.read(Array(text.utf8), name: name).get().signOff
    }
    return records
  }

  /// A record whose commit is its proof; the name of its file.
  @discardableResult
  private func commit(
    _ signOff: SignOff, to repository: LifeRepository, on day: String
  ) throws -> String {
    try repository.write(
      "policies/signoffs/\(LifeRepository.policy)/\(signOff.fileName)",
      String(decoding: try RecordWriter.checked(signOff).get(), as: UTF8.self))
    try repository.commit("a record", by: signOff.reviewer, on: day)
    return signOff.fileName
  }

  private func object(
    _ repository: LifeRepository, to purpose: SignOff.Purpose? = nil, on day: String
  ) async throws -> String {
    let job = try SignJob(
      desk: try await repository.desk(day), group: "legal", verdict: .requestChanges,
      purpose: purpose, text: "No flyers.", reviewer: LifeRepository.ana)
    return try commit(try job.signOff(), to: repository, on: day)
  }

  @Test("how to take an objection back, and how another member sets it aside")
  func objection() async throws {
    let repository = try await LifeRepository.inRound(proof: "commit")
    let objection = try await object(repository, on: "2026-03-03")
    let page = try await pack(in: repository, on: "2026-03-04")
    #expect(page.contains("Ana Ruiz has asked for changes. That stands until it is taken back,"))
    #expect(page.contains("Ana Ruiz: take your objection back, and approve</summary>"))
    #expect(page.contains("Ben Ode: set the objection of Ana Ruiz aside, and approve</summary>"))
    let records = try records(page)
    #expect(records.count == 2)
    let own = try #require(records["v1-r1-legal-ana@example.com-2.signoff"])
    #expect(own.verdict == .approve && own.clears == nil)
    let other = try #require(records["v1-r1-legal-ben@example.com-1.signoff"])
    #expect(other.verdict == .approve && other.clears == objection)
    for signOff in [own, other] {
      try commit(signOff, to: repository, on: "2026-03-04")
      let after = try await repository.desk("2026-03-05")
      #expect(after.judge.objections().standing.isEmpty, "\(signOff.fileName)")
      #expect(
        try await pack(in: repository, on: "2026-03-05").contains(
          "Legal has agreed to these words."))
      try repository.git("reset", "--quiet", "--hard", "HEAD~1")
    }
  }

  @Test("the same with commands, where a key is the proof")
  func commands() async throws {
    let repository = try await LifeRepository.inRound(proof: "signature")
    let objection = try await repository.sign(
      .requestChanges, as: LifeRepository.ana, "No flyers.", on: "2026-03-03")
    let page = try await pack(in: repository, on: "2026-03-04")
    let sign = "bylaw sign \(LifeRepository.policy) --as legal --approve"
    #expect(page.contains("How to take an objection of your own back, and approve"))
    #expect(page.contains(">\(sign)</pre>"))
    #expect(page.contains("How to set the objection of Ana Ruiz aside, and approve"))
    #expect(page.contains(">\("\(sign) --clears \"\(objection)\"".htmlEscaped)</pre>"))
  }

  @Test("in words what it is asked about, with links to the draft")
  func scopes() async throws {
    let page = try await pack(
      in: try await LifeRepository.inRound(proof: "signature"), on: "2026-03-04")
    #expect(page.contains("Asked about the help article around it (article)."))
    let link = "<a href=\"../../../help/\(LifeRepository.policy)/index.html\">the help article</a>"
    #expect(page.contains(link))
    #expect(!page.contains(">the e-mails</a>"))
    #expect(!page.contains("Dates and change log"))
  }

  @Test("the dates and the change log, also where all words are new")
  func release() async throws {
    let repository = try LifeRepository()
    try repository.ask("release: []", "release: [legal]")
    try writeDraft(
      repository, ("announced: 2026-01-12", "announced: 2026-06-01"),
      ("effective: 2026-02-16", "effective: 2026-07-01"),
      ("The first rule on advertising.", "The first <version>."))
    let desk = try await repository.desk(of: LifeRepository.draft, "2026-05-08")
    try repository.carryOut(try RoundJob(desk: desk).open())
    let page = try await pack(of: LifeRepository.draft, in: repository, on: "2026-05-08")
    #expect(page.contains("The dates and the change log (release):</strong> all words are new."))
    #expect(page.contains("<dt>Announced</dt><dd>1 June 2026</dd>"))
    #expect(page.contains("<dt>Effective</dt><dd>1 July 2026</dd>"))
    #expect(page.contains("<dd>The first &lt;version&gt;."))
    #expect(page.contains("<dd>significant.</dd>"))
  }

  @Test("when and why a policy is to end, until it has agreed", arguments: ["signature", "commit"])
  func retirement(proof: String) async throws {
    let repository = try LifeRepository()
    try repository.ask("retire: {groups: []}", "retire: {groups: [legal]}")
    try repository.ask("people:\n", "signoffs: {proof: \(proof)}\npeople:\n")
    _ = try await repository.take(
      .retire(on: CalendarDate("2026-07-01"), replacedBy: nil), reason: "The terms <say> it.",
      on: "2026-06-01")
    let page = try await pack(in: repository, on: "2026-06-02")
    #expect(page.contains("“Unwanted advertising” is to end"))
    #expect(page.contains(">1 July 2026</time>"))
    #expect(page.contains("<dd>The terms &lt;say&gt; it.</dd>"))
    #expect(page.contains("Waiting for Ana Ruiz or Ben Ode: one of them is enough."))
    #expect(!page.contains("No round is open."))
    guard proof == "commit" else {
      let sign = "bylaw sign \(LifeRepository.policy) --as legal --for retire --approve"
      #expect(page.contains(">\(sign)</pre>"))
      return
    }
    let records = try records(page)
    let own = try #require(records["v1-retire-legal-ana@example.com-1.signoff"])
    #expect(own.purpose == .retire && own.digest(of: "retire") != nil)
    try commit(own, to: repository, on: "2026-06-02")
    #expect(try await repository.desk("2026-06-03").gateJudge().retirement.isMet)
    #expect(try await pack(in: repository, on: "2026-06-03").contains("No round is open."))
  }

  @Test(
    "that its maker takes an objection to an end back, or another member sets it aside",
    arguments: [LifeRepository.ana, LifeRepository.ben])
  func retirementObjection(by person: String) async throws {
    let repository = try LifeRepository()
    try repository.ask("retire: {groups: []}", "retire: {groups: [legal]}")
    try repository.ask("people:\n", "signoffs: {proof: commit}\npeople:\n")
    _ = try await repository.take(
      .retire(on: CalendarDate("2026-07-01"), replacedBy: nil), reason: "Done.", on: "2026-06-01")
    let objection = try await object(repository, to: .retire, on: "2026-06-02")
    let commands = try await repository.desk("2026-06-03").gateJudge().retirement.unmetLeaves
      .compactMap(\.command)
    #expect(
      commands.contains("bylaw sign \(LifeRepository.policy) --as legal --for retire --approve"))
    #expect(!commands.contains { $0.hasPrefix("bylaw round") })
    let page = try await pack(in: repository, on: "2026-06-03")
    #expect(page.contains("That stands until it is taken back, or set aside by another member."))
    let records = try records(page)
    let isOwn = person == LifeRepository.ana
    let other = try #require(
      records["v1-retire-legal-\(person)-\(isOwn ? 2 : 1).signoff"], "\(records.keys)")
    #expect(records.count == 2 && other.clears == (isOwn ? nil : objection))
    try commit(other, to: repository, on: "2026-06-03")
    #expect(try await repository.desk("2026-06-04").gateJudge().retirement.isMet)
  }

  @Test("how a version that cannot wait is let go, where the settings name who may")
  func urgent() async throws {
    let repository = try LifeRepository()
    try writeDraft(repository)
    let none = try await pack(of: LifeRepository.draft, in: repository, on: "2026-05-08")
    #expect(!none.contains("If it cannot wait"))
    try repository.ask("urgent: {groups: []", "urgent: {groups: [legal]")
    let page = try await pack(of: LifeRepository.draft, in: repository, on: "2026-05-08")
    #expect(page.contains("If it cannot wait"))
    #expect(page.contains(">bylaw sign sample-draft --as legal --for urgent --approve</pre>"))
  }
}
