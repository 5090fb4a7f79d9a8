import PolicyModel
import PolicyProjection
import Testing

@testable import BylawKit

@Suite("Random repositories")
struct RandomRepositoryTests {
  /// What is in force on many days: which version, in which words, since when.
  private func inForce(_ repository: LandingRepository, _ revision: String) async throws -> [String]
  {
    let history = try #require(
      try await WorkspaceHistory.load(
        repository.folder.path, timeZone: "UTC", today: LandingRepository.today, revision: revision)
    )
    let line = try #require(history.lines["unwanted-advertising"])
    return stride(from: 20_440, to: 20_640, by: 5).map { number in
      let day = CalendarDate(daysSinceEpoch: number)
      guard let candidate = line.inForce(on: day) else { return "\(day) nothing" }
      let digests = candidate.snapshot.digests.map { "\($0.key.rawValue)=\($0.value)" }.sorted()
      return "\(day) \(candidate.version) \(candidate.landing.day) \(digests)"
    }
  }

  @Test("say the same of what is in force, however their commits were merged", arguments: 1...8)
  func flat(seed: Int) async throws {
    let random = try await RandomRepository(seed: seed, landings: 8)
    let repository = random.repository
    try random.flatten()
    #expect(try await inForce(repository, "main") == inForce(repository, "flat"))
    let found = try await repository.verdicts()
    try repository.git("symbolic-ref", "HEAD", "refs/heads/flat")
    var rest = found
    for finding in try await repository.verdicts() {
      let place = rest.firstIndex(of: finding)
      #expect(place != nil, "the flat line has \(finding), and the merged one has not: \(found)")
      if let place { rest.remove(at: place) }
    }
    // What only the merged line tells is what its merges lost.
    let ofMerges = ["error history-rewritten", "error policy-id-changed", "error version-falls"]
    #expect(rest.allSatisfy { ofMerges.contains($0) }, "\(rest)")
  }

  @Test("do publish something now and then, or they would prove nothing")
  func lively() async throws {
    var published = 0
    for seed in 1...4 {
      let random = try await RandomRepository(seed: seed, landings: 8)
      if try await inForce(random.repository, "main").contains(where: { !$0.contains("nothing") }) {
        published += 1
      }
    }
    #expect(published > 0)
  }
}
