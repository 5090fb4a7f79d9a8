import CommonMark
import PolicyModel
package import PolicyProjection
import PolicyReading
import PolicyRules

/// Opens and closes the review rounds of one policy.
package struct RoundJob: Sendable {
  package let desk: PolicyDesk

  package init(desk: PolicyDesk) { self.desk = desk }

  // MARK: Open

  /// Asks the groups that the gates ask for each scope whose words are not approved.
  package func open(adding groups: [String] = []) throws -> EditPlan {
    if let open = desk.snapshot.openRound {
      throw LoadError(
        "Round \(open.number) of \(desk.policy.id) is open",
        help: "`bylaw round status \(desk.policy.id)` shows whom it waits for; close it first.")
    }
    for group in groups where desk.settings.workspace.groups[group] == nil {
      let near = nearestName(to: group, among: desk.settings.workspace.groups.keys)
      throw LoadError(
        "There is no group `\(group)`", help: near.map { "Did you mean `\($0)`?" })
    }
    guard desk.snapshot.stage != .retired else {
      throw LoadError("\(desk.policy.id) is retired: there is nothing to review")
    }
    let scopes = openScopes
    try refuseCorrection(of: scopes)
    try refuseBrokenTerms(of: scopes)
    guard !scopes.isEmpty else {
      throw LoadError(
        "All words of \(desk.policy.id) are approved: there is nothing to review",
        help: "`bylaw why \(desk.policy.id)` shows what else the next stage asks for.")
    }
    var asked: [String] = []
    for group in scopes.flatMap({ desk.judge.groups(for: $0) }) + groups
    where !asked.contains(group) { asked.append(group) }
    guard !asked.isEmpty else {
      throw LoadError(
        "The settings ask nobody about these words, so there is nothing to review",
        help: "Ask a group all the same with --add GROUP.")
    }
    let number = desk.nextRound
    let authors = Set(scopes.flatMap { desk.judge.authors[$0] ?? [] })
    var editor = try editor()
    try editor.append(
      .record([
        ("round", .number(number)), ("version", .number(desk.snapshot.version)),
        ("opened", .date(desk.today)),
        ("scopes", .list(scopes.map { .text($0.rawValue) })),
        ("groups", .list(asked.map { .text($0) })),
        ("authors", .list(authors.sorted().map { .text($0) })),
      ]), to: "rounds")
    let names = scopes.map(\.rawValue).joined(separator: ", ")
    return plan(
      try editor.finished(),
      "Round \(number) of \(desk.policy.id) asks \(asked.joined(separator: ", ")) about \(names)",
      next: next,
      "open round \(number)")
  }

  /// Whoever signs by a commit may do so in a browser, and begins with the pack.
  private var next: String {
    let id = desk.policy.id
    let pack = "`bylaw build --preview \(id)` makes a page for reviewers without a terminal."
    let sign = "Each signs with `bylaw sign \(id) --as GROUP --approve`, or with --request-changes."
    return desk.settings.workspace.proof == .commit ? "\(pack)\n\(sign)" : "\(sign)\n\(pack)"
  }

  /// Nobody's approval lets words of the rule in force change without saying what was corrected.
  private func refuseCorrection(of scopes: [Scope]) throws {
    let id = desk.policy.id
    guard scopes.contains(.policy), desk.snapshot.stage == .iteration,
      desk.line.verdict(of: .policy, by: desk.judge, isForGate: true).lacksEditorialEntry
    else { return }
    throw LoadError(
      "The rule of \(id) was changed without a new version, and `changes` does not say what was "
        + "corrected",
      help: "For a slip of the pen add an entry of class `editorial` to `changes`. For a new rule "
        + "take the change back, and begin with `bylaw revise \(id) -m TEXT`.")
  }

  /// Nor does it let a release break what readers were promised.
  private func refuseBrokenTerms(of scopes: [Scope]) throws {
    guard scopes.contains(.release), let term = desk.gateJudge().brokenTerms.first else { return }
    throw LoadError(
      "\(term.title): no approval changes that",
      help: (term.detail.map { $0 + " " } ?? "") + "Mend \(desk.policy.source.path) first.")
  }

  /// The scopes of this stage whose words nobody has approved yet, and those for which a gate ahead
  /// still needs a round.
  private var openScopes: [Scope] {
    let candidates: [Scope] =
      switch desk.snapshot.stage {
      case .research, .development: [.policy]
      case .implementation, .iteration:
        desk.policy.id == "common" ? Scope.common : Scope.published
      case .retired, nil: []
      }
    let unapproved = candidates.filter { scope in
      !desk.judge.groups(for: scope).isEmpty
        && !desk.line.verdict(of: scope, by: desk.judge, isForGate: true).isApproved
    }
    let again = scopesToAskAgain(besides: unapproved)
    return candidates.filter { unapproved.contains($0) || again.contains($0) }
  }

  /// A round on some scopes of a gate counts for it, so that approved words are asked about again only
  /// where nothing else is. In iteration nothing is ahead, but for the debt of an urgent release.
  private func scopesToAskAgain(besides unapproved: [Scope]) -> [Scope] {
    let gates: [Gate] =
      switch desk.snapshot.stage {
      case .development: [.goodFit]
      case .implementation: [.goodFit, .performable]
      case .iteration where desk.line.latestCandidate()?.isInDebt == true: [.goodFit, .performable]
      case .research, .iteration, .retired, nil: []
      }
    let judge = desk.gateJudge()
    return gates.flatMap { gate -> [Scope] in
      let scopes = judge.scopesLackingRounds(of: gate)
      return Set(scopes).isDisjoint(with: unapproved) ? scopes : []
    }
  }

  // MARK: Status

  /// The round that is open, else the last one.
  package func status(number: Int? = nil) throws -> RoundStatus {
    let rounds = desk.snapshot.rounds
    let round =
      number.map { number in rounds.first { $0.number == number } }
      ?? desk.snapshot.openRound ?? rounds.last
    guard let round else {
      throw LoadError(
        number.map { "\(desk.policy.id) has no round \($0)" }
          ?? "\(desk.policy.id) has no rounds yet",
        help: rounds.isEmpty
          ? "Open one with `bylaw round open \(desk.policy.id)`."
          : "It has: \(rounds.map { String($0.number) }.joined(separator: ", ")).")
    }
    return desk.judge.status(of: round)
  }

  // MARK: Close

  /// Needs a word of every group on one and the same text, and an answer to each objection and comment.
  package func close(answers: [(record: String, text: String)]) throws -> EditPlan {
    let (index, round) = try openRound()
    var known = round.answered
    for answer in answers {
      try Placeholder.refuse(answer.text)
      guard desk.judge.proven.contains(where: { $0.name == answer.record }) else {
        throw LoadError(
          "There is no record `\(answer.record)` to answer",
          help: "`bylaw round status \(desk.policy.id)` names those of the round.")
      }
      if !known.contains(answer.record) { known.append(answer.record) }
    }
    var answered = round
    answered.answered = known
    let status = desk.judge.status(of: answered)
    try refuse(status)
    var editor = try editor()
    let old = desk.policy.facts.rounds[index].answers.map { ($0.record, $0.text) }
    let all = old + answers.filter { answer in !old.contains { $0.0 == answer.record } }
    if !all.isEmpty {
      try editor.set(
        "answers",
        to: .list(all.map { .record([("record", .text($0.0)), ("answer", .text($0.1))]) }),
        inItem: index, of: "rounds")
    }
    try finish(&editor, index, round, status.outcome)
    return plan(
      try editor.finished(),
      "Round \(round.number) of \(desk.policy.id) is closed: \(status.outcome.rawValue)",
      next: next(after: status.outcome),
      "close round \(round.number): \(status.outcome.rawValue)")
  }

  private func next(after outcome: Policy.ReviewRound.Outcome) -> String? {
    let id = desk.policy.id
    return switch outcome {
    case .approved where desk.snapshot.stage == .iteration: nil
    case .approved: "`bylaw why \(id)` shows what the next stage still asks for."
    case .changesRequested: "Mend the text, then ask again with `bylaw round open \(id)`."
    case .withdrawn: nil
    }
  }

  package func withdraw(reason: String) throws -> EditPlan {
    guard !reason.isEmpty else {
      throw LoadError("A round is withdrawn for a reason", help: "Give it: --withdraw TEXT.")
    }
    try Placeholder.refuse(reason)
    let (index, round) = try openRound()
    var editor = try editor()
    try finish(&editor, index, round, .withdrawn)
    var plan = plan(
      try editor.finished(), "Round \(round.number) of \(desk.policy.id) is withdrawn",
      "withdraw round \(round.number)")
    plan.body = reason
    return plan
  }

  private func finish(
    _ editor: inout FrontMatterEditor, _ index: Int, _ round: PolicySnapshot.Round,
    _ outcome: Policy.ReviewRound.Outcome
  ) throws {
    let scopes = round.scopes.compactMap(Scope.init(rawValue:))
    let authors = Set(round.authors).union(scopes.flatMap { desk.judge.authors[$0] ?? [] })
      .union(desk.landed.roundWriters[round.number] ?? [])
    if authors != Set(round.authors) {
      try editor.set(
        "authors", to: .list(authors.sorted().map { .text($0) }), inItem: index, of: "rounds")
    }
    try editor.set("closed", to: .date(desk.today), inItem: index, of: "rounds")
    try editor.set("outcome", to: .text(outcome.rawValue), inItem: index, of: "rounds")
  }

  private func openRound() throws -> (index: Int, round: PolicySnapshot.Round) {
    guard let index = desk.snapshot.rounds.lastIndex(where: \.isOpen) else {
      throw LoadError(
        "\(desk.policy.id) has no open round",
        help: "Open one with `bylaw round open \(desk.policy.id)`.")
    }
    return (index, desk.snapshot.rounds[index])
  }

  private func refuse(_ status: RoundStatus) throws {
    if let waiting = status.waitingFor.first {
      let scopes = waiting.scopes.map(\.rawValue).joined(separator: ", ")
      throw LoadError(
        "\(waiting.group) has not spoken on the words as they stand (\(scopes))",
        help: waiting.candidates.isEmpty
          ? "No member of it can: each wrote some of these words, or it has none."
          : "Ask \(waiting.candidates.joined(separator: " or ")): "
            + "`bylaw sign \(desk.policy.id) --as \(waiting.group) --approve`, or "
            + "`--request-changes -m TEXT`.")
    }
    if let voice = status.unanswered.first {
      throw LoadError(
        "\(voice.record) has no answer",
        help: "Give one with `bylaw round close \(desk.policy.id) --answer "
          + "\"\(voice.record)=TEXT\"`.")
    }
  }

  private func editor() throws -> FrontMatterEditor {
    try FrontMatterEditor(
      desk.policy.source.text,
      fields: desk.policy.id == "common" ? FrontMatterSchema.common : FrontMatterSchema.policy)
  }

  private func plan(
    _ new: [UInt8], _ summary: String, next: String? = nil, _ subject: String
  ) -> EditPlan {
    EditPlan(
      files: [
        .init(path: desk.policy.source.path, old: desk.policy.source.text.bytes, new: new)
      ], summary: summary, next: next, subject: "\(desk.policy.id): \(subject)")
  }
}
