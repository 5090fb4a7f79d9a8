import Foundation
import PolicyModel

@testable import PolicyHistory

/// A repository of its own for one test, made with the real git, which is gone when the test is.
///
/// Nothing of the machine's or the user's configuration reaches it.
final class TestRepository: Sendable {
  /// Holds `home` and the working tree.
  let root: String
  /// The working tree.
  let path: String

  struct Person {
    var name: String
    var address: String

    static let dana = Person(name: "Dana", address: "dana@quillwork.example")
    static let ana = Person(name: "Ana", address: "ana@quillwork.example")
    static let ben = Person(name: "Ben", address: "ben@quillwork.example")
  }

  struct Failure: Error {
    var arguments: [String]
    var message: String
  }

  init(objectFormat: String = "sha1", folder: String = "work") throws {
    // A git that ends early must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    let name = "bylaw-git-\(UInt64.random(in: 0 ... .max))"
    root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(component: name).path()
    path = "\(root)/\(folder)"
    for folder in [path, "\(root)/home"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try "[user]\n\tname = Sam\n\temail = sam@quillwork.example\n".write(
      toFile: "\(root)/home/.gitconfig", atomically: true, encoding: .utf8)
    try git("init", "--quiet", "--initial-branch=main", "--object-format=\(objectFormat)")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// What ``GitRepository`` is given in place of this process's environment.
  var surroundings: GitSurroundings {
    GitSurroundings(
      variables: ["HOME": "\(root)/home", "PATH": "/usr/bin:/bin:/usr/local/bin"],
      extra: ["GIT_CONFIG_NOSYSTEM": "1"])
  }

  /// The repository as the code under test sees it, from a folder below the top.
  func open(_ folder: String = "") async throws -> GitRepository {
    let found = try await GitRepository.find(
      containing: folder.isEmpty ? path : "\(path)/\(folder)", surroundings: surroundings)
    guard let found else { throw Failure(arguments: ["find"], message: "no repository") }
    return found
  }

  // MARK: git

  /// Runs git in the working tree, and gives what it wrote without the last line feed.
  @discardableResult
  func git(
    _ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:],
    folder: String? = nil
  ) throws -> String {
    try git(arguments, input: input, environment: environment, folder: folder)
  }

  @discardableResult
  func git(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    folder: String? = nil
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(filePath: folder ?? path)
    process.environment = [
      "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": "\(root)/home", "GIT_CONFIG_NOSYSTEM": "1",
      "LC_ALL": "C",
    ].merging(environment) { _, own in own }
    let name = "\(root)/\(UInt64.random(in: 0 ... .max))"
    let files = ["in", "out", "err"].map { "\(name).\($0)" }
    defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
    for file in files {
      try Data(file.hasSuffix(".in") ? input : []).write(to: URL(filePath: file))
    }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    process.waitUntilExit()
    let output = try Data(contentsOf: URL(filePath: files[1]))
    guard process.terminationStatus == 0 else {
      let message = try String(contentsOf: URL(filePath: files[2]), encoding: .utf8)
      throw Failure(arguments: arguments, message: message)
    }
    return String(decoding: output.last == 0x0A ? output.dropLast() : output, as: UTF8.self)
  }

  // MARK: Files and commits

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  /// Commits all that is in the working tree. `date` is seconds since 1970.
  @discardableResult
  func commit(
    _ message: String, by author: Person = .dana, date: Int = 1_780_000_000
  ) throws -> ObjectID {
    try git("add", "--all")
    try git(
      ["commit", "--quiet", "--allow-empty", "--message", message],
      environment: Self.identity(author, date))
    return try id("HEAD")
  }

  /// Writes one file and commits it.
  @discardableResult
  func commit(
    _ name: String, _ text: String, by author: Person = .dana, date: Int = 1_780_000_000
  ) throws -> ObjectID {
    try write(name, text)
    return try commit("write \(name)", by: author, date: date)
  }

  func branch(_ name: String) throws { try git("checkout", "--quiet", "-b", name) }
  func checkout(_ name: String) throws { try git("checkout", "--quiet", name) }

  /// Merges branches, more than one as an octopus, always with a commit.
  @discardableResult
  func merge(
    _ branches: String..., by author: Person = .dana, date: Int = 1_780_000_000
  ) throws -> ObjectID {
    try git(
      ["merge", "--quiet", "--no-ff", "--no-edit"] + branches,
      environment: Self.identity(author, date))
    return try id("HEAD")
  }

  func id(_ revision: String) throws -> ObjectID {
    let line = try git("rev-parse", "--verify", revision)
    guard let id = ObjectID(line) else { throw Failure(arguments: [revision], message: line) }
    return id
  }

  /// Writes a commit whose bytes git itself would refuse.
  func writeCommit(_ bytes: [UInt8]) throws -> ObjectID {
    let line = try git(
      ["hash-object", "-w", "-t", "commit", "--literally", "--stdin"], input: bytes)
    guard let id = ObjectID(line) else { throw Failure(arguments: [], message: line) }
    return id
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

  static func identity(_ person: Person, _ date: Int) -> [String: String] {
    var environment: [String: String] = [:]
    for role in ["AUTHOR", "COMMITTER"] {
      environment["GIT_\(role)_NAME"] = person.name
      environment["GIT_\(role)_EMAIL"] = person.address
      environment["GIT_\(role)_DATE"] = "@\(date) +0000"
    }
    return environment
  }
}
