package import PolicyModel

extension Timeline {
  /// - Parameters:
  ///   - line: the policy as all landings left it.
  ///   - judgements: those of this policy, oldest first.
  ///   - working: the policy as it stands uncommitted; `nil` where it cannot be read.
  ///   - judge: who approved what of it.
  ///   - records: those that may not have landed yet.
  ///   - today: the day that tells what is in force from what is upcoming.
  package init(
    of line: PolicyLine, judgements: [Judgement], working: PolicySnapshot? = nil,
    judge: ApprovalJudge? = nil, records: [RecordFile] = [], today: CalendarDate
  ) {
    var maker = TimelineMaker(line: line)
    for judgement in judgements { maker.add(judgement) }
    if let working {
      maker.add(working, appended: working.history.dropFirst(line.steps.count), judge)
    }
    maker.add(records)
    let last = working ?? line.snapshot ?? judgements.last { $0.after != nil }?.after
    policy = line.id
    title = last?.title ?? ""
    stage = last?.stage
    versions = maker.versions(today: today)
    ending = line.ending.map {
      Ending(
        on: $0.day, reason: $0.retirement.reason, replacedBy: $0.retirement.replacedBy)
    }
  }
}
