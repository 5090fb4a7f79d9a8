import Foundation
import Testing

@testable import BylawKit

@Suite("An edit of a file")
struct FileEditTests {
  private static func edit(
    _ path: String, meanwhile: () throws -> Void = {}, _ change: ([UInt8]) -> [UInt8]
  ) throws -> OutputError? {
    do throws(OutputError) {
      let edit = try FileEdit(path, maximum: 1_000)
      let new = change(edit.bytes)
      do { try meanwhile() } catch { throw OutputError("the test failed: \(error)") }
      try edit.commit(new)
      return nil
    } catch {
      return error
    }
  }

  private static func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test(
    "replaces the bytes, keeps the mode, and leaves nothing else", arguments: [0o600, 0o640, 0o755])
  func replaces(mode: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "old\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.path("a.md"))
    #expect(try Self.edit(folder.path("a.md")) { $0 + Array("new\n".utf8) } == nil)
    #expect(try folder.text("a.md") == "old\nnew\n")
    #expect(try Self.mode(folder.path("a.md")) == mode)
    #expect(try folder.names() == ["a.md"])
  }

  @Test("leaves the file alone where nothing changes")
  func nothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "old\n")
    let before = FileSystem.stamp(of: folder.path("a.md"))
    #expect(try Self.edit(folder.path("a.md")) { $0 } == nil)
    #expect(FileSystem.stamp(of: folder.path("a.md")) == before)
  }

  @Test("refuses links, second names, folders, pipes, and what is not there or too large")
  func refuses() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "old\n")
    try folder.write("twin.md", "old\n")
    try folder.write("large.md", String(repeating: "x", count: 1_001))
    try folder.makeFolder("folder")
    try folder.link("link.md", to: folder.path("a.md"))
    try FileManager.default.linkItem(
      atPath: folder.path("twin.md"), toPath: folder.path("hard.md"))
    #expect(unsafe mkfifo(folder.path("pipe"), 0o600) == 0)
    let before = try folder.files("")
    for (name, words) in [
      ("link.md", "is a link"), ("hard.md", "second name"), ("twin.md", "second name"),
      ("folder", "no plain file"), ("pipe", "no plain file"), ("none.md", "cannot be read"),
      ("none/a.md", "cannot be read"), ("large.md", "cannot be read"), ("", "cannot be read"),
    ] {
      let error = try Self.edit(folder.path(name)) { _ in Array("new\n".utf8) }
      #expect(
        error?.message.contains(words) == true || name.isEmpty,
        "\(name): \(String(describing: error))")
      #expect(error != nil, "\(name)")
    }
    #expect(try folder.files("") == before)
  }

  private static let others: [(String, @Sendable (TemporaryFolder) throws -> Void)] = [
    ("written with as many bytes", { try $0.write("a.md", "OLD\n") }),
    ("written with more bytes", { try $0.write("a.md", "old\nmore\n") }),
    (
      "replaced by another one that is the same",
      { folder in
        try folder.write("b.md", "old\n")
        try FileManager.default.removeItem(atPath: folder.path("a.md"))
        try FileManager.default.moveItem(atPath: folder.path("b.md"), toPath: folder.path("a.md"))
      }
    ),
    ("removed", { try FileManager.default.removeItem(atPath: $0.path("a.md")) }),
    (
      "replaced by a link",
      { folder in
        try folder.write("b.md", "old\n")
        try FileManager.default.removeItem(atPath: folder.path("a.md"))
        try folder.link("a.md", to: folder.path("b.md"))
      }
    ),
    (
      "given another mode",
      { folder in
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o700], ofItemAtPath: folder.path("a.md"))
      }
    ),
  ]

  @Test("is refused where the file was meanwhile …", arguments: Self.others.indices)
  func changed(other: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "old\n")
    var after: [String: Data] = [:]
    let error = try Self.edit(folder.path("a.md")) {
      try Self.others[other].1(folder)
      after = try folder.files("")
    } _: { _ in
      Array("new\n".utf8)
    }
    #expect(error?.message.contains("changed on disk") == true, "\(Self.others[other].0)")
    #expect(try folder.files("") == after)
    #expect(try folder.names().allSatisfy { !$0.hasPrefix(".") })
  }

  @Test("leaves the old file whole where the new one cannot be made")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    // The name of the file beside it would be too long for the file system.
    let name = String(repeating: "n", count: 250)
    try folder.write(name, "old\n")
    let error = try Self.edit(folder.path(name)) { _ in Array("new\n".utf8) }
    #expect(error?.message.contains("cannot be written: ") == true)
    #expect(try folder.text(name) == "old\n")
    #expect(try folder.names() == [name])
  }

  @Test("says that a folder is read-only", .enabled(if: getuid() != 0, "root may write everywhere"))
  func readOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", "old\n")
    let path = folder.path("in")
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: path)
    defer {
      _ = try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }
    let error = try Self.edit("\(path)/a.md") { _ in Array("new\n".utf8) }
    #expect(error?.message.contains("Permission denied") == true)
    #expect(try folder.text("in/a.md") == "old\n")
  }

  @Test("removes what an edit of the same file left that was ended half-way")
  func stale() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "old\n")
    for name in [".a.md.bylaw-1", ".a.md.bylaw-\(getpid())", ".a.md.bylaw-x", ".b.md.bylaw-1"] {
      try folder.write(name, "half")
    }
    #expect(try Self.edit(folder.path("a.md")) { _ in Array("new\n".utf8) } == nil)
    #expect(try folder.names() == [".a.md.bylaw-x", ".b.md.bylaw-1", "a.md"])
  }

  @Test("waits for another one, so that none is lost")
  func atOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "")
    let path = folder.path("a.md")
    DispatchQueue.concurrentPerform(iterations: 40) { number in
      let error = try? Self.edit(path) { $0 + Array("\(number)\n".utf8) }
      #expect(error == nil)
    }
    let lines = try folder.text("a.md").split(separator: "\n").compactMap { Int($0) }
    #expect(lines.sorted() == Array(0..<40))
    #expect(try folder.names() == ["a.md"])
  }
}
