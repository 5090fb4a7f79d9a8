internal import PolicyModel

/// Reads what `git cat-file --batch` writes, as it comes: `id type size`, a line feed, the bytes, and
/// a line feed.
struct BatchReader {
  let format: GitRepository.ObjectFormat
  /// What each object must be: `blob` or `commit`.
  let type: String
  /// Objects of more bytes are passed over.
  let limit: Int
  /// What was asked for, in order.
  let ids: [ObjectID]
  private(set) var objects: [ObjectID: [UInt8]] = [:]
  /// The sizes of those that are larger than ``limit``.
  private(set) var tooLarge: [ObjectID: Int] = [:]

  private var next = 0
  private var header: [UInt8] = []
  private var content: [UInt8] = []
  private var step = Step.header

  private enum Step {
    case header
    case content(left: Int)
    case passedOver(left: Int)
    case lineFeed
  }

  init(format: GitRepository.ObjectFormat, type: String, limit: Int, ids: [ObjectID]) {
    self.format = format
    self.type = type
    self.limit = limit
    self.ids = ids
    objects.reserveCapacity(ids.count)
  }

  /// Throws `damaged` for an object that is missing, of another type, or not what its id says.
  mutating func read(_ bytes: [UInt8]) throws(GitError) {
    var at = 0
    while at < bytes.count {
      switch step {
      case .header:
        let end = bytes[at...].firstIndex(of: 0x0A)
        header += bytes[at..<(end ?? bytes.count)]
        guard let end else { return }
        at = end + 1
        try begin()
      case .content(let left):
        let count = min(left, bytes.count - at)
        content += bytes[at..<(at + count)]
        at += count
        step = count == left ? .lineFeed : .content(left: left - count)
        if count == left { try keep() }
      case .passedOver(let left):
        let count = min(left, bytes.count - at)
        at += count
        step = count == left ? .lineFeed : .passedOver(left: left - count)
      case .lineFeed:
        at += 1
        next += 1
        step = .header
      }
    }
  }

  /// Throws `damaged` where an answer is missing.
  func finish() throws(GitError) {
    guard next == ids.count else { throw damaged(ids[next], "cannot be read") }
  }

  private mutating func begin() throws(GitError) {
    defer { header.removeAll(keepingCapacity: true) }
    guard next < ids.count else { throw GitError(.failed, "git answered more than it was asked") }
    let id = ids[next]
    let fields = header.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 3, fields[0] == id.hex, let size = Int(fields[2]), size >= 0 else {
      throw damaged(id, "is missing")
    }
    guard fields[1] == type else { throw damaged(id, "is a \(fields[1]), not a \(type)") }
    if size > limit {
      tooLarge[id] = size
      step = .passedOver(left: size)
    } else {
      content.reserveCapacity(size)
      step = .content(left: size)
      if size == 0 {
        step = .lineFeed
        try keep()
      }
    }
  }

  private mutating func keep() throws(GitError) {
    let id = ids[next]
    guard format.id(ofType: type, content) == id else {
      throw damaged(id, "does not contain what its id says")
    }
    objects[id] = content
    content = []
  }

  private func damaged(_ id: ObjectID, _ what: String) -> GitError {
    GitError(
      .damaged, "object \(id.short) \(what)", help: "Run `git fsck --full`, or clone again.")
  }
}
