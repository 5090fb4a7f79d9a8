import PolicyModel
import PolicyProjection

/// When a version binds, in the words of all sites.
enum VersionTimes {
  /// “In force from 1 February 2026 until 12 March 2026”: the last is the first day without it.
  static func html(
    _ release: HelpArticle.Release, _ standing: HelpArticle.Standing
  ) -> String {
    switch standing {
    case .inForce: "In force since \(time(release.from))"
    case .upcoming: "Binds from \(time(release.from))"
    case .neverBound: "Never in force"
    case .past:
      "In force from \(time(release.from))" + (release.until.map { " until \(time($0))" } ?? "")
    }
  }

  static func time(_ date: CalendarDate) -> String {
    "<time datetime=\"\(date)\">\(date.inWords)</time>"
  }
}
