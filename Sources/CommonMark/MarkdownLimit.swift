/// Why a text was not given to cmark-gfm, or its tree not read: it would cost more time or memory
/// than its size warrants.
///
/// cmark-gfm 0.29.0.gfm.6 needs quadratic time for some inputs (CVE-2023-22483, -22484, -22486,
/// -24824, -37463) and stops the process when memory runs out, so each of these is refused before
/// it sees the text. The limits are far above what a policy needs.
package struct MarkdownLimit: Error, Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case size, lineLength, paragraphLines, tableColumns, tableCells, containers, autolinks
    case markup, imageOpeners, referenceGrowth, depth, unreadable
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The limit in words, as it completes "A text may hold at most …".
  package var allowance: String {
    switch kind {
    case .size: "256 KiB of Markdown"
    case .lineLength: "16 KiB on one line"
    case .paragraphLines: "2,000 lines without a blank line"
    case .tableColumns: "64 columns in a table"
    case .tableCells: "20,000 cells in a table"
    case .containers: "32 list or quote markers before the text of a line"
    case .autolinks: "1,000 addresses that begin with www., http:// or https:// in a paragraph"
    case .markup: "1,000 times <? or <! in a paragraph"
    case .imageOpeners: "1,000 times ![ in a paragraph"
    case .referenceGrowth: "1 MiB of addresses brought in by link references"
    case .depth: "100 levels of nesting"
    case .unreadable: "what cmark-gfm can read"
    }
  }
}
