#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Asks the system about places in the file system.
enum FilePlaces {
  /// `path` without symbolic links, or `nil` where nothing is.
  static func real(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// Whether something is there, a dangling link included.
  static func exists(_ path: String) -> Bool {
    var info = stat()
    return unsafe lstat(path, &info) == 0
  }

  static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  static func isProgram(_ path: String) -> Bool {
    let isAllowed = unsafe access(path, X_OK) == 0
    return isAllowed && kind(of: path) == S_IFREG
  }

  /// Both paths without links; `root` without a slash at its end, `/` apart.
  static func isPath(_ path: String, atOrBelow root: String) -> Bool {
    if root == "/" { return false }
    return Array(path.utf8) == Array(root.utf8)
      || path.utf8.starts(with: (root + "/").utf8)
  }

  /// The folder that holds `path`.
  static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else {
      return "/"
    }
    return String(path[..<slash])
  }

  static func environmentVariable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Removes a file that may be gone already.
  static func remove(_ path: String) { unsafe _ = unlink(path) }

  private static func kind(of path: String) -> mode_t? {
    var info = stat()
    guard unsafe stat(path, &info) == 0 else { return nil }
    return info.st_mode & S_IFMT
  }
}
