import CommonMark
import PolicyModel
import PolicyReading
package import PolicySite

/// What a build says when it has ended: its last line has the pages, the time and what changed.
package enum BuildReport {
  package static func text(
    _ result: BuildJob.Result, output: String, sites: Set<SiteKind>, took: Duration
  ) -> String {
    var out = ""
    if result.policyCount == 0 { out += empty(result) }
    out += unseen(result.unseen)
    if let end = result.validUntil {
      out += "True until \(end.date.inWords), when \(end.reason): build again then.\n"
    }
    for site in SiteKind.allCases where sites.contains(site) {
      out += "Serve \(site.rawValue)/ with: Content-Security-Policy: "
      out += site.contentSecurityPolicy + "\n"
    }
    out += "Built \(counted(result.policyCount, "policy", "policies")) into "
    out += "\(counted(result.pageCount, "page", "pages")) in \(output), \(seconds(took)) s: "
    out += "\(words(result.changes ?? .init())).\n"
    return out
  }

  /// Why no policy is on the sites.
  private static func empty(_ result: BuildJob.Result) -> String {
    result.hasHistory
      ? "No policy is published: none is in iteration with all of its words approved. `bylaw list` "
        + "shows where each stands.\n"
      : "No policy is published: nothing is committed to git here, so nobody's approval is known.\n"
  }

  /// What an approval that was lost, or never came, keeps from readers.
  private static func unseen(_ policies: [String]) -> String {
    guard !policies.isEmpty else { return "" }
    let names = policies.prefix(8).map { TerminalText.safe($0) }.joined(separator: ", ")
    let more = policies.count > 8 ? " and \(policies.count - 8) more" : ""
    return "Readers see nothing of \(names)\(more): in iteration, and not approved.\n"
  }

  /// The line of a build that had nothing to do.
  package static func text(unchanged pages: Int, output: String, took: Duration) -> String {
    "\(counted(pages, "page", "pages")) in \(output), \(seconds(took)) s: nothing changed.\n"
  }

  private static func words(_ changes: BuildJob.Changes) -> String {
    guard changes != .init() else { return "no file changed" }
    return "\(counted(changes.new, "file", "files")) new, \(changes.changed) changed, "
      + "\(changes.gone) gone"
  }

  /// Why nothing was built.
  package static func text(_ obstacle: CheckedWorkspace.Obstacle) -> String {
    let reason =
      switch obstacle {
      case .common: "every page inherits from policies/common.md"
      case .theme: "every page is made with what stands in site/"
      case .policies: "policies/ cannot be read"
      }
    return "Nothing was published: \(reason).\n"
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  private static func seconds(_ duration: Duration) -> String {
    let hundredths =
      duration.components.seconds * 100
      + duration.components.attoseconds / 10_000_000_000_000_000
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// Internal words that were about to be published, with both places.
package enum LeakReport {
  package static func text(_ leaks: [LeakGuard.Leak], _ checked: CheckedWorkspace) -> String {
    var out = "Nothing was published: what the help site would say is internal.\n"
    for leak in leaks.prefix(20) {
      switch leak {
      case .address(let address, let page):
        out += "  \(page): the address \(address)\n"
        out += "    Take it out of the text or the template that brings it.\n"
      case .sentence(let sentence, let page):
        let reading = checked.files.readings.first { $0.source.path == sentence.path }
        let place = reading?.source.location(sentence.range)
        out += "  \(page): a sentence from \(sentence.path):\(place?.start.line ?? 1)\n"
        if let line = place?.line { out += "    \(TerminalText.safe(line.prefix(100)))\n" }
      }
    }
    if leaks.count > 20 { out += "  … and \(leaks.count - 20) more.\n" }
    return out
  }
}
