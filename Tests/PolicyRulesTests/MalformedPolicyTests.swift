import Foundation
import PolicyModel
import PolicyReading
import PolicyRules
import Testing

/// Each folder of `Tests/Fixtures/malformed` is named after the defect of its `policy.md`.
/// `BYLAW_RECORD=1 swift test --filter Malformed` writes what is found anew, and fails.
private enum Malformed {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/malformed")

  static let names: [String] = {
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    return (all ?? []).filter { !$0.contains(".") }.sorted()
  }()

  static let isRecording = ProcessInfo.processInfo.environment["BYLAW_RECORD"] != nil

  static func lines(_ name: String) throws -> String {
    var workbench = Workbench()
    workbench.settings = try String(
      contentsOf: folder.appending(path: "bylaw.yml"), encoding: .utf8)
    workbench.common = nil
    let text = try String(contentsOf: folder.appending(path: "\(name)/policy.md"), encoding: .utf8)
    workbench.policies = [("policy.md", text)]
    return workbench.findings.map { $0.line + "\n" }.joined()
  }
}

@Suite struct `Malformed policies` {
  @Test(arguments: Malformed.names)
  func `have the findings that they should`(name: String) throws {
    let lines = try Malformed.lines(name)
    let file = Malformed.folder.appending(path: "\(name)/expected.txt")
    if Malformed.isRecording {
      try lines.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): look at the difference, then run without BYLAW_RECORD")
    } else {
      let expected = try String(contentsOf: file, encoding: .utf8)
      #expect(lines == expected)
      #expect(!expected.isEmpty)
    }
  }

  @Test func `are many`() {
    #expect(Malformed.names.count >= 60)
  }
}
