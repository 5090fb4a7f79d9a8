package import PolicyModel

extension ReviewSchedule {
  /// The reviews of one version that count: proven and made by a member of the group, by the settings
  /// of the landing that brought them, so that nobody's leaving makes a review undone.
  ///
  /// A review of another version says nothing of this one. `judgements` are those of this policy.
  package static func reviews(
    of version: Int, in judgements: some Sequence<Judgement>
  ) -> [Review] {
    judgements.flatMap { judgement -> [Review] in
      guard let judge = judgement.judge else { return [] }
      return judge.reviews(of: version, day: judgement.landing.day) {
        $0.landed == judgement.landing.index
      }
    }
  }
}

extension ApprovalJudge {
  /// The reviews of `version` among the records for which `isMeant` says so; `day` is that of the
  /// landing which brought them.
  ///
  /// Where no group is asked, the owner's record counts without a signature.
  package func reviews(
    of version: Int, day: CalendarDate, where isMeant: (RecordFile) -> Bool
  ) -> [ReviewSchedule.Review] {
    let groups = settings.requirements(for: snapshot.theme).livingGroups
    let files = groups.isEmpty ? proven + unproven.filter(isUnsigned).map(\.record) : proven
    return files.compactMap { record in
      guard isMeant(record), let signOff = record.signOff, signOff.purpose == .review,
        signOff.version == version
      else { return nil }
      let counts =
        groups.isEmpty
        ? signOff.group == "none" && signOff.reviewer == snapshot.owner.map(settings.person)
        : groups.contains(signOff.group)
          && settings.members(of: signOff.group).contains(signOff.reviewer)
      guard counts else { return nil }
      return .init(
        record: record.name, reviewer: signOff.reviewer, group: signOff.group,
        verdict: signOff.verdict, on: min(signOff.signed, day))
    }.sorted { ($0.on, $0.record) < ($1.on, $1.record) }
  }

  private func isUnsigned(_ record: (record: RecordFile, refusal: Refusal)) -> Bool {
    record.refusal == .unsigned
  }
}
