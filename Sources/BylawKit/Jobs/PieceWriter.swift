import PolicyModel
import PolicyProjection
import PolicySite

/// Makes the files of one policy after the other, looks each of them over, and writes it.
struct PieceWriter: Sendable {
  let builder: SiteBuilder
  let leakGuard: LeakGuard
  let plan: BuildPlan?
  /// For files that are kept; `nil` where they need not be looked at again.
  let keptGuard: LeakGuard?
  let read: @Sendable (String) -> [UInt8]?
  let write: @Sendable (SiteKind, OutputFile) throws -> Void

  func piece(_ entry: Publication.Entry, source: String?) -> BuildPiece {
    var piece = BuildPiece()
    let id = entry.policy.id
    if let plan, plan.kept.contains(id), let pages = plan.earlier?.policies[id] {
      add(builder.output(of: entry, withFiles: false), to: &piece)
      keep(pages, &piece)
      piece.pages = [(id, pages)]
      return piece
    }
    guard let source else {
      add(builder.output(of: entry), to: &piece)
      return piece
    }
    let lookups = PublishedIndex.Lookups()
    add(builder.output(of: entry, noting: lookups), to: &piece)
    let names = lookups.sorted
    let pages = BuildMemory.Pages(
      source: source, lookups: names,
      answers: PageSources.answers(names, in: builder.context.published),
      files: .init(piece.paths), pageCount: piece.pageCount)
    piece.paths = []
    piece.pages = [(id, pages)]
    return piece
  }

  func add(_ output: SiteBuilder.PolicyOutput, to piece: inout BuildPiece) {
    piece.listings += output.listings
    piece.searchEntries += output.searchEntries
    add(output.files, to: &piece)
  }

  func add(_ files: [(site: SiteKind, file: OutputFile)], to piece: inout BuildPiece) {
    for (site, file) in files {
      if site == .help { look(at: file, leakGuard, &piece) }
      guard piece.error == nil else { return }
      do { try write(site, file) } catch { piece.error = error }
      piece.fileCount += 1
      if file.isPage { piece.pageCount += 1 }
      if plan != nil { piece.paths.append("\(site.rawValue)/\(file.path)") }
    }
  }

  private func keep(_ pages: BuildMemory.Pages, _ piece: inout BuildPiece) {
    piece.fileCount += pages.files.count
    piece.pageCount += pages.pageCount
    guard let keptGuard else { return }
    let folder = SiteKind.help.rawValue + "/"
    for path in pages.files.paths where path.hasPrefix(folder) {
      guard let bytes = read(String(path)) else {
        piece.error = OutputError("\(path) is gone from the output", help: "Try again.")
        return
      }
      look(at: OutputFile(String(path.dropFirst(folder.count)), bytes), keptGuard, &piece)
    }
  }

  private func look(at file: OutputFile, _ leakGuard: LeakGuard, _ piece: inout BuildPiece) {
    let findings = leakGuard.findings(in: file)
    piece.leaks += findings.leaks
    piece.open.formUnion(findings.open)
  }
}
