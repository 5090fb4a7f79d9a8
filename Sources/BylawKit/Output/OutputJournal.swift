#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What is about to change in an output folder: a folder beside it that holds the new files where they
/// will lie, and a list of those that go.
///
/// It gets its name in one step, once it is complete. From then on it is carried out to its end, by this
/// build or by the next one to start; before that it is nothing.
struct OutputJournal {
  /// Within the journal; no site has this name.
  static let goneList = ".gone"

  let path: String
  let output: String

  init(of output: String) {
    self.output = output
    let name = output.split(separator: "/").last.map(String.init) ?? ""
    path = FileSystem.absolute("..", from: output) + "/.\(name).bylaw-journal"
  }

  var exists: Bool { FileSystem.exists(path) }

  /// Makes a folder of changes the journal.
  func begin(_ changes: String, gone: [String]) throws(OutputError) {
    try OutputFiles.write("\(changes)/\(Self.goneList)", Array(gone.joined(separator: "\n").utf8))
    guard unsafe rename(changes, path) == 0 else {
      throw OutputError("\(path) cannot be made: \(FileSystem.errorMessage())")
    }
  }

  /// Carries out what is left of it. Each file is the old one or the new one at any time, and readers
  /// find what a new page names, as what goes does so last.
  func finish() throws(OutputError) {
    // Without its folder, or in one that is not ours, there is nothing to carry on with.
    if FileSystem.exists("\(output)/\(OutputFolder.marker)") {
      let list = (try? FileSystem.read("\(path)/\(Self.goneList)", maximum: .max - 1)) ?? []
      try move("", onlyNew: true)
      try move("", onlyNew: false)
      for gone in String(decoding: list, as: UTF8.self).split(separator: "\n") {
        remove(gone)
      }
    }
    OutputFiles.remove(path)
  }

  private func move(_ folder: String, onlyNew: Bool) throws(OutputError) {
    let entries: [FileSystem.Entry]
    do {
      entries = try FileSystem.entries(of: path + folder)
    } catch {
      throw OutputError("\(path) cannot be read: \(PolicyFiles.words(error))")
    }
    for entry in entries {
      let name = "\(folder)/\(entry.name)"
      if entry.kind == .folder {
        try move(name, onlyNew: onlyNew)
      } else if !onlyNew || !FileSystem.exists(output + name) {
        try OutputFiles.makeFolder(FileSystem.absolute("..", from: output + name))
        guard unsafe rename(path + name, output + name) == 0 else {
          throw OutputError(
            "\(output + name) cannot be replaced: \(FileSystem.errorMessage())",
            help: "Remove \(output), and build again.")
        }
      }
    }
  }

  /// A file, and the folders that are empty without it.
  private func remove(_ name: Substring) {
    guard !name.split(separator: "/").contains("..") else { return }
    _ = unsafe unlink("\(output)/\(name)")
    var folder = name
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      guard folder.contains("/"), unsafe rmdir("\(output)/\(folder)") == 0 else { return }
    }
  }
}
