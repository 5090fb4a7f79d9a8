internal import Synchronization

/// The words of internal sentences that published texts have as well, gathered when one is asked for.
final class PublishedWords: Sendable {
  private let known = Mutex<Set<InternalSentences.Sentence.Words>?>(nil)

  func contains(
    _ words: InternalSentences.Sentence.Words,
    gather: () -> Set<InternalSentences.Sentence.Words>
  ) -> Bool {
    known.withLock { known in
      let all = known ?? gather()
      known = all
      return all.contains(words)
    }
  }
}
