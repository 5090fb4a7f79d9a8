import Foundation
import PolicyModel
import Testing

@testable import PolicyHistory

@Suite("Committing")
struct GitCommittingTests {
  typealias NewFile = GitRepository.NewFile

  @Test("adds, changes and removes just these files, as the bytes they are")
  func files() async throws {
    let test = try TestRepository()
    try test.write("sub/policies/keep.md", "1")
    try test.write("sub/policies/gone.md", "1")
    let parent = try test.commit("sub/policies/old.md", "1")
    try test.write("sub/policies/old.md", "2\r\n")
    try test.write("sub/policies/a b.md", "3")
    try test.remove("sub/policies/gone.md")
    let repository = try await test.open("sub")
    let start = Int(Date().timeIntervalSince1970)
    let made = try await repository.commit(
      [
        NewFile(path: "policies/old.md", bytes: Array("2\r\n".utf8)),
        NewFile(path: "policies/a b.md", bytes: Array("3".utf8), mode: .executable),
        NewFile(path: "policies/gone.md", bytes: nil),
      ], message: "subject\n\nbody")
    #expect(try test.id("main") == made && test.id("main^") == parent)
    let tree = try await repository.tree(at: made)
    #expect(tree.map(\.path) == ["policies/a b.md", "policies/keep.md", "policies/old.md"])
    #expect(tree.map(\.mode) == [.executable, .file, .file])
    #expect(repository.blobID(of: Array("2\r\n".utf8)) == tree[2].id)
    let commit = try #require(try await repository.rawCommit(made).commit)
    #expect(commit.message == "subject\n\nbody\n")
    #expect(commit.author.address == "sam@quillwork.example")
    #expect((start...Int(Date().timeIntervalSince1970)).contains(commit.author.seconds))
    #expect(try test.git("fsck", "--strict") == "")
    #expect(try test.git("diff", "--cached", "--name-only") == "")
    #expect(try test.git("log", "-g", "--format=%gs", "-1", "HEAD") == "commit: subject")
    let left = try FileManager.default.contentsOfDirectory(atPath: "\(test.path)/.git")
    #expect(!left.contains { $0.hasPrefix("bylaw") })
  }

  @Test("leaves other staged changes staged")
  func staged() async throws {
    let test = try TestRepository()
    try test.commit("other", "1")
    try test.write("other", "2")
    try test.write("new", "1")
    try test.git("add", "other", "new")
    try test.write("policies/a.md", "1")
    let file = NewFile(path: "policies/a.md", bytes: [0x31])
    let made = try await test.open().commit([file], message: "a")
    #expect(try test.git("show", "--format=", "--name-only", made.hex) == "policies/a.md")
    #expect(try test.git("diff", "--cached", "--name-only") == "new\nother")
    #expect(try test.git("status", "--porcelain") == "A  new\nM  other")
  }

  @Test("begins a history", arguments: ["sha1", "sha256"])
  func unborn(format: String) async throws {
    let test = try TestRepository(objectFormat: format)
    let repository = try await test.open()
    let made = try await repository.commit(
      [NewFile(path: "a", bytes: [])], message: "first",
      author: Identity(name: "Ana", address: "ana@x.example", seconds: 5, zone: "+0100"))
    #expect(try await repository.head() == made)
    let commit = try #require(try await repository.rawCommit(made).commit)
    #expect(commit.author.text == "Ana <ana@x.example> 5 +0100")
    #expect(commit.committer.name == "Sam" && commit.parents.isEmpty)
    #expect(try test.git("fsck", "--strict") == "")
  }

  @Test("needs something to commit, and work that is finished")
  func refused() async throws {
    let test = try TestRepository()
    let commit = try test.commit("a", "1")
    let repository = try await test.open()
    func isRefused(_ path: String, _ byte: UInt8) async {
      await #expect {
        try await repository.commit([NewFile(path: path, bytes: [byte])], message: "x")
      } throws: { ($0 as? GitError)?.reason == .notCommitted }
    }
    await isRefused("a", 0x31)
    for sign in ["MERGE_HEAD", "CHERRY_PICK_HEAD", "rebase-merge", "index.lock"] {
      try test.write(".git/\(sign)", "x")
      await isRefused("a", 0x32)
      try test.remove(".git/\(sign)")
    }
    #expect(try test.id("HEAD") == commit)
  }

  @Test(
    "refuses paths that leave the working tree", arguments: ["../a", ".git/config", "/a", "a/"])
  func paths(path: String) async throws {
    let test = try TestRepository()
    let commit = try test.commit("a", "1")
    let repository = try await test.open()
    await #expect(throws: GitError.self) {
      try await repository.commit([NewFile(path: path, bytes: [0x32])], message: "x")
    }
    #expect(try test.id("HEAD") == commit)
  }

  @Test("needs a user whom git knows, and asks the user's own configuration for keys")
  func identity() async throws {
    let test = try TestRepository()
    try test.git("config", "user.signingKey", "/theirs")
    let repository = try await test.open()
    #expect(try await repository.globalConfig("user.signingKey") == nil)
    try test.git("config", "--global", "user.signingKey", "/mine")
    #expect(try await repository.globalConfig("user.signingKey") == "/mine")
    try FileManager.default.removeItem(atPath: "\(test.root)/home/.gitconfig")
    #expect(try await repository.globalConfig("user.signingKey") == nil)
    await #expect { try await repository.userIdentity() } throws: {
      ($0 as? GitError)?.reason == .noIdentity
    }
    await #expect { try await repository.refuseCommit() } throws: {
      ($0 as? GitError)?.reason == .noIdentity
    }
    await #expect(throws: GitError.self) {
      try await repository.commit([NewFile(path: "a", bytes: [])], message: "x")
    }
  }

  @Test("never moves a branch that somebody else moved")
  func race() async throws {
    let test = try TestRepository()
    try test.commit("a", "0")
    let repository = try await test.open()
    // Each commit starts from the head it saw; one of many at once may win, and none may be lost.
    let made = await withTaskGroup(of: ObjectID?.self) { group in
      for number in 0..<6 {
        group.addTask {
          let file = NewFile(path: "f\(number)", bytes: [UInt8(number)])
          do { return try await repository.commit([file], message: "\(number)") } catch {
            return nil
          }
        }
      }
      return await group.reduce(into: [ObjectID]()) { if let id = $1 { $0.append(id) } }
    }
    let head = try #require(try await repository.head())
    #expect(!made.isEmpty)
    for id in made { #expect(try await repository.isAncestor(id, of: head)) }
  }
}
