import Foundation
import Testing

@testable import PolicyHistory

/// A home folder of its own with keys that ssh-keygen made, and ssh-keygen as the judge.
final class KeyRing: Sendable {
  static let reviewer = "ana@quillwork.example"
  let home: String

  init() throws {
    let name = "bylaw-keys-\(UInt64.random(in: 0 ... .max))"
    home = FileManager.default.temporaryDirectory.appending(path: name).path()
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  func path(_ name: String) -> String { "\(home)/\(name)" }

  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    try Data(bytes).write(to: URL(filePath: path(name)))
    return path(name)
  }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  /// Makes a key, such as `rsa-3072`, and returns its public line.
  func makeKey(_ type: String, passphrase: String = "", file: String? = nil) throws -> String {
    let parts = type.split(separator: "-").map(String.init)
    let bits = parts.count > 1 ? ["-b", parts[1]] : []
    let made = try run(
      ["ssh-keygen", "-q", "-t", parts[0]] + bits
        + ["-N", passphrase, "-C", "a comment", "-f", path(file ?? type)])
    try #require(made.status == 0, "\(made.output)")
    let line = try read("\(file ?? type).pub")
    return String(decoding: line.dropLast(), as: UTF8.self)
  }

  func sign(
    _ message: [UInt8], with key: String, namespace: String = "bylaw-signoff",
    options: [String] = []
  ) throws -> [UInt8] {
    try? FileManager.default.removeItem(atPath: path("message.sig"))
    try write("message", message)
    let signed = try run(
      ["ssh-keygen", "-q", "-Y", "sign", "-n", namespace, "-f", path(key)] + options
        + [path("message")])
    try #require(signed.status == 0, "\(signed.output)")
    return try read("message.sig")
  }

  /// Whether `ssh-keygen -Y verify` says that ``reviewer`` signed.
  func accepts(
    _ message: [UInt8], _ armored: [UInt8], signers: String, revoked: [UInt8]? = nil
  ) throws -> Bool {
    var arguments = [
      "ssh-keygen", "-Y", "verify", "-f", try write("signers", signers.utf8), "-I", Self.reviewer,
      "-n", "bylaw-signoff", "-s", try write("signature", armored),
    ]
    if let revoked { arguments += ["-r", try write("revoked", revoked)] }
    return try run(arguments, input: try write("text", message)).status == 0
  }

  /// Runs a program of `/usr/bin` to its end, in the ring's home.
  func run(
    _ arguments: [String], input: String = "/dev/null"
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.environment = ["HOME": home, "PATH": "/usr/bin:/bin", "LC_ALL": "C"]
    process.currentDirectoryURL = URL(filePath: home)
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: input))
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

/// What bylaw says: the sentence of a refusal, or `nil` where it accepts.
func refusal(_ message: [UInt8], _ armored: [UInt8]) -> SSHSignatureError? {
  do {
    try SSHSignature.parse(armored: armored).verify(message)
    return nil
  } catch {
    return error
  }
}

/// A signature's blob in its armor, as ssh-keygen wraps it.
func armor(_ blob: [UInt8]) -> [UInt8] {
  var text = "-----BEGIN SSH SIGNATURE-----\n"
  var rest = StrictBase64.encode(blob)[...]
  while !rest.isEmpty {
    text += rest.prefix(70) + "\n"
    rest = rest.dropFirst(70)
  }
  return Array((text + "-----END SSH SIGNATURE-----\n").utf8)
}
