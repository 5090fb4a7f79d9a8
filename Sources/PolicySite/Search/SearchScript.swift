/// A file of the index: an assignment that hands one value to the page, since `file://` and a strict
/// policy for scripts allow little else.
struct SearchScript {
  private(set) var bytes: [UInt8]

  init(_ writeValue: (inout Self) -> Void) {
    bytes = Array("bylaw=".utf8)
    writeValue(&self)
    add(";\n")
  }

  mutating func add(_ code: String) { bytes += code.utf8 }

  mutating func add(_ code: [UInt8]) { bytes += code }

  mutating func addList<Items: Sequence>(
    _ items: Items, _ add: (inout Self, Items.Element) -> Void
  ) {
    self.add("[")
    for (index, item) in items.enumerated() {
      if index > 0 { self.add(",\n") }
      add(&self, item)
    }
    self.add("]")
  }

  /// A string that is the same in JSON and in JavaScript and ends no `<script>`.
  mutating func addString(_ text: String) {
    add("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        add("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default:
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    add("\"")
  }
}
