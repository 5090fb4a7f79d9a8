/// Builds the bytes that stand for a unit: no two trees have the same.
///
/// A text is written with its length, and what begins an element is told from what ends it, so that
/// the bytes can be read back in one way only.
struct UnitForm {
  private(set) var bytes: [UInt8] = []

  mutating func text(_ text: String) { add("t", text) }

  mutating func open(_ tag: String) { add("(", tag) }

  mutating func close() { bytes.append(UInt8(ascii: ")")) }

  private mutating func add(_ mark: Character, _ text: String) {
    bytes += "\(mark)\(text.utf8.count):".utf8
    bytes += text.utf8
  }
}
