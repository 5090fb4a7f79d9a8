package import PolicyModel
package import PolicyProjection

/// What changed for whoever is about to sign: some scopes, against the words that their group signed
/// last.
package struct SignReading: Sendable {
  package var scopes: [Scope]
  /// Against what, in words: “Legal signed last, on 3 March 2026”; `nil` where the group never signed and
  /// nothing is in force.
  package var since: String?
  /// What shows all of it.
  package var command: String
  package var redline: Redline
}

extension SignJob {
  /// The objections of the reviewer that end with the record: any further word there does that.
  package var takenBack: [String] {
    guard verdict != .requestChanges else { return [] }
    return desk.judge.objections().standing.filter { standing in
      standing.signOff.reviewer == reviewer && !Set(standing.scopes).isDisjoint(with: scopes)
    }.map(\.record)
  }
}

/// A text that a group knows.
struct KnownText {
  var policy: Policy
  var since: String
  var diff: [String]
}

extension SignJob {
  /// What its maker reads before it is signed.
  package var readings: [SignReading] {
    switch purpose {
    case .review: []
    case .translation:
      [locale.flatMap { desk.reading(ofTranslationInto: $0) }].compactMap(\.self)
    case .round, .retire, .urgent: desk.readings(of: scopes, by: group)
    }
  }
}

extension PolicyDesk {
  /// The scopes as a group is asked about them, those with the same text before together.
  func readings(of scopes: [Scope], by group: String) -> [SignReading] {
    var readings: [SignReading] = []
    var bases: [KnownText?] = []
    for scope in scopes {
      let known = knownText(to: group, of: scope)
      let isKnown = { (base: KnownText?) in
        base?.since == known?.since && base?.diff == known?.diff
      }
      if let index = bases.firstIndex(where: isKnown) {
        readings[index].scopes.append(scope)
      } else {
        bases.append(known)
        readings.append(
          .init(
            scopes: [scope], since: known?.since,
            command: (["bylaw diff", policy.id] + (known?.diff ?? [])).joined(separator: " "),
            redline: Redline(entries: [])))
      }
    }
    for index in readings.indices {
      readings[index].redline =
        Redline(from: bases[index]?.policy, to: policy)
        .restricted(to: Set(readings[index].scopes)).withoutID
    }
    return readings
  }
}

extension Redline {
  /// The id is in every scope and never changes: in a text that is all new it says nothing.
  fileprivate var withoutID: Redline {
    Redline(entries: entries.filter { $0.place.kind != .key || $0.place.name != "id" })
  }
}

extension PolicyDesk {
  /// What a group approved last of a scope, else what is in force; `nil` where there is neither. When a
  /// policy ends is in force only once it has ended.
  func knownText(to group: String, of scope: Scope) -> KnownText? {
    if let signed = lastSigned(by: group, scope) { return signed }
    guard scope != .retire, let base = approvedText else { return nil }
    let isInForce = line.inForce(on: today) != nil
    let version = base.facts.version?.value ?? snapshot.version
    return KnownText(
      policy: base,
      since: "version \(version), " + (isInForce ? "in force" : "as it was approved last"), diff: []
    )
  }

  /// Anybody can write a file that looks like a record, so only what is proven, and said by somebody who
  /// may speak for the group about these words, tells what the group knows: else one line of text would
  /// hide words from a reviewer.
  private func lastSigned(by group: String, _ scope: Scope) -> KnownText? {
    let speakers = judge.speakers(on: [scope]).candidates(of: group)
    let spoken = judge.proven.compactMap {
      record -> (landed: Int, signOff: SignOff, digest: String)? in
      guard let signOff = record.signOff, signOff.group == group, signOff.agreesToWords,
        speakers.contains(signOff.reviewer), let digest = signOff.digest(of: scope.rawValue),
        isOfKnownRound(signOff), !isTakenBack(signOff, scope)
      else { return nil }
      return (record.landed ?? .max, signOff, digest)
    }.sorted {
      ($0.landed, $0.signOff.signed, $0.signOff.number)
        < ($1.landed, $1.signOff.signed, $1.signOff.number)
    }
    guard let last = spoken.last else { return nil }
    let name = settings.workspace.groups[group]?.name ?? group
    let since = "what \(name) signed last, on \(last.signOff.signed.inWords)"
    if snapshot.digests[scope] == last.digest {
      return KnownText(policy: policy, since: since, diff: [])
    }
    let own = (history?.judgements ?? []).filter { $0.policy == policy.id }
    guard let judgement = own.last(where: { $0.after?.digests[scope] == last.digest }),
      let after = judgement.after,
      let text = history?.text(
        of: Candidate(
          landing: judgement.landing, snapshot: after, settings: judgement.judge?.settings.source,
          grounds: [:]))
    else { return nil }
    return KnownText(policy: text, since: since, diff: [judgement.landing.commit.short])
  }
}

extension PolicyDesk {
  /// Whether it answers a round that there is, and that asks its group: whatever else is signed, nobody
  /// was asked.
  fileprivate func isOfKnownRound(_ signOff: SignOff) -> Bool {
    guard case .round(let number) = signOff.purpose else { return true }
    return (snapshot.rounds + (line.lastRead?.rounds ?? [])).contains {
      $0.number == number && $0.groups.contains(signOff.group)
    }
  }

  /// Whether its maker has asked for changes since.
  private func isTakenBack(_ signOff: SignOff, _ scope: Scope) -> Bool {
    judge.proven.compactMap(\.signOff).contains {
      $0.reviewer == signOff.reviewer && $0.number > signOff.number && $0.isObjection
        && $0.digest(of: scope.rawValue) != nil
    }
  }
}

extension SignOff {
  /// Whether its maker has read the words whose digests it names, and agreed to them.
  fileprivate var agreesToWords: Bool {
    switch purpose {
    case .round, .urgent, .retire: verdict == .approve
    case .review, .translation: false
    }
  }
}
