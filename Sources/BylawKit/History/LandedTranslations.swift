import PolicyHistory
import PolicyModel
import PolicyProjection

extension LandingWalk {
  /// The translations of a policy that are in the tree after a landing, and those that it removed.
  mutating func translate(
    _ id: String, _ git: GitLanding?, _ judging: JudgingSettings?, _ touch: inout Touch
  ) {
    guard let judging else { return }
    for locale in judging.workspace.targetLocales {
      let path = Translation.path(of: id, in: locale.tag)
      guard let blob = tree.files[path],
        let snapshot = translations.snapshot(blob, of: id, in: locale.tag, judging, settings.blobs)
      else { continue }
      touch.translations.append(
        TranslationTouch(
          snapshot: snapshot, authors: git.map { authors(of: path, blob, $0, judging) } ?? []))
    }
    for change in git?.changes ?? [] {
      if case .translation(id, let locale) = TreePlace(change.path), tree.files[change.path] == nil
      {
        touch.removedTranslations.insert(locale)
      }
    }
  }

  /// Those who changed the file in this landing: in the commits that it merged, and in itself where none
  /// of them has just these bytes. Whoever changed it while it could not be read is among them.
  private mutating func authors(
    of path: String, _ blob: ObjectID, _ git: GitLanding, _ judging: JudgingSettings
  ) -> Set<String> {
    func touches(_ changes: [FileChange]) -> Bool { changes.contains { $0.path == path } }
    guard touches(git.changes) else { return [] }
    var authors = unread.take(path, blob)
    var isMerged = false
    for side in sides[git.commit] ?? [] where side.changes.allSatisfy(touches) {
      authors.formUnion(people(of: side, judging).authors)
      isMerged =
        isMerged || side.changes.joined().contains { $0.path == path && $0.new?.id == blob }
    }
    return isMerged ? authors : authors.union(people(of: git, judging).authors)
  }
}
