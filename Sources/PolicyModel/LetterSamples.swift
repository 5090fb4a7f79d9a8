/// What previews of one policy's letters show in place of variables.
package struct LetterSamples: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var variable: Located<String>
    package var value: Located<String>
    /// The only letter that it is for; `nil` for all of them.
    package var kind: MessageKind?

    package init(variable: Located<String>, value: Located<String>, kind: MessageKind?) {
      self.variable = variable
      self.value = value
      self.kind = kind
    }
  }

  package var entries: [Entry]

  package init(entries: [Entry] = []) { self.entries = entries }

  /// `variable` with the sample that is most particular to the letter: the policy's for this letter, the
  /// workspace's for this letter, the policy's, the workspace's.
  package func sampled(_ variable: Variable, in kind: MessageKind) -> Variable {
    var sampled = variable
    sampled.sample =
      own(variable.name, kind) ?? variable.samples[kind.slug] ?? own(variable.name, nil)
      ?? variable.sample
    return sampled
  }

  /// The policy's own sample for a letter.
  package func value(of variable: String, in kind: MessageKind) -> String? {
    own(variable, kind) ?? own(variable, nil)
  }

  private func own(_ variable: String, _ kind: MessageKind?) -> String? {
    entries.last { $0.variable.value == variable && $0.kind == kind }?.value.value
  }
}
