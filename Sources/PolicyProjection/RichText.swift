package import CommonMark

/// Words with their markup. Encoded, it is its plain text: the form for machines.
package struct RichText: Sendable, Hashable, Encodable {
  package var blocks: [Block]

  package init(_ blocks: [Block]) { self.blocks = blocks }

  /// `nil` for a part that is missing or empty.
  package init?(_ blocks: [Block]?) {
    guard let blocks, !blocks.isEmpty else { return nil }
    self.blocks = blocks
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(blocks.plainText)
  }
}

/// A line of words with its markup.
package struct RichLine: Sendable, Hashable, Encodable {
  package var inlines: [Inline]

  package init(_ inlines: [Inline]) { self.inlines = inlines }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(inlines.plainText)
  }
}
