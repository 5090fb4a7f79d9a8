import CommonMark

/// A table in plain text: columns in line where it is narrow, else one `column: value` a line.
struct TextTable {
  private let alignments: [Table.Alignment?]
  private let header: [WordRun]
  private let rows: [[WordRun]]
  private let room: Int

  init(_ table: Table, room: Int) {
    alignments = table.alignments
    header = table.header.cells.map { WordRun($0.inlines) }
    rows = table.rows.map { row in row.cells.map { WordRun($0.inlines) } }
    self.room = room
  }

  func write(to lines: inout LineWriter) {
    let widths = header.indices.map { column in
      ([header] + rows).map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
    }
    let isNarrow = widths.reduce(-2) { $0 + $1 + 2 } <= room
    // What a token will be is not known, so that columns with one would not stay in line.
    let isPlain = ([header] + rows).allSatisfy { row in
      row.allSatisfy { !$0.hasLineBreak && !$0.hasToken }
    }
    if isNarrow, isPlain { columns(widths, &lines) } else { records(&lines) }
  }

  private func columns(_ widths: [Int], _ lines: inout LineWriter) {
    lines.line(row(header, widths)[...])
    lines.line(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
    for cells in rows { lines.line(row(cells, widths)[...]) }
  }

  private func row(_ cells: [WordRun], _ widths: [Int]) -> [UInt8] {
    var line: [UInt8] = []
    for (column, cell) in cells.enumerated() where column < widths.count {
      let gap = [UInt8](repeating: 0x20, count: max(0, widths[column] - cell.columns))
      let isRight = column < alignments.count && alignments[column] == .right
      if column > 0 { line += [0x20, 0x20] }
      line += isRight ? gap + cell.bytes : cell.bytes + gap
    }
    return line
  }

  private func records(_ lines: inout LineWriter) {
    for (index, cells) in rows.enumerated() {
      if index > 0 { lines.blank() }
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        var run = WordRun()
        if column < header.count, !header[column].isEmpty {
          run.append(String(decoding: header[column].bytes, as: UTF8.self))
          run.append(": ")
        }
        run.append(String(decoding: cell.bytes, as: UTF8.self))
        let indent = lines.indent("", "  ")
        lines.wrap(run)
        lines.outdent(indent)
      }
    }
  }
}

extension WordRun {
  fileprivate var hasToken: Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "{") && $1 == UInt8(ascii: "{") }
  }
}
