import PolicyModel

extension GateJudge {
  /// Readers are told early enough: `announced` not before the step, `effective` the notice later.
  var notice: GateCondition {
    let title = "Readers get their notice"
    let isSignificant = change?.changeClass ?? .significant == .significant
    let notice = isSignificant ? requirements.noticeSignificant : requirements.notice
    guard let announced = snapshot.announced, let effective = snapshot.effective else {
      return GateCondition(
        "notice", .unmet, title, detail: "`announced` and `effective` are not both there.",
        who: owner, command: "edit \(snapshot.path)")
    }
    var children: [GateCondition] = []
    if announced < day {
      children.append(
        GateCondition(
          "notice-announced", .unmet, "`announced` is not before the day of the release",
          detail: "\(announced) lies before \(day).", who: owner,
          command: "edit \(snapshot.path)"))
    }
    let earliest = announced.adding(notice)
    if effective < earliest {
      children.append(
        GateCondition(
          "notice-effective", .unmet, "`effective` is at least \(notice) after `announced`",
          detail: "The earliest day is \(earliest).", who: owner,
          command: "edit \(snapshot.path)"))
    }
    return GateCondition("notice", title, of: children)
  }

  /// The author may raise the class that the redline proposes, and lowers it only with a reason.
  var changeClass: GateCondition {
    let title = "The change is called what it is"
    guard let change else {
      return GateCondition(
        "change-class", .unmet, title,
        detail: "`changes` has no entry for version \(snapshot.version).", who: owner,
        command: "edit \(snapshot.path)")
    }
    guard let proposedClass else {
      return GateCondition(
        "change-class", .notEvaluated, title, detail: "The version before could not be read.")
    }
    if change.changeClass.weight < proposedClass.weight, (change.classReason ?? "").isEmpty {
      return GateCondition(
        "change-class", .unmet, title,
        detail: "The redline says `\(proposedClass.rawValue)`; a lower class needs `class_reason`.",
        who: owner, command: "edit \(snapshot.path)")
    }
    return GateCondition("change-class", .met, title, detail: "\(change.changeClass.rawValue).")
  }
}

extension Policy.Change.Class {
  /// From 0, the lightest.
  package var weight: Int {
    switch self {
    case .editorial: 0
    case .minor: 1
    case .significant: 2
    }
  }
}
