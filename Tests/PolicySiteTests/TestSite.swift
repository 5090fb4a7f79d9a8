import CommonMark
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules
import PolicySite
import Testing

/// The sites of a workspace in memory.
struct TestSite {
  var settings = SoundSample.settings
  var policies = [SoundSample.policy, SoundSample.neighbour]
  var common: String? = SoundSample.common
  var theme: [String: [UInt8]] = [:]
  var today = SoundSample.today

  init() {}

  func publication() throws -> Publication {
    let source = SourceFile(path: "bylaw.yml", text: SourceText(settings))
    let workspace = try #require(WorkspaceReader.read(source).workspace)
    let reader = PolicyReader(headings: HeadingTable(headings: workspace.headings))
    let read = policies.enumerated().compactMap { index, text in
      reader.read(SourceFile(path: "policies/\(index).md", text: SourceText(text))).policy
    }
    let shared = common.flatMap {
      reader.read(
        SourceFile(path: SoundSample.commonPath, text: SourceText($0)), as: .common
      ).policy
    }
    return Publication(workspace: workspace, policies: read, common: shared, today: today)
  }

  func context() throws -> SiteContext {
    let publication = try publication()
    return SiteContext(
      theme: try SiteTheme(replacing: theme), publication: publication,
      published: PublishedIndex(publication), isPortable: false)
  }

  /// Every file of all three sites as text: `help/index.html`.
  func files() throws -> [String: String] {
    let builder = SiteBuilder(
      context: try context(), publication: try publication(), sites: Set(SiteKind.allCases))
    var outputs = try publication().entries.map { builder.output(of: $0) }
    outputs.append(builder.commonMessages([]))
    var files = outputs.flatMap(\.files)
    let entries = outputs.flatMap(\.searchEntries)
    var indexes: [SiteKind: [OutputFile]] = [:]
    for site in SiteKind.allCases {
      indexes[site] = SearchIndex.files(for: entries.filter { $0.site == site }.map(\.entry))
        .map { OutputFile($0.path, $0.bytes) }
    }
    files += builder.sharedFiles(listings: outputs.flatMap(\.listings), indexes: indexes)
    return Dictionary(
      files.map {
        ("\($0.site.rawValue)/\($0.file.path)", String(decoding: $0.file.bytes, as: UTF8.self))
      },
      uniquingKeysWith: { first, _ in first })
  }
}
