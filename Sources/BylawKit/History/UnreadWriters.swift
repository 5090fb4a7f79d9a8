import PolicyHistory
import PolicyModel

/// Those who wrote where no policy could be read: what they wrote may turn up in one later, by another's
/// hand.
struct UnreadWriters {
  /// By the path of a text that cannot be read.
  private var waiting: [String: Set<String>] = [:]
  /// Of texts that could not be read, and are gone from their place with this landing.
  private var loose: Set<String> = []
  /// By the bytes of a file beside the policies, such as a README.
  private var beside: [ObjectID: Set<String>] = [:]

  mutating func add(_ people: Set<String>, at path: String) {
    waiting[path, default: []].formUnion(people)
  }

  mutating func add(_ people: Set<String>, beside blob: ObjectID) {
    if beside[blob] == nil { beside[blob] = people }
  }

  /// The path holds no text any more.
  mutating func release(_ path: String) {
    if let people = waiting.removeValue(forKey: path) { loose.formUnion(people) }
  }

  func writers(at path: String) -> Set<String> { waiting[path] ?? [] }

  /// The writers of a text that can be read now.
  mutating func take(_ path: String, _ blob: ObjectID) -> Set<String> {
    (waiting.removeValue(forKey: path) ?? []).union(loose).union(beside[blob] ?? [])
  }

  /// A landing is over.
  mutating func forgetLoose() { loose = [] }
}
