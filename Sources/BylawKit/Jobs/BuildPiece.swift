import PolicySite

/// What is left of one policy's output once its files are written.
struct BuildPiece: Sendable {
  var fileCount = 0
  var pageCount = 0
  var listings: [MessageListing] = []
  var searchEntries: [(site: SiteKind, entry: SearchEntry)] = []
  var leaks: [LeakGuard.Leak] = []
  /// The words of internal sentences that the files may hold.
  var open: Set<InternalSentences.Sentence.Words> = []
  /// Where the files lie below the output folder.
  var paths: [String] = []
  /// What the next build is told of each policy.
  var pages: [(id: String, pages: BuildMemory.Pages)] = []
  var error: (any Error)?

  /// All but the paths.
  mutating func add(_ piece: BuildPiece) {
    fileCount += piece.fileCount
    pageCount += piece.pageCount
    listings += piece.listings
    searchEntries += piece.searchEntries
    leaks += piece.leaks
    open.formUnion(piece.open)
    pages += piece.pages
    if error == nil { error = piece.error }
  }

  static func joined(_ pieces: [BuildPiece]) -> BuildPiece {
    pieces.reduce(into: BuildPiece()) { $0.add($1) }
  }
}
