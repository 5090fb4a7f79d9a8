import PolicySite

/// What a build leaves for the next one, so that pages whose sources did not change are neither
/// rendered nor written again.
struct BuildMemory: Sendable, Hashable {
  /// One policy's files.
  struct Pages: Sendable, Hashable {
    /// Stands for the policy's own texts and days.
    var source: String
    /// The policies for which the pages asked the index, and what stands for the answers.
    var lookups: [String]
    var answers: String
    /// Where they lie below the output folder.
    var files: FileList
    /// How many of them readers open.
    var pageCount: Int
    /// Of the files as they were written.
    var stamp: UInt64 = 0
  }

  /// Paths, kept as one text.
  struct FileList: Sendable, Hashable {
    var text: String

    init(text: String) { self.text = text }

    init(_ paths: [String]) { text = paths.joined(separator: ";") }

    var paths: [Substring] { text.utf8.split(separator: Self.separator).map(Substring.init) }

    var count: Int { text.isEmpty ? 0 : text.utf8.count { $0 == Self.separator } + 1 }

    private static let separator = UInt8(ascii: ";")
  }

  /// Stands for all that every page depends on.
  var surroundings: String
  /// By the policy's id.
  var policies: [String: Pages]
  /// The files that are of no policy.
  var shared: FileList
  var sharedStamp: UInt64 = 0
  /// Stand for the internal sentences that were looked for, those of each text together.
  var texts: Set<String>
  /// The words of internal sentences that were on a page, where they may be.
  var open: Set<InternalSentences.Sentence.Words>

  /// The files of an earlier build that this one does not have.
  func gone(since earlier: BuildMemory) -> [String] {
    let now = Set(policies.values.lazy.map(\.files).filter { !$0.text.isEmpty })
    var rest: Set<Substring> = []
    for files in [earlier.shared] + earlier.policies.values.map(\.files)
    where !now.contains(files) { rest.formUnion(files.paths) }
    guard !rest.isEmpty else { return [] }
    let known = Set(earlier.policies.values.lazy.map(\.files))
    rest.subtract(shared.paths)
    for files in now where !known.contains(files) { rest.subtract(files.paths) }
    return rest.map(String.init).sorted()
  }

  var fileCount: Int {
    policies.values.reduce(shared.count) { $0 + $1.files.count }
  }
}
