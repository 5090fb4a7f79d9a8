import PolicyModel
import PolicyProjection

/// What is in force, by the words of the specification: slow, obvious, and without a state that is
/// carried on. Each landing is judged by looking at all the landings before it.
struct ReferenceModel {
  /// What is said of one landing once it has been judged.
  struct Answer {
    var isCandidate = false
    /// The scopes that only an urgent release approved.
    var owed: Set<Scope> = []
    var givesUp: Set<Int> = []
    /// The first day on which the policy no longer binds, where its end was approved here.
    var end: CalendarDate?
    var hasLegalList = true
    var writers: [Scope: Set<String>] = [:]
    /// The objections that were accepted here or before, and for which scopes each fell.
    var raised: [RecordFile] = []
    var fallen: [String: Set<Scope>] = [:]
  }

  let landings: [LandedChange]
  let revoked: Revocations
  private let records: [(file: RecordFile, landed: Int)]
  private(set) var answers: [Answer] = []

  init(_ landings: [LandedChange], revoked: Revocations) {
    self.landings = landings
    self.revoked = revoked
    records = Self.records(of: landings)
    for place in landings.indices {
      answers.append(Answer())
      judge(place)
    }
  }

  func tree(_ place: Int) -> PolicySnapshot? { landings[place].touches[0].snapshot }

  /// The last landing before this one that could be read.
  func readBefore(_ place: Int) -> Int? { (0..<place).last { tree($0) != nil } }

  /// All that ever landed, and with which landing it first did: a record counts on when its file is
  /// changed or removed.
  private static func records(of landings: [LandedChange]) -> [(file: RecordFile, landed: Int)] {
    var seen: Set<[String]> = []
    return landings.enumerated().flatMap { place, change in
      change.touches[0].records.filter { seen.insert([$0.name, $0.blob.hex]).inserted }
        .map { ($0, place) }
    }
  }

  // MARK: In force

  /// The candidates before a landing that nobody has given up until it has landed.
  func standing(before place: Int) -> [Int] {
    (0..<place).filter { candidate in
      guard answers[candidate].isCandidate, let version = tree(candidate)?.version else {
        return false
      }
      return !(candidate + 1..<min(place + 1, answers.count)).contains {
        answers[$0].givesUp.contains(version)
      }
    }
  }

  /// A later text of the version moves its day for as long as the day lies ahead.
  func effectiveDay(of version: Int, among candidates: [Int]) -> CalendarDate? {
    var day: CalendarDate?
    for candidate in candidates {
      guard let tree = tree(candidate), tree.version == version else { continue }
      if let known = day, known <= landings[candidate].landing.day { break }
      day = tree.effective ?? CalendarDate(daysSinceEpoch: 0)
    }
    return day
  }

  /// The first of the approved ends that has come, or the last that has not.
  func end(until places: Int) -> CalendarDate? {
    var end: CalendarDate?
    for place in 0..<places {
      if let known = end, known <= landings[place].landing.day { break }
      end = answers[place].end ?? end
    }
    return end
  }

  /// The place of the text that binds on each day, once so many landings have landed.
  func inForce(on days: [CalendarDate], after places: Int) -> [Int?] {
    let end = end(until: places)
    let candidates = standing(before: places, after: places)
    let versions = Set(candidates.compactMap { tree($0)?.version }).map { version in
      (version: version, day: effectiveDay(of: version, among: candidates))
    }
    return days.map { day in
      if let end, end <= day { return nil }
      let due = versions.filter { $0.day.map { $0 <= day } ?? false }
      guard let highest = due.map(\.version).max() else { return nil }
      return candidates.last { tree($0)?.version == highest }
    }
  }

  private func standing(before place: Int, after places: Int) -> [Int] {
    (0..<places).filter { candidate in
      guard answers[candidate].isCandidate, let version = tree(candidate)?.version else {
        return false
      }
      return !(candidate + 1..<places).contains { answers[$0].givesUp.contains(version) }
    }
  }

