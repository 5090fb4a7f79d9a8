internal import FoundationEssentials
internal import Subprocess

/// The program `ssh-keygen`, which alone touches private keys.
package struct SSHKeygen: Sendable, Hashable {
  /// Where it is, an absolute path: never a program that a repository names.
  package let folder: String

  /// Folders that are searched before `PATH`.
  package static let folders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]

  package init(folder: String) { self.folder = folder }

  package var path: String { "\(folder)/ssh-keygen" }

  /// Looks in ``folders``, then in the absolute folders of `searchPath`, the value of `PATH`.
  package static func find(
    searchPath: String?, folders: [String] = folders
  ) throws(SigningError) -> SSHKeygen {
    let further = (searchPath ?? "").split(separator: ":").map(String.init)
      .filter { $0.utf8.first == UInt8(ascii: "/") }
    for program in (folders + further).map(SSHKeygen.init(folder:))
    where FileManager.default.isExecutableFile(atPath: program.path) {
      return program
    }
    throw SigningError(
      "There is no `ssh-keygen` on this machine.", help: "Install OpenSSH 8.1 or later.")
  }

  /// Signs `message` for the namespace of records, and makes sure that the signature counts.
  ///
  /// - Parameters:
  ///   - message: the text of a record.
  ///   - key: what to sign with.
  ///   - environment: the caller's; only ``environmentNames`` are handed on.
  ///   - isInteractive: whether someone sits at the terminal, so that ssh-keygen can ask for a
  ///     passphrase or a touch there. Otherwise what it says becomes part of the error.
  /// - Returns: the armored signature.
  /// - Throws: what ssh-keygen said, or why its signature would not count.
  package func sign(
    _ message: [UInt8], key: SigningKey, environment: [String: String], isInteractive: Bool
  ) async throws(SigningError) -> [UInt8] {
    let folder = try SigningFolder()
    defer { folder.remove() }
    let text = try folder.write("record", message)
    let keyPath =
      switch key {
      case .file(let path): path
      case .inAgent(let key): try folder.write("key", Array("\(key.line)\n".utf8))
      }
    let arguments = [
      "-Y", "sign", "-q", "-n", SSHSignature.recordNamespace, "-f", keyPath, text,
    ]
    let complaint = try await run(arguments, environment, isInteractive: isInteractive)
    if let complaint {
      throw SigningError(
        "ssh-keygen could not sign with \(key.words)"
          + (complaint.isEmpty ? "." : ": \(complaint)"),
        help: key.help)
    }
    let armored = try folder.read("record.sig")
    do {
      try SSHSignature.parse(armored: armored).verify(message)
    } catch {
      throw SigningError(
        "A signature with \(key.words) would not count. \(error.description)",
        help: "Make a key with `ssh-keygen -t ed25519`, and have it listed in `allowed_signers`.")
    }
    return armored
  }

  /// What ssh-keygen may know of its surroundings: where keys, agents and askers of passphrases are.
  static let environmentNames = [
    "HOME", "SSH_AUTH_SOCK", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "SSH_SK_PROVIDER", "DISPLAY",
    "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "TERM", "USER", "LOGNAME",
  ]

  /// `nil` where it succeeded, else the last that it said.
  private func run(
    _ arguments: [String], _ environment: [String: String], isInteractive: Bool
  ) async throws(SigningError) -> String? {
    // The folder is all of `PATH`, so that the name means this program and no other.
    var handedOn: [Environment.Key: String] = ["PATH": folder, "LC_ALL": "C"]
    for name in Self.environmentNames {
      if let value = environment[name] { handedOn[Environment.Key(stringLiteral: name)] = value }
    }
    let executable = Executable.name("ssh-keygen")
    do {
      guard isInteractive else {
        let result = try await Subprocess.run(
          executable, arguments: Arguments(arguments), environment: .custom(handedOn),
          input: .none, output: .discarded, error: .bytes(limit: 64 * 1024))
        return result.terminationStatus.isSuccess ? nil : Self.lastLine(of: result.standardError)
      }
      let result = try await Subprocess.run(
        executable, arguments: Arguments(arguments), environment: .custom(handedOn),
        input: .currentStandardInput, output: .discarded, error: .currentStandardError)
      return result.terminationStatus.isSuccess ? nil : ""
    } catch {
      throw SigningError("`\(path)` could not be run: \(error).")
    }
  }

  /// The last line that says something, without what a terminal would obey.
  private static func lastLine(of bytes: [UInt8]) -> String {
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    guard let line = lines.last(where: { $0.contains { $0 > 0x20 } }) else { return "" }
    return String(decoding: line.filter { (0x20..<0x7F).contains($0) }.prefix(300), as: UTF8.self)
  }
}

extension SigningKey {
  fileprivate var words: String {
    switch self {
    case .file(let path): "`\(path)`"
    case .inAgent(let key): "the key \(key.fingerprint)"
    }
  }

  fileprivate var help: String {
    switch self {
    case .file:
      "Check that the file is there and the passphrase is right. For a `.pub` file, the private "
        + "key lies beside it or is in the agent: `ssh-add -L` shows what the agent holds."
    case .inAgent: "Add its private half to the agent with `ssh-add`; `ssh-add -L` shows them."
    }
  }
}
