import PolicyModel
import Testing

@testable import PolicyHistory

@Suite("Revisions")
struct GitRevisionTests {
  @Test(
    "that are options or no names are refused",
    arguments: [
      "--output=canary", "-x", "", "a\nb", "nothing", "HEAD~99", "HEAD:policies", "\u{1b}[31m",
    ])
  func refused(revision: String) async throws {
    let test = try TestRepository()
    try test.commit("policies/a.md", "1")
    let repository = try await test.open()
    await #expect { try await repository.resolve(revision) } throws: { error in
      guard let error = error as? GitError, error.reason == .unknownRevision else { return false }
      return error.description.utf8.allSatisfy { $0 >= 0x20 }
    }
    #expect(!test.exists("canary"))
  }

  @Test("are branches, tags, ids and paths through history")
  func named() async throws {
    let test = try TestRepository()
    let first = try test.commit("policies/a.md", "1")
    try test.git("tag", "--annotate", "--message=x", "v1")
    let second = try test.commit("policies/a.md", "2")
    let repository = try await test.open()
    for name in ["v1", "HEAD~1", first.hex, first.short, "main^"] {
      #expect(try await repository.resolve(name) == first)
    }
    #expect(try await repository.resolve("main") == second)
  }

  @Test("that are nearly a branch get a suggestion")
  func suggestion() async throws {
    let test = try TestRepository()
    try test.commit("policies/a.md", "1")
    let repository = try await test.open()
    await #expect { try await repository.resolve("mian") } throws: {
      ($0 as? GitError)?.help == "Did you mean `main`?"
    }
  }

  @Test("that mean a branch and a tag are refused")
  func ambiguous() async throws {
    let test = try TestRepository()
    try test.commit("policies/a.md", "1")
    try test.git("tag", "main")
    try test.commit("policies/a.md", "2")
    let repository = try await test.open()
    await #expect { try await repository.resolve("main") } throws: {
      ($0 as? GitError)?.description.contains("more than one") == true
    }
    #expect(try await repository.resolve("refs/heads/main") == test.id("HEAD"))
  }

  @Test("have a common ancestor, or none")
  func ancestry() async throws {
    let test = try TestRepository()
    let base = try test.commit("policies/a.md", "1")
    try test.branch("side")
    let side = try test.commit("policies/b.md", "1")
    try test.checkout("main")
    let main = try test.commit("policies/a.md", "2")
    try test.git("checkout", "--quiet", "--orphan", "other")
    let other = try test.commit("policies/c.md", "1")
    let repository = try await test.open()
    #expect(try await repository.mergeBase(side, main) == base)
    #expect(try await repository.mergeBase(side, other) == nil)
    #expect(try await repository.isAncestor(base, of: side))
    #expect(try await !repository.isAncestor(main, of: side))
    let missing = try #require(ObjectID(String(repeating: "1", count: 40)))
    await #expect(throws: GitError.self) { try await repository.isAncestor(missing, of: side) }
  }
}
