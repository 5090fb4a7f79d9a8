internal import FoundationEssentials

/// A folder that only its owner can read, for the files of one signature.
///
/// The text goes to ssh-keygen as a file, so that its standard input stays the terminal, where it
/// asks for passphrases.
struct SigningFolder: Sendable {
  private let path: String

  init() throws(SigningError) {
    let name = "bylaw-sign-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    path = FileManager.default.temporaryDirectory.appending(path: name).path()
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw SigningError("A folder for the signature could not be made at `\(path)`.")
    }
  }

  /// - Returns: the path of the file.
  func write(_ name: String, _ bytes: [UInt8]) throws(SigningError) -> String {
    let file = "\(path)/\(name)"
    do {
      try Data(bytes).write(to: URL(filePath: file))
    } catch {
      throw SigningError("`\(file)` could not be written.")
    }
    return file
  }

  func read(_ name: String) throws(SigningError) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
    } catch {
      throw SigningError("ssh-keygen wrote no signature.")
    }
  }

  func remove() {
    // It holds nothing secret, and the system sweeps its folder.
    try? FileManager.default.removeItem(atPath: path)
  }
}
