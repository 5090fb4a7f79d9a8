import CommonMark
import PolicyHistory
import PolicyModel
import PolicyReading

/// Where a workspace lay before a branch moved it.
enum FormerPlaces {
  /// The `bylaw.yml` of the base that the branch takes away, or that names the same workspace, from the
  /// top of the repository; none where the base has one at this place.
  static func find(
    _ base: ObjectID, _ head: ObjectID, in repository: GitRepository
  ) async throws -> [String] {
    guard try await repository.tree(at: base, paths: ["bylaw.yml"]).isEmpty,
      let own = try await repository.tree(at: head, paths: ["bylaw.yml"]).first
    else { return [] }
    let old = try await repository.files(named: "bylaw.yml", at: base)
    guard !old.isEmpty else { return [] }
    let kept = Set(try await repository.files(named: "bylaw.yml", at: head).map(\.path))
    let blobs = try await repository.blobs(
      old.map(\.id) + [own.id], limit: FileChecks.maximumSize
    ).bytes
    func name(_ blob: ObjectID) -> String? {
      blobs[blob].flatMap {
        WorkspaceReader.read(
          SourceFile(path: "bylaw.yml", text: SourceText($0)), ignoresUnknownKeys: true
        ).workspace?.id
      }
    }
    let now = name(own.id)
    return old.filter { !kept.contains($0.path) || (now != nil && name($0.id) == now) }
      .map(\.path).sorted()
  }
}
