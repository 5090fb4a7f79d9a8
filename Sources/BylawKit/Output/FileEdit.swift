#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Replaces one file: it is old or new, never half, and never somebody else's change undone.
///
/// While an edit is open it holds a lock on the file's folder, so that of two edits at once the second
/// waits and reads what the first wrote. Nothing is left in the folder but the file.
package struct FileEdit: ~Copyable {
  /// The bytes that were read, on which the new ones are based.
  package let bytes: [UInt8]

  private let path: String
  private let parent: String
  private let name: String
  private let folder: Int32
  private let state: FileState

  /// Locks the folder and reads the file.
  ///
  /// - Throws: ``OutputError`` where it is no plain file with one name, or too large.
  package init(_ path: String, maximum: Int) throws(OutputError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    self.path = path
    name = parts.last.map(String.init) ?? ""
    let above = parts.dropLast().joined(separator: "/")
    parent = parts.count == 1 ? "." : above.isEmpty ? "/" : above
    folder = unsafe open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else {
      throw OutputError("\(path) cannot be read: \(FileSystem.errorMessage())")
    }
    do throws(OutputError) {
      try Self.lock(folder, path)
      (bytes, state) = try FileState.read(name, in: folder, path: path, maximum: maximum)
    } catch {
      close(folder)
      throw error
    }
  }

  deinit { close(folder) }

  /// Puts new bytes in the place of the old ones; the file keeps its permissions.
  ///
  /// - Throws: ``OutputError`` where the file is as it was, whole, or as somebody else changed it.
  package consuming func commit(_ new: [UInt8]) throws(OutputError) {
    guard new != bytes else { return }
    // The lock says that no edit is under way, so what is left of one was ended half-way.
    OutputFolder.sweep(parent, prefix: ".\(name).bylaw-")
    let temporary = ".\(name).bylaw-\(getpid())"
    let descriptor = unsafe openat(
      folder, temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw OutputError("\(path) cannot be written: \(FileSystem.errorMessage())")
    }
    do throws(OutputError) {
      try fill(descriptor, new)
      try compare()
      guard unsafe renameat(folder, temporary, folder, name) == 0 else {
        throw OutputError("\(path) cannot be replaced: \(FileSystem.errorMessage())")
      }
    } catch {
      _ = unsafe unlinkat(folder, temporary, 0)
      throw error
    }
    guard fsync(folder) == 0 || errno == EINVAL else {
      throw OutputError(
        "\(path) was replaced, and may not outlast a loss of power: \(FileSystem.errorMessage())")
    }
  }

  // MARK: Steps

  private static func lock(_ folder: Int32, _ path: String) throws(OutputError) {
    while flock(folder, LOCK_EX) != 0 {
      guard errno == EINTR else {
        throw OutputError("The folder of \(path) cannot be locked: \(FileSystem.errorMessage())")
      }
    }
  }

  /// Writes, and waits until it is on the disk. Closes in any case.
  private func fill(_ descriptor: Int32, _ new: [UInt8]) throws(OutputError) {
    let isWhole =
      FileSystem.writeAll(descriptor, new) && keepOwner(descriptor)
      && fchmod(descriptor, state.mode) == 0 && fsync(descriptor) == 0
    let message = FileSystem.errorMessage()
    guard close(descriptor) == 0, isWhole else {
      throw OutputError(
        "\(path) cannot be written: \(isWhole ? FileSystem.errorMessage() : message)")
    }
  }

  /// Only root can give a file away, and only root meets files of others here in silence.
  private func keepOwner(_ descriptor: Int32) -> Bool {
    getuid() != 0 || fchown(descriptor, state.owner, state.group) == 0
  }

  /// Refuses where the file is not the one that was read: another program may not know our lock.
  private func compare() throws(OutputError) {
    let now: (bytes: [UInt8], state: FileState)
    do throws(OutputError) {
      now = try FileState.read(name, in: folder, path: path, maximum: bytes.count)
    } catch {
      throw OutputError("\(path) changed on disk, so it was not edited", help: "Try again.")
    }
    guard now.state == state, now.bytes == bytes else {
      throw OutputError("\(path) changed on disk, so it was not edited", help: "Try again.")
    }
  }
}
