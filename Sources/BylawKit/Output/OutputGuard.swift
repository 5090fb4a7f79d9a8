#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What keeps a build from replacing anything but its own sites.
///
/// Paths are compared as the file system resolves them: neither a link nor another way to write a
/// folder's name leads into the sources.
enum OutputGuard {
  /// - Throws: ``OutputError`` where something that is not ours would be lost.
  static func check(_ path: String, workspace: String) throws(OutputError) {
    let target = FileSystem.resolved(path)
    let root = FileSystem.resolved(workspace)
    let content = ["policies", "site"].map { FileSystem.resolved("\(workspace)/\($0)") }
    let isAncestor = target == "/" || root == target || root.hasPrefix(target + "/")
    let isInside = content.contains { target == $0 || target.hasPrefix($0 + "/") }
    guard !isAncestor, !isInside else {
      throw OutputError(
        "\(path) holds the workspace or its sources, and building there would replace them",
        help: "Name a folder of its own with --output.")
    }
    guard FileSystem.exists(path) else { return }
    guard FileSystem.kind(of: path) == .folder else {
      throw OutputError("\(path) is not a folder", help: "Name another one with --output.")
    }
    let isOurs = FileSystem.exists("\(path)/\(OutputFolder.marker)")
    guard isOurs || isEmpty(path) else {
      throw OutputError(
        "\(path) was not made by bylaw, so it is not replaced",
        help: "Name another folder with --output, or remove this one yourself.")
    }
  }

  /// Whether nothing is in a folder, hidden files included.
  private static func isEmpty(_ path: String) -> Bool {
    guard let stream = unsafe opendir(path) else { return false }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      guard [".", ".."].contains(unsafe FileSystem.name(of: entry)) else { return false }
    }
    return true
  }
}