  /// Readers of an approved version that waits for its day were promised that day: an earlier one needs
  /// the whole notice again, from its landing on.
  private func keepsNotice(_ place: Int, _ tree: PolicySnapshot) -> Bool {
    let own = standing(before: place).filter { self.tree($0)?.version == tree.version }
    let today = landings[place].landing.day
    guard let last = own.last.flatMap({ self.tree($0) }), let settings = landings[place].settings,
      let promised = effectiveDay(of: tree.version, among: own), promised > today
    else { return true }
    let new = tree.effective ?? today
    guard new < promised else { return true }
    let asked = settings.workspace.lifecycle.requirements(for: tree.theme)
    let classes = [last.changeClasses.first, tree.changeClasses.first].compactMap(\.self)
    let isLight = !classes.isEmpty && !classes.contains(.significant)
    return today.adding(isLight ? asked.notice : asked.noticeSignificant) <= new
  }

  // MARK: One landing

  private mutating func judge(_ place: Int) {
    let change = landings[place]
    answers[place].raised = place > 0 ? answers[place - 1].raised : []
    answers[place].fallen = place > 0 ? answers[place - 1].fallen : [:]
    guard let tree = tree(place) else { return }
    answers[place].hasLegalList = appended(place) != nil
    for scope in Scope.allCases { answers[place].writers[scope] = writers(of: scope, place) }
    if change.isBeginning {
      answers[place].isCandidate = tree.stage == .iteration
      if tree.stage == .retired, let retirement = tree.retirement {
        answers[place].end = max(retirement.on, change.landing.day)
      }
      return
    }
    guard let settings = change.settings else { return }
    let records = ReferenceRecords(
      settings: settings, revoked: revoked, tree: tree, all: records.filter { $0.landed <= place },
      writers: answers[place].writers, earlier: answers[place])
    answers[place].raised = records.raised
    answers[place].fallen = records.fallen
    answers[place].givesUp = givesUp(place, tree)
    if tree.stage == .iteration { judgeRelease(place, tree, records) }
    if tree.stage == .retired { judgeEnd(place, tree, records) }
  }

  /// What the landing appended to the list that landed last and was legal; `nil` where it rewrote it.
  private func appended(_ place: Int) -> [PolicySnapshot.Step]? {
    guard let tree = tree(place) else { return nil }
    let before = (0..<place).last { self.tree($0) != nil && answers[$0].hasLegalList }
    let list = before.flatMap { self.tree($0)?.history } ?? []
    guard tree.history.count >= list.count, Array(tree.history.prefix(list.count)) == list else {
      return nil
    }
    return Array(tree.history.dropFirst(list.count))
  }

  /// The owner, whom the rounds of this version name, and whoever changed the words since they were
  /// approved, also where they came back to what they were.
  private func writers(of scope: Scope, _ place: Int) -> Set<String> {
    guard let tree = tree(place) else { return [] }
    var writers = landings[place].touches[0].authors[scope] ?? []
    if let owner = tree.owner { writers.insert(owner) }
    let last = standing(before: place).last { self.tree($0)?.version == tree.version }
    let closed = last.flatMap { last in
      answers[last].owed.contains(scope) ? nil : self.tree(last)?.rounds.filter { !$0.isOpen }
    }
    for round in tree.rounds where round.version == tree.version {
      if closed?.contains(where: { $0.number == round.number }) == true { continue }
      if round.scopes.contains(scope.rawValue) { writers.formUnion(round.authors) }
    }
    func isSettled(_ place: Int) -> Bool {
      answers[place].isCandidate && !answers[place].owed.contains(scope)
        && tree.scopes.contains(scope)
    }
    let before = readBefore(place)
    let same = (0..<place).last { self.tree($0)?.digests[scope] == tree.digests[scope] }
    for earlier in [before, same].compactMap(\.self) where !isSettled(earlier) {
      writers.formUnion(answers[earlier].writers[scope] ?? [])
    }
    return writers
  }

