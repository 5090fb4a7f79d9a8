internal import Foundation
import PolicyHistory
import PolicyModel
import PolicyProjection

/// The state of the fold at one commit, kept in the git directory so that an unchanged history is not
/// folded again. It depends on the commit and on nothing else; what cannot be read is no cache.
struct HistoryCache: Codable {
  /// Another form of any value in here, of the digests or of the judgement is another number.
  static let format = 7

  var format = Self.format
  var commit: ObjectID
  var prefix: String
  /// The day of the last landing: on an earlier day that landing would count as of that day.
  var lastDay: CalendarDate
  var revocations: Revocations
  var lines: [String: PolicyLine]

  static func load(
    of commit: ObjectID, in repository: GitRepository, today: CalendarDate
  ) -> HistoryCache? {
    // The first line says of which commit the rest is: of another one it need not be read.
    let line = Array((commit.hex + "\n").utf8)
    let path = path(repository)
    guard FileSystem.beginning(of: path, count: line.count) == line,
      let data = FileManager.default.contents(atPath: path),
      let cache = try? JSONDecoder().decode(
        HistoryCache.self, from: data.dropFirst(line.count)),
      cache.format == format, cache.commit == commit, cache.prefix == repository.prefix,
      cache.lastDay <= today
    else { return nil }
    return cache
  }

  /// A cache that cannot be written is missed the next time, and nothing else.
  func store(in repository: GitRepository) {
    let path = Self.path(repository)
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    guard let rest = try? JSONEncoder().encode(self) else { return }
    let data = Data((commit.hex + "\n").utf8) + rest
    try? data.write(to: URL(filePath: path), options: .atomic)
  }

  private static func path(_ repository: GitRepository) -> String {
    repository.cachePath("history")
  }
}

extension GitRepository {
  /// Where something about the workspace is kept for the next run.
  func cachePath(_ kind: String) -> String {
    let name = prefix.utf8.map { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        ? String(UnicodeScalar(byte)) : "_\(byte)_"
    }.joined()
    return "\(gitDirectory)/bylaw/\(kind)\(name.isEmpty ? "" : "-" + name).json"
  }
}
