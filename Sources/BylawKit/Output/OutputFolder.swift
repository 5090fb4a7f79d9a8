internal import CFileExchange

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Why a site could not be written. Exit status 2.
package struct OutputError: Error, Sendable {
  package var message: String
  package var help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

/// The folder that holds the built sites: written beside the old one and swapped in whole, so that
/// it is old or new, never half.
struct OutputFolder {
  /// What marks a folder as made by bylaw: only such a folder is ever replaced.
  static let marker = ".bylaw"

  let path: String
  let staging: String
  private let lock: Int32

  /// Takes the lock and makes an empty staging folder beside `path`.
  init(_ path: String, workspace: String) throws(OutputError) {
    self.path = path
    try Self.check(path, workspace: workspace)
    let parent = FileSystem.absolute("..", from: path)
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    lock = try Self.lock(Self.lockPath(path), path)
    staging = "\(parent)/.\(name).bylaw-\(getpid())"
    Self.sweep(parent, prefix: ".\(name).bylaw-")
    guard unsafe mkdir(staging, 0o777) == 0 else {
      throw OutputError("\(staging) cannot be made: \(FileSystem.errorMessage())")
    }
  }

  /// Puts the staging folder in the place of the old one.
  ///
  /// - Parameter stamp: what it was made from; `nil` where that should be looked at again.
  /// - Throws: ``OutputError`` where the old folder is still there, whole.
  func commit(stamp: InputStamp?) throws(OutputError) {
    try Self.write(
      "\(staging)/\(Self.marker)",
      Array("Made by bylaw: this folder is replaced as a whole.\n".utf8))
    if FileSystem.exists(path) {
      guard exchange() else {
        throw OutputError("\(path) cannot be replaced: \(FileSystem.errorMessage())")
      }
      Self.remove(staging)
    } else if unsafe rename(staging, path) != 0 {
      throw OutputError("\(path) cannot be made: \(FileSystem.errorMessage())")
    }
    remember(stamp)
    close(lock)
  }

  /// What a folder was made from stands in its lock file, beside it: the folder itself holds nothing
  /// that differs between two machines.
  private func remember(_ stamp: InputStamp?) {
    guard ftruncate(lock, 0) == 0, let stamp else { return }
    _ = FileSystem.writeAll(lock, Array(stamp.description.utf8))
  }

  /// Whether the folder at `path` was made from what `stamp` stands for, and nothing since.
  static func isUpToDate(_ path: String, _ stamp: InputStamp) -> Bool {
    guard FileSystem.exists("\(path)/\(marker)"),
      let bytes = try? FileSystem.read(lockPath(path), maximum: 64)
    else { return false }
    return bytes.elementsEqual(stamp.description.utf8)
  }

  private static func lockPath(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return FileSystem.absolute("..", from: path) + "/.\(name).bylaw-lock"
  }

  func discard() {
    Self.remove(staging)
    close(lock)
  }

  /// In one step where the file system can do that; else in two, with an instant between them in
  /// which there is no folder.
  private func exchange() -> Bool {
    if unsafe bylaw_exchange_paths(staging, path) == 0 { return true }
    guard errno == ENOSYS || errno == EINVAL else { return false }
    let aside = staging + ".old"
    guard unsafe rename(path, aside) == 0 else { return false }
    guard unsafe rename(staging, path) == 0 else {
      _ = unsafe rename(aside, path)
      return false
    }
    return unsafe rename(aside, staging) == 0
  }

  // MARK: Guards

  private static func check(_ path: String, workspace: String) throws(OutputError) {
    let content = ["policies", "site"].map { "\(workspace)/\($0)" }
    let isAncestor = path == "/" || workspace == path || workspace.hasPrefix(path + "/")
    let isInside = content.contains { path == $0 || path.hasPrefix($0 + "/") }
    guard !isAncestor, !isInside else {
      throw OutputError(
        "\(path) holds the workspace or its sources, and building there would replace them",
        help: "Name a folder of its own with --output.")
    }
    guard FileSystem.exists(path) else { return }
    guard FileSystem.kind(of: path) == .folder else {
      throw OutputError("\(path) is not a folder", help: "Name another one with --output.")
    }
    let isOurs = FileSystem.exists("\(path)/\(marker)")
    guard isOurs || isEmpty(path) else {
      throw OutputError(
        "\(path) was not made by bylaw, so it is not replaced",
        help: "Name another folder with --output, or remove this one yourself.")
    }
  }

  /// Whether nothing is in a folder, hidden files included.
  private static func isEmpty(_ path: String) -> Bool {
    guard let stream = unsafe opendir(path) else { return false }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      guard [".", ".."].contains(unsafe FileSystem.name(of: entry)) else { return false }
    }
    return true
  }

  private static func lock(_ file: String, _ path: String) throws(OutputError) -> Int32 {
    let descriptor = unsafe open(file, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else {
      throw OutputError("\(path) cannot be written: \(FileSystem.errorMessage())")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw OutputError(
        "Another build is writing \(path)", help: "Wait until it has ended, and try again.")
    }
    return descriptor
  }

  /// Removes what a run that was interrupted left behind; the caller's lock says that none is under
  /// way.
  static func sweep(_ parent: String, prefix: String) {
    guard let stream = unsafe opendir(parent) else { return }
    var stale: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe FileSystem.name(of: entry)
      var number = name.dropFirst(prefix.count)
      if number.hasSuffix(".old") { number = number.dropLast(4) }
      if name.hasPrefix(prefix), !number.isEmpty, number.allSatisfy(\.isNumber) {
        stale.append(name)
      }
    }
    unsafe closedir(stream)
    for name in stale { remove("\(parent)/\(name)") }
  }

  // MARK: Files

  /// Writes a new file, whole.
  static func write(_ path: String, _ bytes: [UInt8]) throws(OutputError) {
    let descriptor = unsafe open(
      path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else {
      throw OutputError("\(path) cannot be made: \(FileSystem.errorMessage())")
    }
    guard FileSystem.writeAll(descriptor, bytes) else {
      let message = FileSystem.errorMessage()
      close(descriptor)
      throw OutputError("\(path) cannot be written: \(message)")
    }
    guard close(descriptor) == 0 else {
      throw OutputError("\(path) cannot be written: \(FileSystem.errorMessage())")
    }
  }

  static func makeFolder(_ path: String) throws(OutputError) {
    if unsafe mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    if errno == ENOENT {
      try makeFolder(FileSystem.absolute("..", from: path))
      if unsafe mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    }
    throw OutputError("\(path) cannot be made: \(FileSystem.errorMessage())")
  }

  /// Removes a folder of ours with everything in it, following no link.
  static func remove(_ path: String) {
    guard FileSystem.kind(of: path) == .folder else {
      unsafe unlink(path)
      return
    }
    guard let stream = unsafe opendir(path) else { return }
    var names: [(String, Bool)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe FileSystem.name(of: entry)
      guard name != ".", name != ".." else { continue }
      names.append((name, unsafe entry.pointee.d_type == UInt8(DT_DIR)))
    }
    unsafe closedir(stream)
    for (name, isFolder) in names {
      if isFolder { remove("\(path)/\(name)") } else { unsafe unlink("\(path)/\(name)") }
    }
    unsafe rmdir(path)
  }
}
