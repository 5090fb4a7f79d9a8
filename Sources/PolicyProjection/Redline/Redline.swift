package import PolicyModel

/// What changed between two versions of a policy, unit by unit and word by word.
///
/// The parsed documents are compared, so wrapping, bullets and the way in which YAML was quoted never
/// show. For each scope there is an entry if and only if the digest of that scope differs: what is
/// signed is what is shown. The order of the parts in the file is in no digest, and makes no entry.
package struct Redline: Sendable, Hashable, Codable {
  /// In the order of the new document, the front-matter first; what was removed stands where it stood.
  package var entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries }

  /// Where there is no `old`, everything is an addition. What a policy inherits makes no entry, as
  /// `common.md` has a redline and sign-offs of its own.
  package init(from old: Policy?, to new: Policy) {
    let new = RedlineDocument(new)
    let old = old.map { RedlineDocument($0, comparedWith: new) }
    entries = RedlineComparison(from: old, to: new).entries
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The scopes in which something changed.
  package var scopes: Set<Scope> { Set(entries.flatMap(\.scopes)) }

  /// What those see who sign only some scopes.
  package func restricted(to scopes: Set<Scope>) -> Redline {
    Redline(entries: entries.filter { !scopes.isDisjoint(with: $0.scopes) })
  }

  /// What the public may read: nothing internal is in it, not even that it changed.
  package var publicOnly: Redline { Redline(entries: entries.filter(\.isPublic)) }
}
