import PolicyModel
import PolicyRules
import TestSupport

@testable import BylawKit

/// A repository in which anything happens to one policy: on the line, on branches that are merged in
/// several ways, and on none; the same on each run.
struct RandomRepository {
  let repository: LandingRepository
  private let ana: SigningReviewer
  private var dice: SeededGenerator
  private var life = Life.research
  private var path = Life.path
  private var day = CalendarDate(daysSinceEpoch: 20_460)
  private var records = 0
  private var words = 0

  init(seed: Int, landings: Int) async throws {
    dice = SeededGenerator(seed: UInt64(seed))
    ana = try SigningReviewer("ana@example.com")
    repository = try LandingRepository.asking([ana])
    try land()
    for _ in 0..<landings { try await landing() }
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &dice) == 0 }

  private mutating func land() throws {
    day = day.adding(Period(Int.random(in: 0...9, using: &dice), .day))
    try repository.land([path: life.text], on: day.description)
  }

  /// One landing: a commit, or a branch of some commits.
  private mutating func landing() async throws {
    guard chance(2) else {
      try await act()
      return
    }
    try repository.git("checkout", "--quiet", "-B", "side")
    for _ in 0..<Int.random(in: 1...3, using: &dice) { try await act() }
    let hasGoneOn = chance(2)
    try repository.checkout("main")
    if hasGoneOn {
      words += 1
      try repository.land(["README.md": "\(words)\n"], on: day.description)
    }
    switch Int.random(in: 0..<4, using: &dice) {
    case 0:
      try repository.git("merge", "--quiet", "--squash", "side")
      try repository.land([:], on: day.description)
    case 1 where !hasGoneOn: try repository.git("merge", "--quiet", "--ff-only", "side")
    case 2:
      // A merge that says something which neither side said.
      try repository.git("merge", "--quiet", "--no-ff", "--no-commit", "side", on: day.description)
      edit()
      try repository.land([path: life.text], on: day.description)
    default: try repository.merge("side", on: day.description)
    }
  }

  private mutating func act() async throws {
    switch Int.random(in: 0..<12, using: &dice) {
    case 0, 1: edit()
    case 2, 3, 4: step()
    case 5, 6, 7: return try await sign()
    case 8: return try rename()
    case 9: return try revert()
    case 10: return try remove()
    default:
      life.effective = day.adding(Period(Int.random(in: -3...30, using: &dice), .day)).description
    }
    try land()
  }

  private mutating func edit() {
    words += 1
    let old = "takes the place of"
    let other = [
      [old, "takes place \(words % 3) of"], ["nobody asked for it.", "nobody asked \(words % 3)."],
      ["Read the whole", "Read all \(words % 3) of the"],
    ]
    life.edits = chance(3) ? [] : [other[Int.random(in: 0..<3, using: &dice)]]
  }

  private mutating func step() {
    let next: [String: String] = [
      "research": "development", "development": "implementation", "implementation": "iteration",
      "iteration": "development",
    ]
    let stage = chance(6) ? "iteration" : next[life.stage] ?? "research"
    if life.stage == "iteration" {
      life = life.revised(to: life.version + 1, on: day.description)
    } else {
      life = life.then(stage, on: day.description, reason: chance(4) ? "Because." : nil)
      if stage == "iteration" {
        life = life.dated(day.description, day.adding(Period(40, .day)).description)
      }
    }
  }

  private mutating func sign() async throws {
    records += 1
    life = life.round(records, isClosed: true)
    try repository.folder.write(path, life.text)
    let record = try await ana.record(
      on: life.id, in: repository, group: "legal", scopes: [.policy, .article], round: records,
      version: life.version, number: records)
    day = day.adding(Period(1, .day))
    try repository.land(record, on: day.description)
  }

  private mutating func rename() throws {
    let old = path
    path = "policies/named-\(Int.random(in: 0..<9, using: &dice)).md"
    if path != old { try repository.git("mv", "--force", old, path) }
    try land()
  }

  private mutating func remove() throws {
    try repository.land([path: nil], on: day.description)
    try land()
  }

  /// Takes the last landing back, and what was taken back then comes again with the next one.
  private mutating func revert() throws {
    let parents = try repository.git("rev-list", "--parents", "-1", "HEAD").split(separator: " ")
    let trees = try ["HEAD", "HEAD~1"].map { try repository.git("rev-parse", "\($0)^{tree}") }
    guard parents.count == 2, trees[0] != trees[1] else { return }
    try repository.git("revert", "--no-edit", "HEAD", on: day.description)
    try land()
  }

  // MARK: The same line without its branches

  /// A branch `flat` of single commits with the trees of the line, and their authors and days.
  func flatten() throws {
    var last: String?
    let line = try repository.git("rev-list", "--first-parent", "--reverse", "main")
    for commit in line.split(separator: "\n").map(String.init) {
      let day = try repository.git("log", "-1", "--format=%cs", commit)
      let parent = last.map { ["-p", $0] } ?? []
      last = try repository.git(
        ["commit-tree", "\(commit)^{tree}", "-m", "flat"] + parent, on: day)
    }
    if let last { try repository.git("branch", "--force", "flat", last) }
  }
}
