/// A text that equals another only byte by byte.
///
/// Swift's strings are equal where Unicode takes their letters for the same, and digests are not: to
/// them “é” as one scalar and as two are two words.
struct ByteText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Texts of equal bytes are equal as strings too.
  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
