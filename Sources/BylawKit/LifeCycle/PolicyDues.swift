import PolicyModel
import PolicyProjection
import PolicyRules

extension PolicyDesk {
  /// How long before its day a review is spoken of.
  private static let reviewAhead = Period(30, .day)

  /// All that needs attention.
  var dues: [DueItem] {
    reviewDues + roundDues + noticeDues + endDues + debtDues + unpublishedDues + translationDues
  }

  var owner: [String] { snapshot.owner.map { [settings.person($0)] } ?? [] }

  // MARK: Review

  private var reviewDues: [DueItem] {
    guard policy.id != "common", let schedule = reviewSchedule else { return [] }
    let overdue = schedule.overdueDays(on: today)
    if let pending = schedule.pending {
      let verb = pending.verdict == .retire ? "retire" : "revise"
      return [
        DueItem(
          .decision, policy.id,
          "the review of \(pending.on.inWords) decided to \(verb) version \(schedule.version), "
            + "by \(schedule.due.inWords)",
          who: owner, day: schedule.due, overdueDays: overdue,
          command: "bylaw \(verb) \(policy.id) --reason …")
      ]
    }
    guard schedule.due <= today.adding(Self.reviewAhead) else { return [] }
    let groups = schedule.groups.isEmpty ? ["none"] : schedule.groups
    return groups.map { group in
      let members = settings.members(of: group).sorted()
      return DueItem(
        .review, policy.id,
        "version \(schedule.version) is due for review on \(schedule.due.inWords)",
        who: group == "none" ? owner : members, day: schedule.due, overdueDays: overdue,
        command: "bylaw review \(policy.id)" + (group == "none" ? "" : " --as \(group)")
          + " --keep --considered …")
    }
  }

  // MARK: Rounds

  private var roundDues: [DueItem] {
    guard let round = snapshot.openRound else { return [] }
    let status = judge.status(of: round)
    let name = "round \(round.number), open since \(round.opened.inWords),"
    var items = status.waitingFor.map { group in
      let scopes = group.scopes.map(\.rawValue).joined(separator: ", ")
      return DueItem(
        .round, policy.id,
        "\(name) waits for \(settings.workspace.groups[group.group]?.name ?? group.group) "
          + "on \(scopes)",
        who: group.candidates, command: "bylaw sign \(policy.id) --as \(group.group) --approve")
    }
    for voice in status.unanswered {
      let isComment = voice.verdict == .comment
      items.append(
        DueItem(
          isComment ? .comment : .answer, policy.id,
          "\(isComment ? "a comment" : "an objection") by \(voice.reviewer) in round "
            + "\(round.number) has no answer",
          who: owner,
          command: "bylaw round close \(policy.id) --answer \"\(voice.record)=TEXT\""))
    }
    if status.canClose {
      items.append(
        DueItem(
          .close, policy.id, "\(name) can be closed: everybody has spoken", who: owner,
          command: "bylaw round close \(policy.id)"))
    }
    return items
  }

  // MARK: Releases

  private var noticeDues: [DueItem] {
    line.upcoming(after: today).compactMap { candidate in
      guard let announced = candidate.snapshot.announced, announced <= today,
        let day = line.interval(of: candidate.version)?.from
      else { return nil }
      return DueItem(
        .notice, policy.id,
        "version \(candidate.version) was announced on \(announced.inWords) and binds from "
          + day.inWords, who: owner, day: day)
    }
  }

  /// An end that the file says, and that is not signed or not taken yet.
  private var endDues: [DueItem] {
    guard let end = snapshot.retirement, line.ending == nil, line.wasInIteration else { return [] }
    let name = "its end on \(end.on.inWords)"
    let overdue = max(0, today.days(since: end.on))
    let verdict = judge.verdict(of: .retire, purpose: .retire)
    guard verdict.isApproved else {
      return verdict.groups.filter { $0.approval == nil }.map { group in
        DueItem(
          .end, policy.id,
          "\(name) waits for \(settings.workspace.groups[group.group]?.name ?? group.group)",
          who: group.candidates, day: end.on, overdueDays: overdue,
          command: "bylaw sign \(policy.id) --as \(group.group) --for retire --approve")
      }
    }
    guard snapshot.stage != .retired else { return [] }
    return [
      DueItem(
        .end, policy.id, "\(name) is signed, and the step is not taken", who: owner, day: end.on,
        overdueDays: overdue, command: "bylaw retire \(policy.id)")
    ]
  }

  private var unpublishedDues: [DueItem] {
    guard line.showsNothing(on: today) else { return [] }
    return [
      DueItem(
        .unpublished, policy.id,
        "it stands in iteration and nothing of it is approved: readers see nothing of it",
        who: owner, command: "bylaw why \(policy.id)")
    ]
  }

  private var debtDues: [DueItem] {
    guard let candidate = line.latestCandidate(), candidate.isInDebt, !isPaid(candidate),
      let release = line.releases[candidate.version]
    else { return [] }
    let within = settings.requirements(for: candidate.snapshot.theme).urgentWithin
    let day = release.day.adding(within)
    return [
      DueItem(
        .urgentDebt, policy.id,
        "version \(candidate.version) was released without notice on \(release.day.inWords): "
          + "its ordinary sign-offs are due by \(day.inWords)",
        who: owner, day: day, overdueDays: max(0, today.days(since: day)),
        command: "bylaw why \(policy.id)")
    ]
  }

  /// The debt is the ordinary gates without the notice.
  private func isPaid(_ candidate: Candidate) -> Bool {
    guard snapshot.version == candidate.version, snapshot.stage == .iteration else { return false }
    return gateJudge().report(for: .performable).conditions
      .allSatisfy { $0.isMet || $0.id == "notice" }
  }
}
