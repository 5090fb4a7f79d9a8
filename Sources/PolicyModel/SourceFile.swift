package import CommonMark

/// A file that was read: its path from the workspace's root, and its text.
package struct SourceFile: Sendable {
  package let path: String
  package let text: SourceText

  package init(path: String, text: SourceText) {
    self.path = path
    self.text = text
  }

  package func location(_ range: SourceRange) -> Location {
    let range = range.clamped(to: 0..<text.bytes.count)
    let line = text.lineRange(text.lineIndex(of: range.lowerBound))
    return Location(
      path: path, range: range, start: text.position(of: range.lowerBound),
      end: text.position(of: range.upperBound), line: text.string(line))
  }
}

/// A value and where it was read.
package struct Located<Value> {
  package var value: Value
  package var range: SourceRange

  package init(_ value: Value, _ range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
