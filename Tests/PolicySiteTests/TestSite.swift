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
  /// The released versions of the first policy, oldest first; empty for a preview.
  var releases: [Release] = []
  var retired: Publication.Retired?

  struct Release {
    var number: Int
    var text: String
    var from: CalendarDate
    var until: CalendarDate?
    var amended: [CalendarDate] = []
  }

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
    guard !releases.isEmpty else {
      return Publication(workspace: workspace, policies: read, common: shared, today: today)
    }
    let others = read.dropFirst().filter { $0.facts.stage?.value == .iteration }
    return Publication(
      workspace: workspace,
      entries: [try entry(reader)] + others.map { .init(policy: $0, isUpcoming: false) },
      common: shared, today: today)
  }

  /// What binds today, else the next one, with all versions.
  private func entry(_ reader: PolicyReader) throws -> Publication.Entry {
    let versions = try releases.map { release in
      let file = SourceFile(path: "policies/0.md", text: SourceText(release.text))
      let policy = try #require(reader.read(file).policy)
      #expect(policy.facts.version?.value == release.number)
      return Publication.Version(
        number: release.number, policy: policy, from: release.from, until: release.until,
        amended: release.amended)
    }
    let inForce = versions.last { $0.from <= today }
    return Publication.Entry(
      policy: try #require(inForce ?? versions.first).policy, isUpcoming: inForce == nil,
      versions: versions, retired: retired)
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
