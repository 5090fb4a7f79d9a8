package import PolicyModel

extension GitRepository {
  /// Files by their ids.
  package struct Blobs: Sendable {
    package let bytes: [ObjectID: [UInt8]]
    /// The sizes in bytes of those over the limit, which are not in ``bytes``.
    package let tooLarge: [ObjectID: Int]

    package subscript(id: ObjectID) -> [UInt8]? { bytes[id] }
  }

  /// The bytes of files, none larger than `limit` bytes. One process for all, given ids only.
  ///
  /// Each is hashed again. Throws `damaged` where one is missing or is not what its id says.
  package func blobs(
    _ ids: some Sequence<ObjectID>, limit: Int = 4 << 20
  ) async throws(GitError) -> Blobs {
    let batch = try await batch(ids, type: "blob", limit: limit)
    return Blobs(bytes: batch.objects, tooLarge: batch.tooLarge)
  }

  /// One commit, read strictly. Throws as ``rawCommits(_:)``.
  package func rawCommit(_ id: ObjectID) async throws(GitError) -> CommitReading {
    guard let reading = try await rawCommits([id])[id] else {
      throw GitError(.damaged, "commit \(id.short) cannot be read")
    }
    return reading
  }

  /// Commits, read strictly. One process for all.
  ///
  /// Throws `damaged` where one is missing, and `tooLarge` for one of more than a mebibyte.
  package func rawCommits(
    _ ids: some Sequence<ObjectID>
  ) async throws(GitError) -> [ObjectID: CommitReading] {
    let batch = try await batch(ids, type: "commit", limit: 1 << 20)
    if let id = batch.tooLarge.keys.min() {
      throw GitError(.tooLarge, "commit \(id.short) is larger than 1 MiB")
    }
    return batch.objects.mapValues(CommitParser.read)
  }

  private func batch(
    _ ids: some Sequence<ObjectID>, type: String, limit: Int
  ) async throws(GitError) -> BatchReader {
    var seen: Set<ObjectID> = []
    let ids = ids.filter { seen.insert($0).inserted }
    var reader = BatchReader(format: objectFormat, type: type, limit: limit, ids: ids)
    guard !ids.isEmpty else { return reader }
    var process = git(
      ["cat-file", "--batch", "--buffer"], input: Array(ids.map { $0.hex + "\n" }.joined().utf8))
    process.outputLimit = 8 << 30
    let ending = try await process.run { (bytes) throws(GitError) in try reader.read(bytes) }
    try reader.finish()
    guard ending.status == 0 else { throw process.failure(ending) }
    return reader
  }
}
