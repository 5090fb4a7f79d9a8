import PolicyModel
import PolicyProjection

/// The changes of all policies, newest first.
struct ChangeList {
  struct Item {
    var entry: PublishedIndex.Entry
    var change: HelpArticle.Change
    var date: CalendarDate
    var isUpcoming: Bool
  }

  let items: [Item]

  init(_ published: PublishedIndex, today: CalendarDate) {
    items = published.entries.flatMap { entry in
      entry.changes.compactMap { change in
        change.effective.map {
          Item(entry: entry, change: change, date: $0, isUpcoming: $0 > today)
        }
      }
    }.sorted {
      ($1.date, $0.entry.id, $1.change.version) < ($0.date, $1.entry.id, $0.change.version)
    }
  }

  static func label(_ changeClass: Policy.Change.Class) -> String {
    switch changeClass {
    case .editorial: "Editorial"
    case .minor: "Minor"
    case .significant: "Significant"
    }
  }

  /// The values of the `changelist` template.
  static func values(
    _ items: some Sequence<Item>, root: String, links: Links
  ) -> [TemplateValues] {
    items.map { item in
      [
        "dateISO": item.date.description, "date": item.date.inWords,
        "policyTitle": item.entry.title, "changeHref": links.href(root, "\(item.entry.id)/"),
        "changeClass": item.change.changeClass.rawValue,
        "changeLabel": label(item.change.changeClass), "changeSummary": item.change.summary,
      ]
    }
  }
}
