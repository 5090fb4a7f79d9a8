import Foundation
import Testing

@testable import PolicySite

struct `Swift and the browser split text into the same words` {
  @Test func `Swift, as the golden file says`() throws {
    for example in try Golden.examples() {
      #expect(SearchIndex.words(in: example.text) == example.words, "\(example.text)")
    }
  }

  @Test(.enabled(if: Golden.node != nil, "needs node; search_checks.py asks Chromium the same"))
  func `search.js, as the golden file says`() throws {
    let node = try #require(Golden.node)
    let script = """
      const fs = require("fs"), source = fs.readFileSync(process.argv[1], "utf8");
      const code = source.slice(source.indexOf("const words"), source.indexOf("let bylaw"));
      const words = new Function(code + "return words")();
      const examples = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
      process.stdout.write(JSON.stringify(examples.map((e) => ({ text: e.text, words: words(e.text) }))));
      """
    let process = Process()
    let output = Pipe()
    process.executableURL = node
    process.arguments = ["-e", script, Golden.script.path, Golden.file.path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(try JSONDecoder().decode([Golden.Example].self, from: data) == Golden.examples())
  }

  @Test(arguments: [
    ("PAY-1", "PAY1"), ("pay 1", "PAY1"), ("Off-platform payments", "OFFPLATFORMPAYMENT"),
  ])
  func `a name is its words in one`(text: String, name: String) {
    #expect(String(decoding: SearchWords.name(text), as: UTF8.self) == name)
  }
}

private enum Golden {
  struct Example: Codable, Equatable {
    var text: String
    var words: [String]
  }

  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  static let file = tests.appending(path: "Golden/search-words.json")
  static let script = tests.appending(path: "../../../site/assets/search.js").standardizedFileURL

  static func examples() throws -> [Example] {
    try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
  }

  static let node = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { URL(filePath: String($0)).appending(path: "node") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
}
