import PolicyHistory
import PolicyModel

/// The files of a workspace that matter to its history, in one tree.
struct WorkspaceTree {
  /// By path from the workspace's root. Links and submodules are not files.
  private(set) var files: [String: ObjectID] = [:]
  /// The policy that each policy file gives itself out to be.
  private(set) var ids: [String: String] = [:]
  private(set) var paths: [String: Set<String>] = [:]
  /// By policy and name.
  private(set) var records: [String: [String: RecordFile]] = [:]

  var settings: ObjectID? { files["bylaw.yml"] }
  var signers: ObjectID? { files["policies/signoffs/allowed_signers"] }
  var revoked: ObjectID? { files["policies/signoffs/revoked_keys"] }
  var common: ObjectID? { files["policies/common.md"] }

  mutating func put(_ path: String, _ entry: TreeEntry?) {
    files[path] = entry.flatMap { $0.mode.isFile ? $0.id : nil }
  }

  mutating func name(_ path: String, _ id: String?) {
    if let old = ids[path] { paths[old]?.remove(path) }
    ids[path] = id
    if let id { paths[id, default: []].insert(path) }
  }

  mutating func put(_ record: RecordFile?, named name: String, of policy: String) {
    records[policy, default: [:]][name] = record
  }

  func records(of policy: String) -> [RecordFile] {
    (records[policy] ?? [:]).values.sorted { $0.name < $1.name }
  }
}
