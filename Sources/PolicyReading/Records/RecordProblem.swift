/// Why a file is no record.
package struct RecordProblem: Error, Sendable, Hashable {
  /// Counted from 1; `nil` where it is the file as a whole.
  package let line: Int?
  /// What is wrong, as a whole sentence.
  package let sentence: String

  package init(line: Int? = nil, _ sentence: String) {
    self.line = line
    self.sentence = sentence
  }
}
