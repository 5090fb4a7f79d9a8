import Foundation
import PolicyModel
import PolicyRules
import TestSupport
import Testing

@testable import BylawKit

/// A workspace of some policies that differ in their names.
struct ManyPolicies {
  static let count = 12

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(SoundSample.settingsPath, SoundSample.settings)
    try folder.write(SoundSample.commonPath, SoundSample.common)
    for number in 0..<Self.count { try add(number) }
  }

  func add(_ number: Int) throws {
    let text = SoundSample.policy
      .replacing("id: unwanted-advertising", with: "id: policy-\(number)")
      .replacing("title: Unwanted advertising", with: "title: Policy \(number)")
      .replacing("SAM-", with: "A\(number)-")
    try folder.write("policies/policy-\(number).md", text)
  }

  func path(_ name: String) -> String { folder.path(name) }
  func write(_ name: String, _ text: String) throws { try folder.write(name, text) }
  func text(_ name: String) throws -> String { try folder.text(name) }
  func exists(_ name: String) -> Bool { folder.exists(name) }
  func names(_ name: String) throws -> [String] { try folder.names(name) }
  func files(_ name: String) throws -> [String: Data] { try folder.files(name) }

  func replace(_ policy: String, _ old: String, _ new: String) throws {
    let path = "policies/\(policy).md"
    let text = try folder.text(path)
    #expect(text.contains(old), "\(path) has no `\(old)`")
    try folder.write(path, text.replacing(old, with: new, maxReplacements: 1))
  }

  /// Of every file below a folder.
  func inodes(_ name: String) throws -> [String: UInt64] {
    var inodes: [String: UInt64] = [:]
    for path in try folder.files(name).keys {
      inodes[path] = FileSystem.stamp(of: folder.path("\(name)/\(path)"))?.inode
    }
    return inodes
  }

  func build(_ output: String, today: CalendarDate? = nil) async throws -> BuildJob.Result? {
    let outcome = try await folder.build(
      into: folder.path(output), today: today ?? (try day()))
    guard case .built(let result, _) = outcome else { return nil }
    return result
  }

  /// The day of the next build stands in a file, as time passes in edits too.
  private func day() throws -> CalendarDate {
    guard folder.exists("day.txt") else { return SoundSample.today }
    return CalendarDate(daysSinceEpoch: Int(try folder.text("day.txt")) ?? 0)
  }

  /// One edit by chance, and what it was.
  func edit(_ random: inout SeededGenerator) throws -> String {
    let number = Int.random(in: 0..<Self.count, using: &random)
    let other = Int.random(in: 0..<Self.count, using: &random)
    let path = "policies/policy-\(number).md"
    let mark = String(random.next() % 1_000)
    func change(_ old: Regex<Substring>, _ new: String) throws {
      guard folder.exists(path) else { return try add(number) }
      try folder.write(path, try folder.text(path).replacing(old, with: new, maxReplacements: 1))
    }
    switch Int.random(in: 0..<14, using: &random) {
    case 0: try change(/title: .*/, "title: Title \(mark)")
    case 1:
      try change(/summary: .*/, "summary: Advertise only where it is asked for, \(mark) times.")
    case 2: try change(/related: .*/, "related: [policy-\(other)]")
    case 3: try change(/People come here/, "People \(mark) come here")
    case 4: try change(/Most people who/, "Most of the \(mark) people who")
    case 5: try change(/People come here/, "[Other](../policy-\(other)/) people come here")
    case 6: try change(/effective: .*/, "effective: 2026-09-\(10 + number)")
    case 7: if folder.exists(path) { try FileManager.default.removeItem(atPath: folder.path(path)) }
    case 8: try add(number)
    case 9: try folder.write("site/pages/promise.md", "---\ntitle: P\n---\n\nPromise \(mark).\n")
    case 10:
      try folder.write(
        SoundSample.settingsPath,
        SoundSample.settings.replacing("Example Help", with: "Help \(mark)"))
    case 11:
      try folder.write(
        SoundSample.commonPath, SoundSample.common.replacing("six months", with: "\(mark) months"))
    case 12: try folder.write("day.txt", "\(SoundSample.today.daysSinceEpoch + number * 20)")
    default: try change(/stage: iteration/, "stage: research")
    }
    return "edit \(mark) of \(path)"
  }
}
