/// A block of a parsed document: a value that holds no pointer into the C library.
package struct Block: Sendable, Hashable {
  package var kind: Kind
  /// Where it stands in the file, without the line ending behind it.
  package var range: SourceRange

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind: Sendable, Hashable {
    case paragraph([Inline])
    /// `level` is 1 to 6.
    case heading(level: Int, [Inline])
    case quote([Block])
    case list(List)
    case code(info: String, literal: String)
    /// Raw HTML. It is never written to any output.
    case html(String)
    case thematicBreak
    case table(Table)
  }
}

package struct List: Sendable, Hashable {
  package var isOrdered: Bool
  /// The first number of an ordered list.
  package var start: Int
  /// Tight lists write their paragraphs without `<p>`.
  package var isTight: Bool
  package var items: [ListItem]
}

package struct ListItem: Sendable, Hashable {
  package var blocks: [Block]
  /// `nil` where the item is no task.
  package var isChecked: Bool?
  package var range: SourceRange
}

package struct Table: Sendable, Hashable {
  package enum Alignment: String, Sendable, Hashable { case left, center, right }

  package var alignments: [Alignment?]
  package var header: Row
  package var rows: [Row]

  package struct Row: Sendable, Hashable {
    package var cells: [Cell]
    package var range: SourceRange
  }

  package struct Cell: Sendable, Hashable {
    package var inlines: [Inline]
    package var range: SourceRange
  }
}

package indirect enum Inline: Sendable, Hashable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  /// Raw HTML. It is never written to any output.
  case html(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case link(Link, [Inline])
  case image(Link, [Inline])
}

package struct Link: Sendable, Hashable {
  package var destination: String
  package var title: String

  package init(destination: String, title: String = "") {
    self.destination = destination
    self.title = title
  }
}

extension Block {
  /// The inlines of a paragraph or a heading; of anything else none.
  package var inlines: [Inline] {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): inlines
    default: []
    }
  }
}
