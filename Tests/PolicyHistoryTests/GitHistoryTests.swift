import PolicyModel
import Testing

@testable import PolicyHistory

@Suite("The first-parent line")
struct GitHistoryTests {
  @Test("gives landings oldest first, with what touches policies, the first and the last")
  func landings() async throws {
    let test = try TestRepository()
    let first = try test.commit("README.md", "a", date: 100)
    let second = try test.commit("policies/a.md", "1", by: .ana, date: 90)
    try test.commit("README.md", "b")
    let settings = try test.commit("bylaw.yml", "x")
    let last = try test.commit("README.md", "c")
    let landings = try await test.open().landings(to: last)
    #expect(landings.map(\.commit) == [first, second, settings, last])
    #expect(landings.map(\.firstParent?.hex).first == .some(nil))
    #expect(landings[1].firstParent == first)
    #expect(landings[1].author.address == "ana@quillwork.example")
    #expect(landings[1].author.name == "Ana")
    #expect(landings[1].committer.seconds == 90)
    #expect(landings[1].changes.map(\.path) == ["policies/a.md"])
    #expect(landings[1].changes[0].old == nil)
    #expect(landings[1].changes[0].new?.mode == .file)
    #expect(landings[0].changes.isEmpty && landings[3].changes.isEmpty)
  }

  @Test("compares a root with nothing")
  func root() async throws {
    let test = try TestRepository()
    let root = try test.commit("policies/a.md", "1")
    let landings = try await test.open().landings(to: root)
    #expect(landings.map(\.changes.count) == [1])
    #expect(try await test.open().landings(to: root, since: root).isEmpty)
  }

  @Test("shows a rename as one path that went and one that came")
  func rename() async throws {
    let test = try TestRepository()
    try test.commit("policies/a.md", "long enough to be recognised\nas the same file\n")
    try test.git("mv", "policies/a.md", "policies/b.md")
    let landings = try await test.open().landings(to: try test.commit("rename"))
    let changes = try #require(landings.last).changes
    #expect(changes.map(\.path) == ["policies/a.md", "policies/b.md"])
    #expect(changes.map { $0.new == nil } == [true, false])
    #expect(changes[0].old?.id == changes[1].new?.id)
  }

  @Test("compares a merge with its first parent, and names the others")
  func merge() async throws {
    let test = try TestRepository()
    try test.commit("policies/a.md", "1")
    try test.branch("side")
    let side = try test.commit("policies/b.md", "1", by: .ben)
    try test.checkout("main")
    let main = try test.commit("policies/a.md", "2")
    let merge = try test.merge("side")
    let landing = try #require(try await test.open().landings(to: merge).last)
    #expect(landing.commit == merge && landing.firstParent == main)
    #expect(landing.otherParents == [side])
    #expect(landing.changes.map(\.path) == ["policies/b.md"])
    #expect(try await test.open().isOnFirstParentLine(main, of: merge))
    #expect(try await !test.open().isOnFirstParentLine(side, of: merge))
  }

  @Test("gives what a merge brought in, parents before children, against each parent")
  func sideCommits() async throws {
    let test = try TestRepository()
    let base = try test.commit("policies/a.md", "1")
    try test.branch("side")
    let one = try test.commit("policies/b.md", "1", by: .ben)
    try test.commit("README.md", "not a policy")
    try test.checkout("main")
    let main = try test.commit("policies/a.md", "2")
    try test.checkout("side")
    let inner = try test.merge("main")
    try test.checkout("main")
    let merge = try test.merge("side")
    let found = try await test.open().sideCommits(to: merge)
    #expect(Array(found.keys) == [merge])
    let side = try #require(found[merge])
    #expect(side.map(\.commit) == [one, inner])
    #expect(side[0].parents == [base])
    #expect(side[0].reading.author.address == "ben@quillwork.example")
    #expect(side[1].parents.last == main)
    #expect(side[1].changes.map { $0.map(\.path) } == [["policies/a.md"], ["policies/b.md"]])
  }

  @Test("gives each side of an octopus, and a history that began elsewhere")
  func octopus() async throws {
    let test = try TestRepository()
    try test.commit("policies/a.md", "1")
    for name in ["x", "y"] {
      try test.branch(name)
      try test.commit("policies/\(name).md", "1")
      try test.checkout("main")
    }
    let octopus = try test.merge("x", "y")
    try test.git("checkout", "--quiet", "--orphan", "other")
    try test.git("rm", "-rfq", ".")
    let orphan = try test.commit("policies/z.md", "1")
    try test.checkout("main")
    try test.git("merge", "--quiet", "--allow-unrelated-histories", "--no-edit", "other")
    let last = try test.id("HEAD")
    let repository = try await test.open()
    let found = try await repository.sideCommits(to: last)
    #expect(found[octopus]?.count == 2)
    #expect(found[last]?.map(\.commit) == [orphan])
    #expect(found[last]?.first?.changes.map { $0.map(\.path) } == [["policies/z.md"]])
    let landing = try #require(try await repository.landings(to: octopus).last)
    #expect(landing.otherParents.count == 2)
    #expect(landing.changes.map(\.path) == ["policies/x.md", "policies/y.md"])
  }

  @Test(
    "takes paths as they are",
    arguments: ["a b", "a\nb", "a\tb", "e\u{301}é", "*", ":(exclude)a", "\"q\"", ":100644 x"])
  func paths(name: String) async throws {
    let test = try TestRepository()
    let commit = try test.commit("policies/\(name).md", "1")
    let repository = try await test.open()
    let landing = try #require(try await repository.landings(to: commit).first)
    let tree = try await repository.tree(at: commit)
    for path in landing.changes.map(\.path) + tree.map(\.path) {
      #expect(Array(path.utf8) == Array("policies/\(name).md".utf8))
    }
    #expect(landing.changes.count == 1 && tree.count == 1)
    #expect(try await repository.tree(at: commit, paths: ["policies/\(name).md"]) == tree)
  }

  @Test("stays below the folder, and gives paths from there")
  func prefix() async throws {
    let test = try TestRepository()
    try test.write("policies/above.md", "1")
    let commit = try test.commit("sub/dir/policies/a.md", "1")
    let repository = try await test.open("sub/dir/policies")
    #expect(repository.prefix == "sub/dir/policies/")
    let folder = try await test.open("sub/dir")
    #expect(folder.prefix == "sub/dir/")
    #expect(try await folder.landings(to: commit)[0].changes.map(\.path) == ["policies/a.md"])
    #expect(try await folder.tree(at: commit).map(\.path) == ["policies/a.md"])
    #expect(try await folder.tree(at: commit, paths: ["policies"]).count == 1)
  }

  @Test("is read in a repository of SHA-256")
  func sha256() async throws {
    let test = try TestRepository(objectFormat: "sha256")
    let commit = try test.commit("policies/a.md", "1")
    let repository = try await test.open()
    #expect(repository.objectFormat == .sha256 && commit.hex.count == 64)
    let id = try #require(try await repository.landings(to: commit)[0].changes[0].new?.id)
    #expect(try await repository.blobs([id])[id] == Array("1".utf8))
    #expect(repository.blobID(of: Array("1".utf8)) == id)
  }
}
