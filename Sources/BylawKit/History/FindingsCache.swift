internal import Foundation
import PolicyHistory
import PolicyModel
import PolicyProjection

/// A finding that is true on some days.
struct DatedFinding: Codable {
  var overdue: Overdue
  var finding: Finding
}

/// What a check of the history found at one commit, kept in the git directory: an unchanged history is
/// not judged again. What cannot be read is no cache.
struct FindingsCache: Codable {
  /// Another form of any value in here is another number.
  static let format = 7

  /// All on which the findings depend, apart from the day.
  struct Key: Codable, Hashable {
    var format = FindingsCache.format
    /// The rules are the program's.
    var program: String
    var commit: ObjectID
    var prefix: String
    var timeZone: String
    /// The pages of the workspace's own, to which texts may link.
    var pages: [String]

    /// `nil` where the program cannot tell which one it is.
    init?(_ repository: GitRepository, commit: ObjectID, checked: CheckedWorkspace) {
      guard let program = FileSystem.stamp(of: "/proc/self/exe", following: true) else {
        return nil
      }
      self.program = "\(program)"
      self.commit = commit
      prefix = repository.prefix
      timeZone = checked.folder.settings.organization.timeZone
      pages = checked.theme.pageNames
    }
  }

  var key: Key
  /// The day of the last landing: on an earlier day that landing would count as of that day.
  var lastDay: CalendarDate
  var findings: [Finding]
  var unused: [Lifecycle.Acknowledged]
  /// What becomes overdue as the days go by.
  var dated: [DatedFinding]

  static func load(
    _ key: Key, in repository: GitRepository, today: CalendarDate
  ) -> FindingsCache? {
    guard let data = FileManager.default.contents(atPath: repository.cachePath("findings")),
      let cache = try? JSONDecoder().decode(FindingsCache.self, from: data),
      cache.key == key, cache.lastDay <= today
    else { return nil }
    return cache
  }

  /// A cache that cannot be written is missed the next time, and nothing else.
  func store(in repository: GitRepository) {
    let path = repository.cachePath("findings")
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try? JSONEncoder().encode(self).write(to: URL(filePath: path), options: .atomic)
  }
}
