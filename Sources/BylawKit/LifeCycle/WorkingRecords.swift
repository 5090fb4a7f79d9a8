import PolicyModel
import PolicyReading

/// The records of a policy as they lie in the working tree.
enum WorkingRecords {
  static func folder(of policy: String) -> String { "policies/signoffs/\(policy)" }

  /// Those that history knows keep the commit that added them: `landed`. `blob` names a file as git
  /// would.
  static func load(
    _ root: String, policy: String, landed: [RecordFile], blob: ([UInt8]) -> ObjectID?
  ) -> [RecordFile] {
    let folder = "\(root)/\(folder(of: policy))"
    let entries = (try? FileSystem.entries(of: folder)) ?? []
    return entries.compactMap { entry in
      guard entry.kind == .file, entry.name.hasSuffix(".signoff"),
        let bytes = try? FileSystem.read(
          "\(folder)/\(entry.name)", maximum: FileChecks.maximumSize),
        let id = blob(bytes)
      else { return nil }
      if let known = landed.first(where: { $0.name == entry.name && $0.blob == id }) {
        return known
      }
      return RecordShelf.file(.init(name: entry.name, blob: id), bytes)
    }
  }
}