  private func givesUp(_ place: Int, _ tree: PolicySnapshot) -> Set<Int> {
    let used = Set((0..<place).flatMap { answers[$0].givesUp })
    guard let appended = appended(place) else { return [] }
    let candidates = standing(before: place)
    return Set(tree.withdrawn).subtracting(used).filter { version in
      guard version != tree.version else { return false }
      let wasReleased = candidates.contains { (self.tree($0)?.version ?? 0) < version }
      let goesBack = tree.version < version && !used.contains(tree.version)
      let isRevision = wasReleased || goesBack
      var from = tree.history.dropLast(appended.count).last?.stage
      var isTaken = false
      for step in appended {
        let isReasoned = step.reason != nil && !step.isUrgent
        if isRevision, step.stage == .iteration, from != nil, from != .retired, isReasoned {
          isTaken = true
        }
        if !isRevision, step.stage == .development, from == .iteration, isReasoned {
          isTaken = true
        }
        from = step.stage
      }
      guard isTaken else { return false }
      guard let day = effectiveDay(of: version, among: candidates) else { return true }
      let last = readBefore(place).flatMap { self.tree($0)?.version }
      return version == last && landings[place].landing.day < day
    }
  }

  private mutating func judgeRelease(
    _ place: Int, _ tree: PolicySnapshot, _ records: ReferenceRecords
  ) {
    let isUrgent = appended(place)?.last.map { $0.isUrgent && $0.reason != nil } ?? false
    let stages = tree.history.suffix(2).map(\.stage)
    let isUrgentRelease = isUrgent && stages == [.implementation, .iteration]
    let hasUrgentYes =
      isUrgentRelease && !records.urgentGroups.isEmpty
      && Scope.published.allSatisfy {
        records.isApproved($0, by: records.urgentGroups, for: .urgent, giveWay: giveWay(place, $0))
      }
    let candidates = standing(before: place)
    var owed: Set<Scope> = []
    for scope in tree.scopes {
      let isOrdinary = records.isApproved(scope, giveWay: giveWay(place, scope))
      let isOfVersion = scope == .policy || scope == .release
      let latest = candidates.last { !isOfVersion || self.tree($0)?.version == tree.version }
      if let latest, self.tree(latest)?.digests[scope] == tree.digests[scope] {
        if answers[latest].owed.contains(scope), !isOrdinary { owed.insert(scope) }
        continue
      }
      if hasUrgentYes {
        owed.insert(scope)
        continue
      }
      guard isOrdinary else { return }
      if scope == .policy, let latest, let old = self.tree(latest),
        corrections(tree) <= corrections(old)
      {
        return
      }
    }
    guard answers[place].hasLegalList, end(until: place) == nil,
      tree.id == "common" || tree.history.last?.stage == .iteration,
      !(0...place).contains(where: { answers[$0].givesUp.contains(tree.version) })
    else { return }
    guard keepsNotice(place, tree) else { return }
    answers[place].isCandidate = true
    answers[place].owed = owed
  }

  /// The entries after the first one that correct a slip of the pen.
  private func corrections(_ tree: PolicySnapshot) -> Int {
    tree.changeClasses.enumerated().filter { $0 > 0 && $1 == .editorial }.count
  }

  /// The records that landed until then are spent on these words, as others replaced them or they were
  /// given up; `nil` where that never happened.
  private func giveWay(_ place: Int, _ scope: Scope) -> Int? {
    guard let tree = tree(place), tree.scopes.contains(scope) else { return nil }
    var spent: Int?
    for earlier in 0...place {
      for version in answers[earlier].givesUp {
        let last = standing(before: earlier, after: earlier).last {
          self.tree($0)?.version == version
        }
        if let last, self.tree(last)?.digests[scope] == tree.digests[scope] {
          spent = earlier - 1
        }
      }
      guard earlier < place, answers[earlier].isCandidate,
        let previous = standing(before: earlier).last,
        let old = self.tree(previous)?.digests[scope],
        let new = self.tree(earlier)?.digests[scope], old != new
      else { continue }
      if old == tree.digests[scope] { spent = earlier }
    }
    return spent
  }

  private mutating func judgeEnd(
    _ place: Int, _ tree: PolicySnapshot, _ records: ReferenceRecords
  ) {
    let wasReleased = (0...place).contains { earlier in
      answers[earlier].isCandidate || self.tree(earlier)?.stage == .iteration && earlier < place
        || earlier < place
          && self.tree(earlier)?.history.contains { $0.stage == .iteration } == true
    }
    guard wasReleased, tree.history.last?.stage == .retired, answers[place].hasLegalList,
      let retirement = tree.retirement,
      records.isApproved(.retire, for: .retire, giveWay: nil)
    else { return }
    answers[place].end = max(retirement.on, landings[place].landing.day)
  }
}
