import PolicyHistory

/// Notices that what a preview shows may have changed: a file of the workspace, or what HEAD is. It reads
/// a few small files and starts no git, so that it can look often.
package struct InputWatch: Sendable {
  /// Where the workspace is looked for.
  private let start: String
  private let head: HeadWatch

  static func open(_ start: String, root: String) async -> InputWatch {
    InputWatch(start: start, head: await HeadWatch.open(root))
  }

  /// `nil` where the workspace is not there at the moment.
  package func stamp() -> InputStamp? {
    (try? WorkspaceFolder.root(from: start)).map { InputStamp(of: $0, options: [head.mark]) }
  }
}

/// What HEAD stands for, by the files in which git keeps it.
struct HeadWatch: Sendable {
  private let root: String
  /// The folder of this working tree's HEAD, and the one that all working trees share; empty where
  /// there is no repository yet, or git cannot tell.
  private let folders: [String]

  static func open(_ root: String) async -> HeadWatch {
    do {
      guard let repository = try await GitRepository.find(containing: root) else {
        return HeadWatch(root: root, folders: [])
      }
      return HeadWatch(
        root: root,
        folders: [repository.gitDirectory, try await repository.commonDirectory()])
    } catch {
      // The build says what is wrong, and the next one looks again.
      return HeadWatch(root: root, folders: [])
    }
  }

  /// The same text as long as HEAD stands for the same commit.
  var mark: String {
    guard let own = folders.first else { return repositoryAround(root) ?? "" }
    var mark = text("\(own)/HEAD") ?? ""
    // A branch can stand for another one, and two for each other.
    var value = mark
    for _ in 0..<5 {
      guard value.hasPrefix("ref: refs/"), !value.contains("..") else { break }
      let name = value.dropFirst("ref: ".count)
      guard let next = folders.lazy.compactMap({ text("\($0)/\(name)") }).first else {
        mark += "\n" + packed
        break
      }
      value = next
      mark += "\n" + value
    }
    return mark
  }

  /// Branches that have no file of their own.
  private var packed: String {
    var digest = Digest()
    for folder in folders {
      digest.add(file: folder + "/packed-refs", "packed-refs")
      digest.add(text(folder + "/reftable/tables.list") ?? "")
    }
    return digest.hexadecimal
  }

  private func text(_ path: String) -> String? {
    guard let bytes = try? FileSystem.read(path, maximum: 64 * 1024) else { return nil }
    return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }

  private func repositoryAround(_ folder: String) -> String? {
    var folder = folder
    while true {
      if FileSystem.exists(folder + "/.git/HEAD") { return folder }
      guard folder != "/" else { return nil }
      folder = FileSystem.absolute("..", from: folder)
    }
  }
}
