import Foundation
import PolicyModel
import Testing

@testable import PolicyHistory

@Suite("A hostile repository")
struct GitHostileTests {
  /// A repository that names a command wherever git takes one. Each would create the canary.
  private func trap() throws -> (test: TestRepository, canary: String) {
    let test = try TestRepository()
    let canary = "\(test.root)/canary"
    let script = "\(test.root)/trap"
    try "#!/bin/sh\ntouch '\(canary)'\nexit 1\n".write(
      toFile: script, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    try test.write("policies/a.md", "1")
    try test.commit("first")
    try test.branch("side")
    try test.commit("policies/b.md", "1")
    try test.checkout("main")
    try test.commit("policies/a.md", "2")
    try test.merge("side")
    try test.write(
      ".gitattributes", "* filter=evil diff=evil text merge=evil\n")
    try test.commit("attributes")
    let keys = [
      "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass",
      "core.gitProxy", "core.alternateRefsCommand", "pager.log", "pager.rev-list",
      "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "diff.evil.textconv",
      "diff.evil.command", "diff.external", "merge.evil.driver", "gpg.program", "gpg.ssh.program",
      "gpg.ssh.defaultKeyCommand", "credential.helper", "sequence.editor",
      "uploadpack.packObjectsHook",
    ]
    for key in keys { try test.git("config", key, script) }
    let values = [
      "commit.gpgSign": "true", "log.showSignature": "true", "filter.evil.required": "true",
      "alias.rev-list": "!\(script)", "alias.config": "!\(script)", "log.showRoot": "false",
      "diff.renames": "copies", "core.quotePath": "true", "i18n.commitEncoding": "latin1",
    ]
    for (key, value) in values { try test.git("config", key, value) }
    let hooks = ["pre-commit", "post-index-change", "reference-transaction", "post-commit"]
    for hook in hooks {
      try FileManager.default.copyItem(
        atPath: script, toPath: "\(test.path)/.git/hooks/\(hook)")
    }
    return (test, canary)
  }

  @Test("has traps that work")
  func canary() throws {
    let (test, canary) = try trap()
    _ = try? test.git("status")
    #expect(FileManager.default.fileExists(atPath: canary))
  }

  @Test("starts nothing, whatever is asked of it")
  func nothingRuns() async throws {
    let (test, canary) = try trap()
    let repository = try await test.open()
    try await repository.refuseIncompleteHistory()
    let head = try #require(try await repository.head())
    let main = try await repository.resolve("main")
    #expect(main == head)
    #expect(try await repository.currentBranch() == "main")
    #expect(try await repository.landings(to: head).count == 4)
    #expect(try await repository.sideCommits(to: head).count == 1)
    let entries = try await repository.tree(at: head)
    #expect(try await repository.blobs(entries.map(\.id)).bytes.count > 1)
    _ = try await repository.rawCommit(head)
    #expect(try await repository.mergeBase(head, head) == head)
    #expect(try await repository.isAncestor(head, of: head))
    #expect(try await repository.isOnFirstParentLine(head, of: head))
    #expect(try await repository.globalConfig("user.name") == "Sam")
    await #expect(throws: GitError.self) { try await repository.resolve("nothing") }
    let file = GitRepository.NewFile(path: "policies/new.md", bytes: Array("1\r\n".utf8))
    let made = try await repository.commit([file], message: "new")
    #expect(!FileManager.default.fileExists(atPath: canary))
    #expect(try await repository.head() == made)
    #expect(try await repository.rawCommit(made).commit?.message == "new\n")
    let id = try #require(repository.blobID(of: Array("1\r\n".utf8)))
    #expect(try await repository.tree(at: made).contains { $0.id == id })
  }

  @Test("that a clone brought as files is not taken for a repository")
  func embedded() async throws {
    let test = try TestRepository()
    let canary = "\(test.root)/canary"
    try test.commit("policies/a.md", "1")
    try test.git("init", "--quiet", "--bare", "embedded")
    try test.git(
      "--git-dir=embedded", "config", "core.fsmonitor", "touch '\(canary)'; false")
    try test.git("--git-dir=embedded", "config", "core.worktree", "..")
    let repository = try await test.open("embedded")
    #expect(repository.gitDirectory == "\(test.path)/.git")
    #expect(repository.prefix == "embedded/")
    _ = try await repository.head()
    #expect(!FileManager.default.fileExists(atPath: canary))
  }

  @Test("cannot have a missing object fetched")
  func lazyFetch() async throws {
    let (test, canary) = try trap()
    let id = try #require(try await test.open().tree(at: try test.id("HEAD")).last).id
    let name = "\(test.path)/.git/objects/\(id.hex.prefix(2))/\(id.hex.dropFirst(2))"
    try FileManager.default.removeItem(atPath: name)
    let values = [
      "core.repositoryFormatVersion": "1", "extensions.partialClone": "origin",
      "remote.origin.promisor": "true", "remote.origin.url": "file://\(test.path)",
      "remote.origin.uploadpack": "\(test.root)/trap", "protocol.file.allow": "always",
      "protocol.allow": "always",
    ]
    for (key, value) in values { try test.git("config", key, value) }
    let repository = try await test.open()
    await #expect { try await repository.blobs([id]) } throws: {
      ($0 as? GitError)?.reason == .damaged
    }
    #expect(!FileManager.default.fileExists(atPath: canary))
    _ = try? test.git("cat-file", "blob", id.hex)
    #expect(FileManager.default.fileExists(atPath: canary), "the trap must work")
  }

  @Test("does not bring its own git")
  func ownGit() async throws {
    let test = try TestRepository()
    let canary = "\(test.root)/canary"
    try test.write("bin/git", "#!/bin/sh\ntouch '\(canary)'\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(test.path)/bin/git")
    try FileManager.default.createSymbolicLink(
      atPath: "\(test.root)/link", withDestinationPath: "\(test.path)/bin")
    var surroundings = test.surroundings
    surroundings.variables["PATH"] = "bin:.::\(test.path)/bin:\(test.root)/link:/usr/bin"
    let repository = try await GitRepository.find(
      containing: test.path, surroundings: surroundings)
    #expect(repository?.program.folder == "/usr/bin")
    #expect(try await repository?.head() == nil)
    #expect(!FileManager.default.fileExists(atPath: canary))
  }

  @Test("cannot show other commits by replacement")
  func replaced() async throws {
    let test = try TestRepository()
    let old = try test.commit("policies/a.md", "1", by: .ana)
    try test.commit("policies/a.md", "2", by: .ben)
    let new = try test.id("HEAD")
    try test.git(
      "replace", old.hex, new.hex, environment: ["GIT_REPLACE_REF_BASE": "refs/replace/"])
    let repository = try await test.open()
    #expect(try await repository.rawCommit(old).author.name == "Ana")
    #expect(try await repository.landings(to: new).map(\.commit) == [old, new])
  }

  @Test(
    "is refused where it belongs to somebody else",
    .enabled(if: getuid() == 0, "only root can give a folder away"))
  func owner() async throws {
    let test = try TestRepository()
    try FileManager.default.setAttributes(
      [.ownerAccountID: 12345], ofItemAtPath: "\(test.path)/.git")
    try FileManager.default.setAttributes([.ownerAccountID: 12345], ofItemAtPath: test.path)
    await #expect { try await test.open() } throws: { error in
      guard let error = error as? GitError else { return false }
      return error.reason == .otherOwner && error.help?.contains("safe.directory") == true
    }
    try test.git("config", "--global", "safe.directory", test.path, folder: test.root)
    _ = try await test.open()
  }
}
