import CommonMark
package import PolicyModel
package import PolicyProjection
import PolicyReading

extension SignJob {
  /// What a reviewer says of a translation into `locale`, as it stands in the working tree.
  package init(
    desk: PolicyDesk, group: String, verdict: SignOff.Verdict, translationInto locale: String,
    text: String, reviewer: String
  ) throws {
    try self.init(
      desk: desk, group: group, verdict: verdict, purpose: .translation, text: text,
      reviewer: reviewer)
    self.locale = locale
  }

  /// The file of the translation.
  package var translationPath: String? {
    locale.map { Translation.path(of: desk.policy.id, in: $0) }
  }

  private var translation: TranslationJudge? { locale.flatMap { desk.translation(into: $0) } }

  /// What a record on the translation is bound to.
  var translationDigests: [SignOff.Digest] {
    translation.map { [.init(scope: $0.snapshot.scope, value: $0.snapshot.digest)] } ?? []
  }

  /// A record on a translation that would count for nothing is not written.
  func refuseTranslation() throws {
    let workspace = desk.settings.workspace
    guard let tag = locale, let locale = workspace.targetLocale(tag) else {
      let tags = workspace.targetLocales.map(\.tag).joined(separator: ", ")
      throw LoadError(
        "`\(self.locale ?? "")` is no language of this workspace",
        help: tags.isEmpty
          ? "Add it to `locales` in bylaw.yml, and land that first." : "Languages: \(tags).")
    }
    guard locale.groups.contains(group) else {
      let asked = locale.groups.joined(separator: ", ")
      throw LoadError(
        "locales.\(tag) does not ask `\(group)`",
        help: locale.groups.isEmpty
          ? "It asks nobody: translations count as they land." : "It asks: \(asked).")
    }
    guard let translation, desk.translations[tag] != nil else {
      let path = Translation.path(of: desk.policy.id, in: tag)
      throw LoadError(
        "There is no sound translation at \(path)", help: "`bylaw check \(path)` says why.")
    }
    try refuseTranslator(translation)
    guard !verdict.needsText || !text.isEmpty else {
      throw LoadError("`\(verdict.rawValue)` needs words", help: "Give them with -m TEXT.")
    }
    try refuseObjection(translation)
  }

  private func refuseTranslator(_ translation: TranslationJudge) throws {
    let speakers = translation.speakers
    let members = speakers.members(of: group)
    let isEntitled =
      verdict == .overrule || speakers.needsStandIn(group)
      ? speakers.overrulers.contains(reviewer) : members.contains(reviewer)
    if verdict == .approve, translation.authors.contains(reviewer) {
      throw LoadError(
        "\(reviewer) wrote some of these words, and nobody approves their own text",
        help:
          "Ask another member of `\(group)`, or someone of lifecycle.overrule where there is none."
      )
    }
    guard isEntitled else {
      throw LoadError(
        verdict == .overrule
          ? "\(reviewer) is not in lifecycle.overrule" : "\(reviewer) is no member of `\(group)`",
        help: "Its members: \(members.sorted().joined(separator: ", ")).")
    }
  }

  private func refuseObjection(_ translation: TranslationJudge) throws {
    let standing = translation.verdict.objections
    let known =
      standing.isEmpty
      ? "No objection stands." : "These stand: \(standing.joined(separator: ", "))."
    if let clears, !standing.contains(clears) {
      throw LoadError("`\(clears)` is no objection that stands", help: known)
    }
    if verdict == .overrule, clears == nil {
      throw LoadError(
        "`overrule` sets one objection aside, and none is named",
        help: "Name it with --clears RECORD. \(known)")
    }
  }
}

extension PolicyDesk {
  /// What a translation changes of the words that were approved last; `nil` where none were.
  func reading(ofTranslationInto locale: String) -> SignReading? {
    guard let new = translations[locale], let history,
      let approved = line.translations[locale]?.approved.last
    else { return nil }
    var shelf = history.loaded.settings
    let workspace = shelf.workspace(approved.settings) ?? settings.workspace
    guard
      let old = TranslationShelf.translation(
        shelf.blobs[approved.snapshot.blob], at: approved.snapshot.path, in: workspace)
    else { return nil }
    return SignReading(
      scopes: [],
      since: "the translation that was approved last, on \(approved.landing.day.inWords)",
      command: "git diff \(approved.landing.commit.short) -- \(approved.snapshot.path)",
      redline: Redline(from: old.words, to: new.words))
  }

  /// The translations of the working tree, as what its landing would do to them.
  static func touches(
    of id: String, _ translations: CheckedTranslations, _ line: PolicyLine, _ user: String?,
    blob: ([UInt8]) -> ObjectID?
  ) -> [TranslationTouch] {
    translations.sound.filter { $0.id == id }.compactMap { translation in
      guard let blob = blob(translation.words.source.text.bytes) else { return nil }
      let snapshot = TranslationSnapshot(of: translation, blob: blob)
      let landed = line.translations[snapshot.locale]?.landed
      // Words that are not committed are the user's.
      let isNew = landed?.digest != snapshot.digest
      return TranslationTouch(
        snapshot: snapshot, authors: isNew ? Set([user].compactMap(\.self)) : [])
    }
  }

  /// The judge of a translation as the working tree has it; `nil` where there is no sound one.
  package func translation(into locale: String) -> TranslationJudge? {
    guard let translation = landed.translations[locale], let snapshot = translation.landed else {
      return nil
    }
    return TranslationJudge(
      snapshot, of: self.snapshot, settings: settings, revoked: judge.judge.revoked,
      records: landed.records, authors: translation.authors)
  }
}
