package import PolicyModel

extension PolicyLine {
  /// The day from which a version binds. Until then an amendment can move it; once it has come, nothing
  /// can. What has no day has always bound.
  package func effectiveDay(of version: Int) -> CalendarDate? {
    var day: CalendarDate?
    for candidate in candidates where candidate.version == version {
      let earliest = CalendarDate(daysSinceEpoch: 0)
      if let day, day <= candidate.landing.day { return day }
      day = candidate.snapshot.effective ?? earliest
    }
    return day
  }

  /// What binds on a day: the last candidate of the highest version whose day has come.
  package func inForce(on day: CalendarDate) -> Candidate? {
    if let ending, ending.day <= day { return nil }
    return versions(until: day).last
  }

  /// Released versions whose day lies ahead, in the order of their numbers.
  package func upcoming(after day: CalendarDate) -> [Candidate] {
    if let ending, ending.day <= day { return [] }
    let current = inForce(on: day)?.version ?? 0
    return versionNumbers.filter { version in
      version > current && (effectiveDay(of: version).map { $0 > day } ?? false)
    }.compactMap { latestCandidate(of: $0) }
  }

  /// Every version whose day has come, oldest first, each with its last text.
  package func versions(until day: CalendarDate) -> [Candidate] {
    versionNumbers.filter { version in effectiveDay(of: version).map { $0 <= day } ?? false }
      .compactMap { latestCandidate(of: $0) }
  }

  /// The days on which a version bound: from its day until the day of the next one or the end of the
  /// policy; `nil` for an end that has not come. It never bound before its words landed, but where
  /// enforcement begins nothing is known of that, and its day is believed.
  package func interval(of version: Int) -> (from: CalendarDate, until: CalendarDate?)? {
    guard let effective = effectiveDay(of: version),
      let first = candidates.first(where: { $0.version == version })
    else { return nil }
    let next = versionNumbers.filter { $0 > version }.compactMap { effectiveDay(of: $0) }.min()
    let ends = [next, ending?.day].compactMap(\.self)
    let isBelieved = first.isAdopted && first.snapshot.effective != nil
    let from = isBelieved ? effective : max(effective, first.landing.day)
    return (from, ends.min())
  }

  /// The days on which other words of a version landed, of these scopes; what is mere bookkeeping is
  /// left out.
  package func amendments(
    of version: Int, in scopes: [Scope] = Scope.allCases
  ) -> [CalendarDate] {
    let own = candidates.filter { $0.version == version }
    func words(_ candidate: Candidate) -> [String?] {
      scopes.filter(candidate.snapshot.scopes.contains).map { candidate.snapshot.digests[$0] }
    }
    return zip(own, own.dropFirst()).filter { words($0) != words($1) }.map(\.1.landing.day)
  }

  /// The landing with which the words of a candidate came, where only bookkeeping landed since.
  package func firstLanding(ofWordsIn candidate: Candidate) -> Landing {
    candidates.filter { $0.version == candidate.version }.reversed()
      .drop { $0.landing != candidate.landing }
      .prefix { $0.snapshot.words == candidate.snapshot.words }.last?.landing
      ?? candidate.landing
  }

  private var versionNumbers: [Int] { Set(candidates.map(\.version)).sorted() }
}

extension PolicySnapshot {
  /// The digests of what readers, moderators and customers see.
  fileprivate var words: [String?] { scopes.map { digests[$0] } }
}
