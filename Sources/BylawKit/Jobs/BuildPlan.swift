import PolicyModel
import PolicyProjection
import PolicySite

/// Which policies' pages a build leaves as an earlier one wrote them.
struct BuildPlan: Sendable {
  /// What the earlier build left; `nil` where everything is made anew.
  let earlier: BuildMemory?
  /// The ids of the policies whose files are there already, and still true.
  let kept: Set<String>
  let surroundings: String
  /// What stands for each entry of the publication, in its order.
  let sources: [String]

  /// `earlier` is what the last build left, of the output as it is there.
  init(_ job: BuildJob, options: [String], earlier: BuildMemory?) async {
    surroundings = PageSources.surroundings(of: job, options: options)
    let sources = await concurrentMap(job.publication.entries) { PageSources.entry($0) }
    self.sources = sources
    guard let earlier, earlier.surroundings == surroundings else {
      self.earlier = nil
      kept = []
      return
    }
    let index = PublishedIndex(job.publication)
    let items = Array(zip(job.publication.entries, sources))
    let found = await concurrentMap(items) { entry, source in
      Self.isKept(earlier.policies[entry.policy.id], source, index)
    }
    let ids = Set(zip(items, found).lazy.filter(\.1).map(\.0.0.policy.id))
    // Where much changed, a whole new folder is made as fast, and exchanged in one step.
    let isWorthIt = ids.count * 4 >= items.count * 3
    self.earlier = isWorthIt ? earlier : nil
    kept = isWorthIt ? ids : []
  }

  var keptFileCount: Int {
    kept.reduce(0) { $0 + (earlier?.policies[$1]?.files.count ?? 0) }
  }

  private static func isKept(
    _ pages: BuildMemory.Pages?, _ source: String, _ index: PublishedIndex
  ) -> Bool {
    guard let pages, pages.source == source else { return false }
    return PageSources.answers(pages.lookups, in: index) == pages.answers
  }
}
