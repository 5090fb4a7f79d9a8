/// Tells whether files of the output are still as a build left them: a sum over the name, size, time and
/// inode of each, and of the folders in which they lie, so that nothing was added either.
enum OutputStamps {
  /// `nil` where one of them is missing, or something else than it was.
  static func sum(of files: BuildMemory.FileList, in output: String) -> UInt64? {
    var sum: UInt64 = 0
    var folder: Substring = ""
    for path in files.paths {
      guard let stamp = FileSystem.stamp(of: "\(output)/\(path)") else { return nil }
      sum &+= value(path, stamp)
      guard let slash = path.lastIndex(of: "/"), path[..<slash] != folder else { continue }
      folder = path[..<slash]
      guard let folders = Self.sum(ofFolders: folder, in: output) else { return nil }
      sum &+= folders
    }
    return sum
  }

  /// Of a folder and those above it within the output. Some are counted more than once.
  private static func sum(ofFolders folder: Substring, in output: String) -> UInt64? {
    var sum: UInt64 = 0
    var folder = folder
    while true {
      guard let slash = folder.lastIndex(of: "/") else { return sum }
      guard let stamp = FileSystem.folderStamp(of: "\(output)/\(folder)") else { return nil }
      sum &+= value(folder, stamp)
      folder = folder[..<slash]
    }
  }

  /// Of the folders that all policies share: the outermost one of each site, and what holds them.
  static func sum(ofSites sites: [String], in output: String) -> UInt64? {
    var sum: UInt64 = 0
    for site in sites + ["."] {
      guard let stamp = FileSystem.folderStamp(of: "\(output)/\(site)") else { return nil }
      sum &+= value(site[...], stamp)
    }
    return sum
  }

  private static func value(_ path: Substring, _ stamp: FileSystem.Stamp) -> UInt64 {
    var digest = Digest()
    digest.add(path)
    digest.add(stamp)
    return digest.value
  }
}

extension BuildMemory {
  /// The same memory, of the files as they are now; `nil` where one is missing. The stamps of the
  /// policies in `kept` stay: where somebody touched their files since, the next build is to see it.
  func stamped(in output: String, keeping kept: Set<String> = []) async -> BuildMemory? {
    let all = Array(policies.filter { !kept.contains($0.key) })
    let stamps = await concurrentMap(all) { OutputStamps.sum(of: $0.value.files, in: output) }
    var memory = self
    for ((id, _), stamp) in zip(all, stamps) {
      guard let stamp else { return nil }
      memory.policies[id]?.stamp = stamp
    }
    guard let own = OutputStamps.sum(of: shared, in: output),
      let sites = OutputStamps.sum(
        ofSites: Set(shared.paths.compactMap(Self.site(of:))).sorted(), in: output)
    else { return nil }
    memory.sharedStamp = own &+ sites
    return memory
  }

  private static func site(of path: Substring) -> String? {
    path.split(separator: "/").first.map(String.init)
  }
}
