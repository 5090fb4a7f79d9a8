#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Writes and removes files of ours.
enum OutputFiles {
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

  /// Removes a folder of ours with everything in it, following no link, and says how many files there
  /// were.
  @discardableResult
  static func remove(_ path: String) -> Int {
    guard FileSystem.kind(of: path) == .folder else { return unsafe unlink(path) == 0 ? 1 : 0 }
    guard let stream = unsafe opendir(path) else { return 0 }
    var count = 0
    var names: [(String, Bool)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe FileSystem.name(of: entry)
      guard name != ".", name != ".." else { continue }
      names.append((name, unsafe entry.pointee.d_type == UInt8(DT_DIR)))
    }
    unsafe closedir(stream)
    for (name, isFolder) in names {
      if isFolder {
        count += remove("\(path)/\(name)")
      } else if unsafe unlink("\(path)/\(name)") == 0 {
        count += 1
      }
    }
    unsafe rmdir(path)
    return count
  }
}
