internal import CFileExchange

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

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
    try OutputGuard.check(path, workspace: workspace)
    let parent = FileSystem.absolute("..", from: path)
    try OutputFiles.makeFolder(parent)
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    lock = try Self.lock(Self.lockPath(path), path)
    staging = "\(parent)/.\(name).bylaw-\(getpid())"
    let journal = OutputJournal(of: path)
    do throws(OutputError) {
      if journal.exists { try journal.finish() }
    } catch {
      close(lock)
      throw error
    }
    Self.sweep(parent, prefix: ".\(name).bylaw-")
    guard unsafe mkdir(staging, 0o777) == 0 else {
      throw OutputError("\(staging) cannot be made: \(FileSystem.errorMessage())")
    }
  }

  /// Puts the staging folder in the place of the old one.
  ///
  /// - Parameters:
  ///   - stamp: what it was made from; `nil` where that should be looked at again.
  ///   - pages: how many pages it holds.
  ///   - memory: what the next build may keep of it.
  /// - Returns: How many files the old folder held.
  /// - Throws: ``OutputError`` where the old folder is still there, whole.
  func commit(
    stamp: InputStamp?, pages: Int, memory: BuildMemory? = nil
  ) async throws(OutputError) -> Int {
    var old = 0
    forget()
    try OutputFiles.write(
      "\(staging)/\(Self.marker)",
      Array("Made by bylaw: this folder is replaced as a whole.\n".utf8))
    if FileSystem.exists(path) {
      guard exchange() else {
        throw OutputError("\(path) cannot be replaced: \(FileSystem.errorMessage())")
      }
      let isMarked = FileSystem.exists("\(staging)/\(Self.marker)")
      old = OutputFiles.remove(staging) - (isMarked ? 1 : 0)
    } else if unsafe rename(staging, path) != 0 {
      throw OutputError("\(path) cannot be made: \(FileSystem.errorMessage())")
    }
    remember(stamp, pages: pages, await memory?.stamped(in: path))
    close(lock)
    return old
  }

  /// Puts the files of the staging folder in the places of the old ones, and removes those that are
  /// gone; all others stay as they are. Of the policies in `kept` no file changed.
  func commitChanges(
    gone: [String], stamp: InputStamp?, pages: Int, memory: BuildMemory, kept: Set<String>
  ) async throws(OutputError) {
    forget()
    let journal = OutputJournal(of: path)
    try journal.begin(staging, gone: gone)
    try journal.finish()
    remember(stamp, pages: pages, await memory.stamped(in: path, keeping: kept))
    close(lock)
  }

  /// What a folder was made from stands in its lock file, beside it: the folder itself holds nothing
  /// that differs between two machines.
  private func remember(_ stamp: InputStamp?, pages: Int, _ memory: BuildMemory?) {
    let first = stamp.map { "\($0) \(pages)" } ?? "-"
    let rest = memory.map { "\n" + $0.text } ?? ""
    _ = FileSystem.writeAll(lock, Array((first + rest).utf8))
  }

  /// Where a build is interrupted, the next one makes everything anew.
  private func forget() {
    _ = ftruncate(lock, 0)
    _ = lseek(lock, 0, SEEK_SET)
  }

  /// What the last build remembered, where the folder is still as it left it.
  func memory() async -> BuildMemory? {
    guard FileSystem.exists("\(path)/\(Self.marker)"),
      let bytes = try? FileSystem.read(lock, maximum: 1 << 30)
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.firstIndex(of: "\n"),
      let memory = BuildMemory(text: text[text.index(after: end)...])
    else { return nil }
    return await memory.stamped(in: path) == memory ? memory : nil
  }

  /// Carries out what an interrupted build had begun to change, and removes what it left, before
  /// anything is looked at: also where nothing is to be built.
  static func finishInterrupted(_ path: String) throws(OutputError) {
    let journal = OutputJournal(of: path)
    let parent = FileSystem.absolute("..", from: path)
    let prefix = ".\(path.split(separator: "/").last.map(String.init) ?? "").bylaw-"
    guard journal.exists || !leftovers(parent, prefix: prefix).isEmpty else { return }
    let lock = try lock(lockPath(path), path)
    defer { close(lock) }
    if journal.exists { try journal.finish() }
    sweep(parent, prefix: prefix)
  }

  /// How many pages the folder at `path` holds, where it was made from what `stamp` stands for, and
  /// nothing since; `nil` where it is to be made again.
  static func pagesUpToDate(_ path: String, _ stamp: InputStamp) -> Int? {
    guard FileSystem.exists("\(path)/\(marker)"),
      !OutputJournal(of: path).exists,
      let bytes = FileSystem.beginning(of: lockPath(path), count: 64)
    else { return nil }
    let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    let words = line.split(separator: " ")
    guard words.count == 2, words[0] == stamp.description else { return nil }
    return Int(words[1])
  }

  private static func lockPath(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return FileSystem.absolute("..", from: path) + "/.\(name).bylaw-lock"
  }

  func discard() {
    OutputFiles.remove(staging)
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

  /// Removes what a build that was interrupted left behind; the lock says that none is running.
  static func sweep(_ parent: String, prefix: String) {
    for name in leftovers(parent, prefix: prefix) { OutputFiles.remove("\(parent)/\(name)") }
  }

  /// What builds make beside their output while they run.
  private static func leftovers(_ parent: String, prefix: String) -> [String] {
    guard let stream = unsafe opendir(parent) else { return [] }
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
    return stale
  }
}
