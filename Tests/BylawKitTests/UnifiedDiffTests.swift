import Foundation
import Testing

@testable import BylawKit

/// The same numbers on each run (Knuth's MMIX generator; its high bits are the random ones).
private struct RepeatableGenerator: RandomNumberGenerator {
  private var state: UInt64 = 1

  mutating func next() -> UInt64 {
    var number: UInt64 = 0
    for _ in 0..<2 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      number = number << 32 | state >> 32
    }
    return number
  }
}

@Suite("A unified diff")
struct UnifiedDiffTests {
  private static func run(
    _ program: String, _ arguments: [String], in folder: TemporaryFolder
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": folder.path,
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_CEILING_DIRECTORIES": FileSystem.absolute("..", from: folder.path),
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  private static func diff(_ old: String, _ new: String, _ path: String = "a.md") -> UnifiedDiff {
    UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8), path: path)
  }

  private static func lines(_ count: Int, _ change: (Int) -> String?) -> String {
    (1...count).map { (change($0) ?? "line \($0)") + "\n" }.joined()
  }

  @Test("shows a change with three lines around it")
  func looks() {
    let old = Self.lines(12) { _ in nil }
    let new = Self.lines(12) { $0 == 6 ? "six" : nil }
    #expect(
      Self.diff(old, new, "policies/a.md").text == """
        --- a/policies/a.md
        +++ b/policies/a.md
        @@ -3,7 +3,7 @@
         line 3
         line 4
         line 5
        -line 6
        +six
         line 7
         line 8
         line 9

        """)
    #expect(Self.diff(old, old).text.isEmpty)
  }

  private static let pairs: [(String, String)] = [
    ("", "a\n"), ("a\n", ""), ("a", "a\n"), ("a\n", "a"), ("a", "b"), ("a\r\nb\r\n", "a\r\nc\r\n"),
    ("a\r\n", "a\n"), ("e\u{301}\n", "é\n"), ("-- a\n", "++ a\n"), ("a\n\n\n", "a\n\n"),
    (lines(20) { _ in nil }, lines(20) { $0 == 1 || $0 == 20 ? "x" : nil }),
    (lines(20) { _ in nil }, lines(20) { $0 == 4 || $0 == 11 ? "x" : nil }),
    (lines(20) { _ in nil }, lines(20) { $0 == 4 || $0 == 12 ? "x" : nil }),
    (lines(20) { _ in nil }, lines(20) { $0 == 10 ? "line 10\nmore" : nil }),
    (lines(20) { $0 == 10 ? "line 10\nmore" : nil }, lines(20) { _ in nil }),
  ]

  @Test("is byte for byte what diff -u writes", arguments: Self.pairs.indices)
  func agrees(index: Int) throws {
    let (old, new) = Self.pairs[index]
    let folder = try TemporaryFolder()
    try folder.write("old", old)
    try folder.write("new", new)
    let expected = try Self.run(
      "diff", ["-u", "--label", "a/a.md", "--label", "b/a.md", "old", "new"], in: folder)
    #expect(expected.status == 1)
    #expect(Self.diff(old, new).text.utf8.elementsEqual(expected.output.utf8))
  }

  @Test("applies, whatever changed", arguments: ["a.md", "policies/with blanks.md"])
  func applies(path: String) throws {
    var random = RepeatableGenerator()
    for number in 0..<20 {
      let old = (0..<30).map { _ in "\(Int.random(in: 0..<8, using: &random))" }
      var new = old
      for _ in 0...number / 3 {
        let place = Int.random(in: 0..<new.count, using: &random)
        if Bool.random(using: &random) { new.remove(at: place) } else { new.insert("é", at: place) }
      }
      let end = number.isMultiple(of: 3) ? "" : number.isMultiple(of: 2) ? "\r\n" : "\n"
      let texts = [old, new].map { $0.joined(separator: end.isEmpty ? "\n" : end) + end }
      guard texts[0] != texts[1] else { continue }
      let patch = Self.diff(texts[0], texts[1], path).text
      for program in [
        ["patch", "--binary", "-p1", "-i"], ["git", "apply", "--whitespace=nowarn"],
      ] {
        let folder = try TemporaryFolder()
        try folder.write(path, texts[0])
        try folder.write("p.diff", patch)
        let result = try Self.run(program[0], program.dropFirst() + ["p.diff"], in: folder)
        #expect(result.status == 0, "\(program[0]): \(result.output)\n\(patch)")
        #expect(try folder.text(path).utf8.elementsEqual(texts[1].utf8), "\(program[0])\n\(patch)")
      }
    }
  }
}
