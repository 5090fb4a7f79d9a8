import Foundation
import PolicyModel
import Testing

@testable import PolicyHistory

@Suite("Kinds of repositories")
struct GitPlacesTests {
  @Test("outside of any there is none")
  func none() async throws {
    let test = try TestRepository()
    let found = try await GitRepository.find(
      containing: "\(test.root)/home", surroundings: test.surroundings)
    #expect(found == nil)
  }

  @Test("without a commit, HEAD is nothing; with a broken branch, it is damaged")
  func unborn() async throws {
    let test = try TestRepository()
    let repository = try await test.open()
    #expect(try await repository.head() == nil)
    #expect(try await repository.currentBranch() == "main")
    try test.write(".git/refs/heads/main", "garbage\n")
    await #expect { try await repository.head() } throws: {
      ($0 as? GitError)?.reason == .damaged
    }
    try test.write(".git/refs/heads/main", String(repeating: "a", count: 40) + "\n")
    await #expect(throws: GitError.self) { try await repository.head() }
  }

  @Test("with a detached HEAD there is no branch")
  func detached() async throws {
    let test = try TestRepository()
    let commit = try test.commit("policies/a.md", "1")
    try test.git("checkout", "--quiet", "--detach")
    let repository = try await test.open()
    #expect(try await repository.currentBranch() == nil)
    #expect(try await repository.head() == commit)
    let file = GitRepository.NewFile(path: "policies/b.md", bytes: [])
    let made = try await repository.commit([file], message: "b")
    #expect(try await repository.head() == made)
    #expect(try test.id("main") == commit)
  }

  @Test("a worktree has its own HEAD")
  func worktree() async throws {
    let test = try TestRepository()
    let commit = try test.commit("policies/a.md", "1")
    try test.git("worktree", "add", "--quiet", "-b", "other", "\(test.root)/other tree")
    let found = try await GitRepository.find(
      containing: "\(test.root)/other tree/policies", surroundings: test.surroundings)
    let repository = try #require(found)
    #expect(repository.workTree == "\(test.root)/other tree")
    #expect(try await repository.currentBranch() == "other")
    #expect(repository.prefix == "policies/")
    let file = GitRepository.NewFile(path: "b.md", bytes: [0x31])
    let made = try await repository.commit([file], message: "b")
    #expect(try test.id("other") == made && test.id("main") == commit)
    try test.write(".git/info/grafts", "\(commit.hex)\n")
    await #expect { try await repository.refuseIncompleteHistory() } throws: {
      ($0 as? GitError)?.reason == .incomplete
    }
  }

  @Test("a bare one is read, and nothing is committed to it")
  func bare() async throws {
    let test = try TestRepository()
    let commit = try test.commit("policies/a.md", "1")
    let place = "\(test.root)/bare.git"
    try test.git("clone", "--quiet", "--bare", test.path, place)
    let found = try await GitRepository.find(
      containing: place + "/refs", surroundings: test.surroundings)
    let repository = try #require(found)
    #expect(repository.workTree == nil)
    #expect(try await repository.head() == commit)
    #expect(try await repository.landings(to: commit).count == 1)
    await #expect { try await repository.commit([], message: "x") } throws: {
      ($0 as? GitError)?.reason == .notCommitted
    }
  }

  @Test("clones that lack history are refused, with what to do", arguments: ["shallow", "partial"])
  func incomplete(kind: String) async throws {
    let test = try TestRepository()
    try test.commit("policies/a.md", "1")
    try test.commit("policies/a.md", "2")
    try await test.open().refuseIncompleteHistory()
    try test.git("config", "uploadpack.allowFilter", "true")
    let place = "\(test.root)/clone"
    let option = kind == "shallow" ? "--depth=1" : "--filter=blob:none"
    try test.git("clone", "--quiet", option, "--no-checkout", "file://\(test.path)", place)
    let found = try await GitRepository.find(
      containing: place, surroundings: test.surroundings)
    let repository = try #require(found)
    await #expect { try await repository.refuseIncompleteHistory() } throws: { error in
      guard let error = error as? GitError, error.reason == .incomplete else { return false }
      return error.help?.contains(kind == "shallow" ? "fetch-depth: 0" : "--filter") == true
    }
  }

  @Test("without git there is a message, and not a crash")
  func noGit() async throws {
    let test = try TestRepository()
    var surroundings = test.surroundings
    surroundings.variables["PATH"] = "\(test.root)/home"
    #expect { try GitProgram(surroundings: surroundings, outside: test.path, usual: []) } throws: {
      ($0 as? GitError)?.reason == .noGit
    }
  }
}
