package import PolicyModel
import PolicyReading
import PolicySite

/// The portfolio: every policy with its stage, its version and what comes next.
package struct ListJob: Sendable {
  package var checked: CheckedWorkspace
  package var today: CalendarDate
  package var stage: Stage?
  package var theme: Theme?
  package var owner: String?

  package init(
    checked: CheckedWorkspace, today: CalendarDate, stage: Stage? = nil, theme: Theme? = nil,
    owner: String? = nil
  ) {
    self.checked = checked
    self.today = today
    self.stage = stage
    self.theme = theme
    self.owner = owner
  }

  package struct Row: Sendable, Encodable {
    package var id: String
    package var title: String
    package var theme: Theme?
    package var stage: Stage?
    package var version: Int?
    package var round: Int?
    package var owner: String?
    /// The next day on which something is due or begins, and what.
    package var nextDate: CalendarDate?
    package var next: String?
    package var errors: Int
    package var path: String
  }

  package func rows() -> [Row] {
    let errors = Dictionary(
      grouping: checked.findings.filter { $0.severity == .error },
      by: { $0.location?.path ?? "" })
    return checked.files.readings.compactMap { reading -> Row? in
      guard let policy = reading.policy else {
        return Row(
          id: "?", title: "(cannot be read)", errors: errors[reading.source.path]?.count ?? 0,
          path: reading.source.path)
      }
      return row(policy, errors: errors[reading.source.path]?.count ?? 0)
    }.filter(matches).sorted { ($0.id, $0.path) < ($1.id, $1.path) }
  }

  /// What to say about an `owner` who is nobody here; `nil` where there is such a person, or one who
  /// owns a policy.
  package var ownerHint: String? {
    guard let owner, checked.folder.settings.people[owner.lowercased()] == nil,
      !owners.contains(owner.lowercased())
    else { return nil }
    let words = "`\(TerminalText.safe(owner))` owns no policy, and is not among `people`."
    return words + (nearest(to: owner).map { " Did you mean `\($0)`?" } ?? "")
  }

  /// The address that was most likely meant; a name stands for its address.
  private func nearest(to owner: String) -> String? {
    let people = checked.folder.settings.people
    let addresses = Set(people.keys).union(owners)
    if let address = nearestName(to: owner, among: addresses.sorted()) { return address }
    guard let name = nearestName(to: owner, among: people.values.map(\.name).sorted()) else {
      return nil
    }
    return people.filter { $0.value.name == name }.keys.min()
  }

  private var owners: Set<String> {
    Set(checked.files.readings.compactMap { $0.policy?.facts.owner?.value })
  }

  private func matches(_ row: Row) -> Bool {
    (stage == nil || row.stage == stage) && (theme == nil || row.theme == theme)
      && (owner == nil || row.owner == owner?.lowercased())
  }

  private func row(_ policy: Policy, errors: Int) -> Row {
    let facts = policy.facts
    let next = next(facts)
    return Row(
      id: facts.id.value, title: facts.title?.value ?? "", theme: facts.theme?.value,
      stage: facts.stage?.value, version: facts.version?.value,
      round: facts.rounds.last { $0.closed == nil }?.number, owner: facts.owner?.value,
      nextDate: next?.0, next: next?.1, errors: errors, path: policy.source.path)
  }

  private func next(_ facts: Policy.Facts) -> (CalendarDate, String)? {
    guard facts.stage?.value == .iteration, let effective = facts.effective?.value else {
      return nil
    }
    if effective > today { return (effective, "in force") }
    let general = checked.folder.settings.lifecycle.requirements(for: facts.theme?.value)
      .reviewEvery
    var every = general
    if let own = facts.reviewEvery?.value, own.approximateDays < general.approximateDays {
      every = own
    }
    return (effective.adding(every), "review due")
  }
}

package enum ListReport {
  package static func text(_ rows: [ListJob.Row]) -> String {
    let header = ["POLICY", "STAGE", "VERSION", "THEME", "OWNER", "NEXT", ""]
    let lines = [header] + rows.map(cells)
    let widths = header.indices.map { column in
      lines.map { TerminalText.width(of: $0[column]) }.max() ?? 0
    }
    return lines.map { cells in
      var line = ""
      for (cell, width) in zip(cells, widths) where width > 0 {
        line += cell + String(repeating: " ", count: width - TerminalText.width(of: cell)) + "  "
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private static func cells(_ row: ListJob.Row) -> [String] {
    [
      row.id, row.stage?.rawValue ?? "–", row.version.map(String.init) ?? "–",
      row.theme?.rawValue ?? "–", row.owner ?? "–",
      row.nextDate.map { "\($0) \(row.next ?? "")" } ?? "–",
      row.errors == 0 ? "" : row.errors == 1 ? "1 error" : "\(row.errors) errors",
    ].map { TerminalText.safe($0) }
  }

  package static func csv(_ rows: [ListJob.Row]) -> String {
    "id,title,theme,stage,version,round,owner,next_date,next,errors,path\r\n"
      + rows.map { fields($0).map(CSV.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func fields(_ row: ListJob.Row) -> [String] {
    let names: [String] = [row.theme?.rawValue ?? "", row.stage?.rawValue ?? ""]
    let numbers: [String] = [row.version, row.round].map { $0.map(String.init) ?? "" }
    let next: [String] = [row.nextDate?.description ?? "", row.next ?? ""]
    return [row.id, row.title] + names + numbers + [row.owner ?? ""] + next
      + [String(row.errors), row.path]
  }

  package static func json(_ rows: [ListJob.Row]) -> String { JSONReporter.json(rows) }
}
