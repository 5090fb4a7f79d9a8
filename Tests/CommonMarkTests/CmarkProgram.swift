import Foundation

/// The `cmark-gfm` program, the judge of what our rendering must give.
enum CmarkProgram {
  static let path = "/usr/bin/cmark-gfm"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  static func html(_ markdown: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments =
      ["table", "strikethrough", "autolink", "tasklist"].flatMap { ["-e", $0] } + ["-t", "html"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(markdown.utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
