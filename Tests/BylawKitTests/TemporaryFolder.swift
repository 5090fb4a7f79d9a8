import CommonMark
import Foundation
import PolicyModel
import PolicyRules
import PolicySite

@testable import BylawKit

/// A folder of its own for one test, which is gone when the test is.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let name = "bylaw-test-\(UInt64.random(in: 0 ... .max))"
    path = FileSystem.absolute(name, from: FileManager.default.temporaryDirectory.path())
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ name: String, _ text: String) throws {
    let whole = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: whole.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: whole)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: URL(filePath: path(name)), encoding: .utf8)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path(name), withDestinationPath: target)
  }

  func exists(_ name: String) -> Bool { FileSystem.exists(path(name)) }

  /// The names in a folder, the hidden ones included.
  func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }

  /// Every file below a folder with its bytes.
  func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let root = path(folder)
    for name in try FileManager.default.subpathsOfDirectory(atPath: root)
    where FileSystem.kind(of: "\(root)/\(name)") == .file {
      files[name] = try Data(contentsOf: URL(filePath: "\(root)/\(name)"))
    }
    return files
  }
}

extension TemporaryFolder {
  /// A workspace that passes every check, as `init` makes it.
  static func workspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(SoundSample.settingsPath, SoundSample.settings)
    try folder.write(SoundSample.policyPath, SoundSample.policy)
    try folder.write(SoundSample.commonPath, SoundSample.common)
    return folder
  }

  func load() throws -> WorkspaceFolder { try WorkspaceFolder.find(from: path) }

  func checked() async throws -> CheckedWorkspace {
    await CheckedWorkspace.load(try load(), today: SoundSample.today)
  }

  func build(
    into output: String? = nil, today: CalendarDate = SoundSample.today
  ) async throws -> WriteJob.Outcome {
    try await WriteJob(
      folder: try load(), today: today, sites: [.help, .moderators, .emails], isPortable: false,
      output: output ?? path("build")
    ).run()
  }
}
