internal import Synchronization

/// Counts what a build changes: each file is compared with the one that it will replace.
final class Tally: Sendable {
  /// The folder of the last build; `nil` where there is none.
  private let folder: String?
  private let new = Atomic<Int>(0)
  private let changed = Atomic<Int>(0)
  private let same = Atomic<Int>(0)

  init(_ folder: String) {
    self.folder = FileSystem.exists(folder) ? folder : nil
  }

  /// Files that stay as they are.
  func keep(_ count: Int) { same.add(count, ordering: .relaxed) }

  /// Whether the file is other than it was.
  @discardableResult
  func count(_ path: String, _ bytes: [UInt8]) -> Bool {
    let comparison = folder.map { FileSystem.compare("\($0)/\(path)", with: bytes) } ?? .missing
    switch comparison {
    case .missing: new.add(1, ordering: .relaxed)
    case .different: changed.add(1, ordering: .relaxed)
    case .same: same.add(1, ordering: .relaxed)
    }
    return comparison != .same
  }

  /// What changed, where the folder of the last build held `old` files.
  func changes(old: Int) -> BuildJob.Changes {
    let changed = changed.load(ordering: .relaxed)
    return BuildJob.Changes(
      new: new.load(ordering: .relaxed), changed: changed,
      gone: max(0, old - changed - same.load(ordering: .relaxed)))
  }
}
