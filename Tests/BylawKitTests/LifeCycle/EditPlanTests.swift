import PolicyHistory
import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite("A commit of a verb")
struct EditPlanTests {
  private func plan(_ repository: LifeRepository) async throws -> (EditPlan, WorkspaceHistory) {
    let desk = try await repository.desk("2026-03-02")
    let job = StepJob(
      .revise(to: .development), desk: desk, by: LifeRepository.mira, reason: "More rules.")
    guard case .planned(let plan) = try job.run() else { throw LoadError("The gate is not met") }
    return (plan, try #require(desk.history))
  }

  @Test("holds nothing but its own edit")
  func alone() async throws {
    let repository = try LifeRepository()
    let (clean, history) = try await plan(repository)
    #expect(try await refusal { try await clean.refuseOtherEdits(in: history) } == nil)

    try repository.edit("synonyms: [spam,", "synonyms: [spam, flyers,")
    let path = SoundSample.policyPath
    let (dirty, _) = try await plan(repository)
    #expect(
      try await refusal { try await dirty.refuseOtherEdits(in: history) }
        == Refused(
          "\(path) has other edits that are not committed, and --commit takes the whole file",
          "Commit them first: `git commit -m TEXT -- \(path)`. Or leave --commit out."))
  }

  @Test("is refused before anything is edited, where git cannot commit")
  func impossible() async throws {
    let repository = try LifeRepository()
    let (plan, history) = try await plan(repository)
    let path = SoundSample.policyPath
    let before = try repository.text(path)
    try repository.write(".git/MERGE_HEAD", "")
    await #expect { try await plan.carryOut(in: repository.root, committingTo: history) } throws: {
      ($0 as? GitError)?.reason == .notCommitted
    }
    #expect(try repository.text(path) == before)
    #expect(try await plan.carryOut(in: repository.root, committingTo: nil) == nil)
    #expect(try repository.text(path) != before)
  }

  @Test("is refused for a file that was never committed, with how to add it")
  func added() async throws {
    let repository = try LifeRepository()
    try repository.write(LifeRepository.draftPath, SoundSample.neighbour)
    let desk = try await repository.desk(of: LifeRepository.draft, "2026-05-08")
    let job = StepJob(
      .retire(on: nil, replacedBy: nil), desk: desk, by: LifeRepository.mira, reason: "No.")
    guard case .planned(let plan) = try job.run() else { throw LoadError("The gate is not met") }
    let history = try #require(desk.history)
    let refused = try await refusal { try await plan.refuseOtherEdits(in: history) }
    let path = LifeRepository.draftPath
    #expect(refused?.help?.contains("`git add \(path) && git commit -m TEXT -- \(path)`") == true)
  }
}
