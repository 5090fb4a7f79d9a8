package import PolicyModel

extension ApprovalJudge {
  /// The reviews among the records for which `isMeant` says so, of any version: proven and made by a
  /// member of the group, by the settings of this landing. `day` is that of the landing which brought
  /// them.
  ///
  /// Where no group is asked, the owner's record counts without a signature.
  package func reviews(
    day: CalendarDate, where isMeant: (RecordFile) -> Bool
  ) -> [ReviewSchedule.Review] {
    let groups = settings.requirements(for: snapshot.theme).livingGroups
    let files = groups.isEmpty ? proven + unproven.filter(isUnsigned).map(\.record) : proven
    return files.compactMap { record in
      guard isMeant(record), let signOff = record.signOff, signOff.purpose == .review else {
        return nil
      }
      let counts =
        groups.isEmpty
        ? signOff.group == "none" && signOff.reviewer == snapshot.owner.map(settings.person)
        : groups.contains(signOff.group)
          && settings.members(of: signOff.group).contains(signOff.reviewer)
      guard counts else { return nil }
      return .init(
        version: signOff.version, record: record.name, reviewer: signOff.reviewer,
        group: signOff.group,
        verdict: signOff.verdict, on: min(signOff.signed, day))
    }.sorted { ($0.on, $0.record) < ($1.on, $1.record) }
  }

  private func isUnsigned(_ record: (record: RecordFile, refusal: Refusal)) -> Bool {
    record.refusal == .unsigned
  }
}
