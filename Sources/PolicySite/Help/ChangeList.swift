import PolicyModel
import PolicyProjection

/// The changes of all policies, and their ends, newest first.
struct ChangeList {
  struct Item {
    enum Event {
      case change(HelpArticle.Change)
      /// The policy ended, and why.
      case end(reason: String)
    }

    var entry: PublishedIndex.Entry
    var event: Event
    var date: CalendarDate
    var isUpcoming: Bool

    var summary: String {
      switch event {
      case .change(let change): change.summary
      case .end(let reason): reason
      }
    }

    /// An end concerns everyone whom the policy concerned.
    var changeClass: Policy.Change.Class {
      switch event {
      case .change(let change): change.changeClass
      case .end: .significant
      }
    }

    var label: String {
      switch event {
      // That all of it is significant says nothing.
      case .change(let change) where change.version == 1: "New"
      case .change(let change): ChangeList.label(change.changeClass)
      case .end: "Ended"
      }
    }

    /// After its versions.
    fileprivate var number: Int {
      switch event {
      case .change(let change): change.version
      case .end: .max
      }
    }

    /// What the policy's page shows, or else the place that tells of an older or a coming version.
    fileprivate var target: String {
      guard case .change(let change) = event, change.version != entry.version else {
        return "\(entry.id)/"
      }
      return "\(entry.id)/changes/#v\(change.version)"
    }
  }

  let items: [Item]

  init(_ published: PublishedIndex, today: CalendarDate) {
    items = published.entries.flatMap { entry in
      let changes = entry.changes.compactMap { change in
        change.effective.map {
          Item(entry: entry, event: .change(change), date: $0, isUpcoming: $0 > today)
        }
      }
      let end = entry.retired.map {
        Item(entry: entry, event: .end(reason: $0.reason), date: $0.on, isUpcoming: false)
      }
      return changes + [end].compactMap(\.self)
    }.sorted { ($1.date, $0.entry.id, $1.number) < ($0.date, $1.entry.id, $0.number) }
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
        "policyTitle": item.entry.title, "changeHref": links.href(root, item.target),
        "changeClass": item.changeClass.rawValue, "changeLabel": item.label,
        "changeSummary": item.summary,
      ]
    }
  }
}
