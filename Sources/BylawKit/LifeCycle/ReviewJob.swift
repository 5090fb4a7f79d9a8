package import PolicyModel
import PolicyProjection
import PolicyReading

/// The periodic review: someone has looked at what is in force, and says what should become of it.
package enum ReviewJob {
  /// The record that is to be signed. `group` is one of `lifecycle.living.groups`, or `nil` where there
  /// is but one, or none; `considered` names at least one thing.
  package static func record(
    at desk: PolicyDesk, group: String?, verdict: SignOff.Verdict,
    considered: [SignOff.Consideration], text: String, reviewer: String
  ) throws -> SignJob {
    guard desk.policy.id != "common", let current = desk.line.inForce(on: desk.today) else {
      throw LoadError(
        "Nothing of \(desk.policy.id) is in force, so there is nothing to review",
        help: "`bylaw log \(desk.policy.id)` shows what was released.")
    }
    guard !considered.isEmpty else {
      let all = SignOff.Consideration.allCases.map(\.rawValue).joined(separator: ",")
      throw LoadError(
        "A review says what was looked at", help: "Give some of --considered \(all).")
    }
    let groups = desk.settings.requirements(for: current.snapshot.theme).livingGroups
    var job = try SignJob(
      desk: desk, group: try chosen(group, of: groups), verdict: verdict, purpose: .review,
      text: text, reviewer: reviewer)
    job.considered = considered
    guard verdict == .keep || !job.text.isEmpty else {
      throw LoadError("`\(verdict.rawValue)` needs a reason", help: "Give it with -m TEXT.")
    }
    return job
  }

  /// What a list with commas names.
  package static func considerations(in list: String) throws -> [SignOff.Consideration] {
    try list.split(separator: ",").map { word in
      let name = word.filter { $0 != " " }
      guard let one = SignOff.Consideration(rawValue: name) else {
        let all = SignOff.Consideration.allCases.map(\.rawValue)
        throw LoadError(
          "`\(name)` is nothing to consider",
          help: nearestName(to: name, among: all).map { "Did you mean `\($0)`?" }
            ?? "Some of: \(all.joined(separator: ", ")).")
      }
      return one
    }
  }

  private static func chosen(_ group: String?, of groups: [String]) throws -> String {
    guard let group else {
      if groups.isEmpty { return "none" }
      guard groups.count == 1 else {
        throw LoadError(
          "Say for whom you review", help: "Give --as \(groups.joined(separator: " or --as ")).")
      }
      return groups[0]
    }
    guard groups.contains(group) else {
      throw LoadError(
        "lifecycle.living does not ask `\(group)`",
        help: groups.isEmpty
          ? "It asks no group: leave --as out." : "It asks: \(groups.joined(separator: ", ")).")
    }
    return group
  }

  /// What is about to be signed, for the terminal.
  package static func words(_ job: SignJob, palette: Palette) -> String {
    let desk = job.desk
    guard let schedule = desk.reviewSchedule else { return "" }
    var out = palette.strong("\(desk.policy.id), version \(schedule.version)")
    out += ", in force since \(schedule.inForceSince.inWords)\n"
    if let last = schedule.last {
      out += "Last reviewed on \(last.on.inWords) by \(TerminalText.safe(last.reviewer)).\n"
    }
    let considered = job.considered.map(\.rawValue).joined(separator: ", ")
    return out + "You say: \(job.verdict.rawValue), having considered \(considered).\n"
  }
}
