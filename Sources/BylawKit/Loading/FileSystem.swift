#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads files and folders without following links: what lies outside of a workspace is never read
/// because of what is in it.
enum FileSystem {
  enum Kind { case file, folder, other }

  struct Entry {
    var name: String
    var kind: Kind
    /// Whether `name` is what the file system holds. Bytes that are no UTF-8 are replaced, so that the
    /// file cannot be found by it.
    var isExact = true
  }

  enum ReadError: Error {
    case missing
    case notRegular
    case tooLarge
    case failed(String)
  }

  /// The size and the times of a file: what tells whether it changed.
  struct Stamp: Hashable {
    var size: Int
    var modifiedSeconds: Int
    var modifiedNanoseconds: Int
    var inode: UInt64
  }

  /// The names in a folder, in byte order; hidden ones are left out.
  ///
  /// - Throws: `notRegular` where `folder` is a link or a file.
  static func entries(of folder: String) throws(ReadError) -> [Entry] {
    if exists(folder), kind(of: folder) != .folder { throw .notRegular }
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw lastError() }
    guard let stream = unsafe fdopendir(descriptor) else {
      let error = lastError()
      close(descriptor)
      throw error
    }
    defer { unsafe closedir(stream) }
    var entries: [Entry] = []
    while let entry = unsafe readdir(stream) {
      let (name, isExact) = unsafe exactName(of: entry)
      guard !name.hasPrefix(".") else { continue }
      let kind: Kind =
        switch unsafe Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_UNKNOWN): kind(of: folder + "/" + name)
        default: .other
        }
      entries.append(Entry(name: name, kind: kind, isExact: isExact))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    unsafe exactName(of: entry).name
  }

  private static func exactName(
    of entry: UnsafeMutablePointer<dirent>
  ) -> (name: String, isExact: Bool) {
    unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
        if let exact = unsafe String(validatingCString: name) { return (exact, true) }
        return (unsafe String(cString: name), false)
      }
    }
  }

  static func kind(of path: String) -> Kind {
    var info = stat()
    guard unsafe lstat(path, &info) == 0 else { return .other }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  static func exists(_ path: String) -> Bool {
    var info = stat()
    return unsafe lstat(path, &info) == 0
  }

  static func stamp(of path: String, following isFollowing: Bool = false) -> Stamp? {
    var info = stat()
    let status = isFollowing ? unsafe stat(path, &info) : unsafe lstat(path, &info)
    guard status == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    return Stamp(
      size: Int(info.st_size), modifiedSeconds: Int(info.st_mtim.tv_sec),
      modifiedNanoseconds: Int(info.st_mtim.tv_nsec), inode: UInt64(info.st_ino))
  }

  /// The same of a folder: its time tells whether a name came or went.
  static func folderStamp(of path: String) -> Stamp? {
    var info = stat()
    guard unsafe lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { return nil }
    return Stamp(
      size: Int(info.st_size), modifiedSeconds: Int(info.st_mtim.tv_sec),
      modifiedNanoseconds: Int(info.st_mtim.tv_nsec), inode: UInt64(info.st_ino))
  }

  /// Which file it is, under whatever name.
  struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  /// The bytes of a plain file of at most `maximum` bytes.
  static func read(_ path: String, maximum: Int) throws(ReadError) -> [UInt8] {
    try readShared(path, maximum: maximum).bytes
  }

  /// The first bytes of a plain file, no more than `count`.
  static func beginning(of path: String, count: Int) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = unsafe max(0, readBytes(descriptor, buffer.baseAddress, 0, count))
    }
    return bytes
  }

  /// The same, and which file it is where it has more names than one.
  static func readShared(
    _ path: String, maximum: Int
  ) throws(ReadError) -> (bytes: [UInt8], shared: Identity?) {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw lastError() }
    defer { close(descriptor) }
    return try readShared(descriptor, maximum: maximum)
  }

  /// The bytes of an open file, which must be a plain one of at most `maximum` bytes.
  static func read(_ descriptor: Int32, maximum: Int) throws(ReadError) -> [UInt8] {
    try readShared(descriptor, maximum: maximum).bytes
  }

  private static func readShared(
    _ descriptor: Int32, maximum: Int
  ) throws(ReadError) -> (bytes: [UInt8], shared: Identity?) {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { throw lastError() }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard info.st_size <= maximum else { throw .tooLarge }
    // One byte more than expected, so that a file that grows is noticed.
    let capacity = Int(info.st_size) + 1
    var failure: ReadError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        let got = unsafe readBytes(descriptor, buffer.baseAddress, count, capacity - count)
        if got < 0 {
          if errno == EINTR { continue }
          failure = lastError()
          return
        }
        if got == 0 { return }
        count += got
      }
    }
    if let failure { throw failure }
    guard bytes.count < capacity else { throw .failed("it grew while it was read") }
    let identity = Identity(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))
    return (bytes, info.st_nlink > 1 ? identity : nil)
  }

  private static func readBytes(
    _ descriptor: Int32, _ base: UnsafeMutablePointer<UInt8>?, _ offset: Int, _ count: Int
  ) -> Int {
    guard let base = unsafe base else { return 0 }
    #if canImport(Glibc)
      return unsafe Glibc.read(descriptor, base + offset, count)
    #else
      return unsafe Darwin.read(descriptor, base + offset, count)
    #endif
  }

  /// Writes all bytes, in as many calls as it takes; `errno` says why it could not.
  static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe writeBytes(descriptor, base + written, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      written += count
    }
    return true
  }

  private static func writeBytes(
    _ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      return unsafe Glibc.write(descriptor, start, count)
    #else
      return unsafe Darwin.write(descriptor, start, count)
    #endif
  }

  static func lastError() -> ReadError {
    switch errno {
    case ENOENT, ENOTDIR: .missing
    case ELOOP: .notRegular
    default: .failed(errorMessage())
    }
  }

  /// What the last failed call said, in words.
  static func errorMessage() -> String {
    unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
  }

  static var workingFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// `path` without links: as the file system resolves as much of it as there is.
  static func resolved(_ path: String) -> String {
    if let real = unsafe realpath(path, nil) {
      defer { unsafe free(real) }
      return unsafe String(cString: real)
    }
    let parent = absolute("..", from: path)
    guard parent != path, let name = path.split(separator: "/").last else { return path }
    let folder = resolved(parent)
    return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }

  /// What a file holds, compared with `bytes`.
  enum Comparison { case missing, different, same }

  static func compare(_ path: String, with bytes: [UInt8]) -> Comparison {
    do {
      return try read(path, maximum: bytes.count) == bytes ? .same : .different
    } catch .missing {
      return .missing
    } catch {
      return .different
    }
  }

  /// `path` from `base` where it is relative, without `.`, `..` and doubled slashes.
  static func absolute(_ path: String, from base: String) -> String {
    var parts: [Substring] = []
    let whole = path.hasPrefix("/") ? path : base + "/" + path
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
