import CommonMark
import PolicyModel
import PolicyProjection

/// What a reader must know before the text: that it has ended, is old, or is about to change.
struct ArticleNotices {
  let article: HelpArticle
  /// What the policy's page shows: the same, but for the page of a version.
  let current: HelpArticle
  let isVersion: Bool
  let published: PublishedIndex
  let today: CalendarDate
  /// From a path within the site to an address on this page.
  let href: (String) -> String

  var values: [TemplateValues] {
    if isVersion { return [versionNotice].compactMap(\.self) }
    return [marked, ended, notYet, changing].compactMap(\.self)
  }

  private var marked: TemplateValues? {
    published[article.id]?.mark.map { notice($0.html) }
  }

  private var ended: TemplateValues? {
    guard let retired = article.retired else { return nil }
    var html = "<p><strong>This policy ended on \(VersionTimes.time(retired.on)).</strong> "
    html += "\(retired.reason.htmlEscaped)</p>\n"
    if let next = retired.replacedBy.flatMap({ published[$0] }) {
      html += "<p>\(link("\(next.id)/", next.title)) has taken its place. "
    } else {
      html += "<p>"
    }
    return notice(html + "What follows is its last text.</p>", anchor: "ended")
  }

  private var notYet: TemplateValues? {
    guard article.isUpcoming, let effective = article.effective else { return nil }
    var html = "<p><strong>This is not in force yet.</strong> It binds from "
    html += VersionTimes.time(effective)
    if let announced = article.announced {
      html += announced > today ? ", and is to be announced on " : ", and was announced on "
      html += announced.inWords
    }
    return notice(html + ".</p>")
  }

  /// One line for each version that lies ahead.
  private var changing: TemplateValues? {
    let later = article.laterReleases
    guard !later.isEmpty, article.retired == nil else { return nil }
    return notice(
      later.map { release in
        "<p><strong>From \(VersionTimes.time(release.from)) this changes:</strong> "
          + link("\(article.id)/changes/#v\(release.number)", "see what is new")
          + ", or \(link(release.path, "read version \(release.number)")).</p>"
      }.joined(separator: "\n"))
  }

  private var versionNotice: TemplateValues? {
    guard let release = article.release else { return nil }
    var html = "<p><strong>This is version \(release.number).</strong> "
    switch current.standing(of: release) {
    case .inForce:
      html += "It has been in force since \(VersionTimes.time(release.from)). "
      html += "This address will always show it. "
      html += link("\(article.id)/", "Read the policy as it stands") + ".</p>"
      return notice(html, isCaution: false)
    case .upcoming:
      html += "It binds from \(VersionTimes.time(release.from)). "
      if current.isUpcoming {
        html += link("\(article.id)/changes/", "All versions")
      } else {
        html += "Until then "
        html += link("\(article.id)/", "version \(current.version)") + " is in force. "
        html += link("\(article.id)/changes/#v\(release.number)", "See what is new")
      }
    case .neverBound:
      html += "It never came into force. " + currentLink
    case .past:
      html += "It was in force from \(VersionTimes.time(release.from))"
      if let until = release.until {
        html += " until \(VersionTimes.time(until)), when \(successor(of: release))"
      }
      html += ". " + currentLink
    }
    return notice(html + ".</p>")
  }

  private var currentLink: String {
    link(
      "\(article.id)/",
      current.retired == nil
        ? "Read version \(current.version), which is in force now" : "Read how the policy ended")
  }

  private func successor(of release: HelpArticle.Release) -> String {
    let next = current.versions?.first { $0.number > release.number && $0.from == release.until }
    return next.map { "version \($0.number) took its place" } ?? "the policy ended"
  }

  private func link(_ target: String, _ words: String) -> String {
    "<a href=\"\(href(target).htmlEscaped)\">\(words.htmlEscaped)</a>"
  }

  private func notice(
    _ html: String, isCaution: Bool = true, anchor: String? = nil
  ) -> TemplateValues {
    var values: TemplateValues = [
      "noticeKind": isCaution ? "caution" : "plain", "noticeHTML": html,
    ]
    values["noticeAnchor"] = anchor
    return values
  }
}
