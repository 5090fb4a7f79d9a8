import CommonMark
import PolicyModel
import PolicyProjection

/// By which version a case is judged: by the one that bound on the day of the conduct.
struct WorkflowNotices {
  /// The article of what the policy's page shows.
  let current: HelpArticle
  /// Which of its versions this page is; `nil` for the policy's own page.
  let version: HelpArticle.Release?
  let published: PublishedIndex
  /// From a path within the site to an address on this page.
  let href: (String) -> String

  /// Beside the title: when it binds. The notice of a version's page says so itself, and so does that
  /// of an upcoming text.
  var times: String? {
    guard version == nil, !current.isUpcoming else { return nil }
    if let release = current.release {
      return VersionTimes.html(release, current.standing(of: release))
    }
    return current.effective.map { "In force since \(VersionTimes.time($0))" }
  }

  var values: [TemplateValues] {
    if let version { return [notice(words(for: version))] }
    return [published[current.id]?.mark?.html, ended, notYet, changing]
      .compactMap { $0.map(notice) }
  }

  /// The version before this one, for older conduct.
  var previous: String? {
    guard version == nil, let release = past.last else { return nil }
    return link(release)
  }

  /// Every earlier version with its interval.
  var earlier: String? {
    guard version == nil, !past.isEmpty else { return nil }
    return StackTable.html(
      columns: ["Conduct", "Version"],
      rows: past.reversed().map { release in
        [interval(release), link(release.path, "Version \(release.number)")]
      })
  }

  private var past: [HelpArticle.Release] {
    (current.versions ?? []).filter {
      $0.number < current.version && current.standing(of: $0) == .past
    }
  }

  private var ended: String? {
    guard let retired = current.retired else { return nil }
    let day = VersionTimes.time(retired.on)
    var html = "<p><strong>This policy ended on \(day).</strong> \(retired.reason.htmlEscaped) "
    html += "Judge only conduct before that day by it.</p>\n"
    if let next = retired.replacedBy.flatMap({ published[$0] }) {
      html += "<p>Later conduct: \(link("\(next.id)/", next.title))</p>\n"
    }
    return html
  }

  private var notYet: String? {
    guard current.isUpcoming, let effective = current.effective else { return nil }
    return
      "<p><strong>Not in force yet.</strong> Judge conduct from \(effective.inWords) on by this."
      + "</p>"
  }

  private var changing: String? {
    let later = current.laterReleases
    guard !later.isEmpty, current.retired == nil else { return nil }
    return later.map { release in
      "<p><strong>Conduct from \(VersionTimes.time(release.from)) on:</strong> "
        + link(release.path, "version \(release.number)") + "</p>"
    }.joined(separator: "\n")
  }

  private func words(for release: HelpArticle.Release) -> String {
    let page = link("\(current.id)/", "Version \(current.version)")
    let start = "<p><strong>This is version \(release.number).</strong> "
    return switch current.standing(of: release) {
    case .inForce: start + "It is in force: " + link("\(current.id)/", "the workflow") + ".</p>"
    case .neverBound: start + "It never came into force. \(page) is in force.</p>"
    case .upcoming:
      start + "Judge conduct from \(VersionTimes.time(release.from)) on by it."
        + (current.isUpcoming ? "" : " \(page) is in force.") + "</p>"
    case .past:
      start + "Judge only conduct \(interval(release).lowercasedFirst) by it."
        + (current.retired == nil ? " \(page) is in force." : "") + "</p>"
    }
  }

  /// The first day is in it, and the last is not.
  private func interval(_ release: HelpArticle.Release) -> String {
    "From \(VersionTimes.time(release.from)) on"
      + (release.until.map { ", and before \(VersionTimes.time($0))" } ?? "")
  }

  private func link(_ release: HelpArticle.Release) -> String {
    link(
      release.path,
      "Conduct before \(release.until?.inWords ?? ""): version \(release.number)")
  }

  private func link(_ target: String, _ words: String) -> String {
    "<a href=\"\(href(target).htmlEscaped)\">\(words.htmlEscaped)</a>"
  }

  private func notice(_ html: String) -> TemplateValues {
    ["noticeKind": "caution", "noticeHTML": html]
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
