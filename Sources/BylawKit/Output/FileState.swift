#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Which file stands at a name, and in which state.
struct FileState: Equatable {
  var device: UInt64
  var inode: UInt64
  var size: Int
  var modifiedSeconds: Int
  var modifiedNanoseconds: Int
  /// The permissions, without the kind of file.
  var mode: mode_t
  var owner: uid_t
  var group: gid_t

  /// The bytes of a plain file that has no second name: by that one it would stay as it was.
  ///
  /// - Throws: ``OutputError`` for everything else, and for what holds more than `maximum` bytes.
  static func read(
    _ name: String, in folder: Int32, path: String, maximum: Int
  ) throws(OutputError) -> (bytes: [UInt8], state: FileState) {
    let descriptor = unsafe openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ELOOP
        ? OutputError("\(path) is a link, and links are not followed")
        : OutputError("\(path) cannot be read: \(FileSystem.errorMessage())")
    }
    defer { close(descriptor) }
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else {
      throw OutputError("\(path) cannot be read: \(FileSystem.errorMessage())")
    }
    guard info.st_mode & S_IFMT == S_IFREG else { throw OutputError("\(path) is no plain file") }
    guard info.st_nlink == 1 else {
      throw OutputError(
        "\(path) has a second name (a hard link), which would keep the old text",
        help: "Replace one of the two by a copy.")
    }
    do throws(FileSystem.ReadError) {
      return (try FileSystem.read(descriptor, maximum: maximum), FileState(info))
    } catch {
      throw OutputError("\(path) cannot be read: \(PolicyFiles.words(error))")
    }
  }

  private init(_ info: stat) {
    device = UInt64(info.st_dev)
    inode = UInt64(info.st_ino)
    size = Int(info.st_size)
    modifiedSeconds = Int(info.st_mtim.tv_sec)
    modifiedNanoseconds = Int(info.st_mtim.tv_nsec)
    mode = info.st_mode & 0o7777
    owner = info.st_uid
    group = info.st_gid
  }
}
