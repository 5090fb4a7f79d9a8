import Foundation
import PolicyHistory
import PolicyModel
import PolicyProjection
import PolicyRules

@testable import BylawKit

/// A workspace in a repository of the real git, for one test. Nothing of the machine's configuration
/// reaches it.
final class LandingRepository: Sendable {
  let folder: TemporaryFolder
  private let home: TemporaryFolder

  struct Failure: Error {
    var arguments: [String]
    var message: String
  }

  /// The sample's settings with those who may sign.
  static let settingsWithPeople = SoundSample.settings.replacing(
    "people:",
    with: "people:"
      + ["ana", "ben", "lea", "sue"].map { "\n  \($0)@example.com: {name: \($0)}" }.joined())

  private init(objectFormat: String) throws {
    // A git that ends early must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    folder = try TemporaryFolder()
    home = try TemporaryFolder()
    try git("init", "--quiet", "--initial-branch=main", "--object-format=\(objectFormat)")
  }

  /// With the sample's settings as the first landing.
  convenience init(
    settings: String = SoundSample.settings, on day: String = "2026-01-02",
    objectFormat: String = "sha1"
  ) throws {
    try self.init(objectFormat: objectFormat)
    try land(["bylaw.yml": settings], on: day)
  }

  @discardableResult
  func git(
    _ arguments: String..., by author: String = "mira@example.com", on day: String = "2026-01-02"
  ) throws -> String {
    try git(arguments, by: author, on: day)
  }

  @discardableResult
  func git(
    _ arguments: [String], by author: String = "mira@example.com", on day: String = "2026-01-02",
    committer: String? = nil
  ) throws -> String {
    var environment = [
      "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": home.path, "LC_ALL": "C",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    ]
    for role in ["AUTHOR", "COMMITTER"] {
      environment["GIT_\(role)_NAME"] = "Someone"
      environment["GIT_\(role)_EMAIL"] = role == "AUTHOR" ? author : committer ?? author
      environment["GIT_\(role)_DATE"] = "\(day)T12:00:00Z"
    }
    let done = try Self.run(["git"] + arguments, in: folder.path, environment)
    guard done.status == 0 else { throw Failure(arguments: arguments, message: done.output) }
    return done.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  static func run(
    _ arguments: [String], in folder: String, _ environment: [String: String]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  // MARK: Landings

  /// Writes files (`nil` removes one) and commits all that is there.
  @discardableResult
  func land(
    _ files: [String: String?], on day: String, by author: String = "mira@example.com",
    message: String = "A landing", committer: String? = nil
  ) throws -> String {
    for (name, text) in files {
      if let text {
        try folder.write(name, text)
      } else {
        try FileManager.default.removeItem(atPath: folder.path(name))
      }
    }
    try git("add", "--all")
    try git(
      ["commit", "--quiet", "--allow-empty", "--message", message], by: author, on: day,
      committer: committer)
    return try git("rev-parse", "HEAD")
  }

  /// Lands the policy at its usual place.
  @discardableResult
  func land(_ life: Life, on day: String, by author: String = "mira@example.com") throws -> String {
    try land([Life.path: life.text], on: day, by: author)
  }

  func branch(_ name: String) throws { try git("checkout", "--quiet", "-b", name) }
  func checkout(_ name: String) throws { try git("checkout", "--quiet", name) }

  func merge(_ branches: String..., on day: String, options: [String] = []) throws {
    try git(["merge", "--quiet", "--no-ff", "--no-edit"] + options + branches, on: day)
  }

  // MARK: What bylaw says

  static let today = CalendarDate("2026-06-01") ?? SoundSample.today

  func history(today: CalendarDate = today) async throws -> [Finding] {
    try await HistoryCheckJob(checked: try await folder.checked(), today: today).run()
  }

  /// As `error gate-unmet`, in order.
  func verdicts() async throws -> [String] { try await history().map(\.verdict).sorted() }

  func change(
    base: String = "main", today: CalendarDate = today
  ) async throws -> ChangeCheckJob.Result {
    try await ChangeCheckJob(checked: try await folder.checked(), base: base, today: today).run()
  }
}

extension Finding {
  var verdict: String { "\(severity.rawValue) \(rule)" }
}
