/// The difference of two texts as `diff -u` writes it, for people, and for `patch` and `git apply`.
///
/// Lines are compared as bytes and end with a line feed: a carriage return belongs to its line. The
/// work grows with the lines times those that differ.
package struct UnifiedDiff: Sendable {
  /// How many lines that are the same surround each change.
  static let context = 3

  package let bytes: [UInt8]

  /// Compares two texts of the file at `path`, which the two lines above the hunks name.
  package init(from old: [UInt8], to new: [UInt8], path: String) {
    let old = Self.lines(old)
    let new = Self.lines(new)
    let hunks = Self.hunks(of: Self.rows(from: old, to: new))
    var bytes: [UInt8] = []
    // Without the tab, a name with blanks would end at the first of them.
    let end = path.utf8.contains(UInt8(ascii: " ")) ? "\t\n" : "\n"
    if !hunks.isEmpty { bytes += Array("--- a/\(path)\(end)+++ b/\(path)\(end)".utf8) }
    for hunk in hunks { bytes += hunk.bytes }
    self.bytes = bytes
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...offset])
      start = offset + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  // MARK: Rows

  private struct Row {
    enum Kind { case same, removed, added }

    var kind: Kind
    var line: ArraySlice<UInt8>

    var bytes: [UInt8] {
      let sign: Unicode.Scalar = kind == .same ? " " : kind == .removed ? "-" : "+"
      let isOpen = line.last != UInt8(ascii: "\n")
      return [UInt8(ascii: sign)] + line
        + (isOpen ? Array("\n\\ No newline at end of file\n".utf8) : [])
    }
  }

  /// All lines of both texts in order, those that went before those that came.
  private static func rows(
    from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]
  ) -> [Row] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var rows: [Row] = []
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      if removed.contains(before) {
        rows.append(Row(kind: .removed, line: old[before]))
        before += 1
      } else if added.contains(after) {
        rows.append(Row(kind: .added, line: new[after]))
        after += 1
      } else {
        rows.append(Row(kind: .same, line: old[before]))
        before += 1
        after += 1
      }
    }
    return rows
  }

  // MARK: Hunks

  private struct Hunk {
    var rows: ArraySlice<Row>
    /// How many lines of either text come before.
    var before: (old: Int, new: Int)

    var bytes: [UInt8] {
      let old = rows.count { $0.kind != .added }
      let new = rows.count { $0.kind != .removed }
      let header =
        "@@ -\(Self.range(before.old, old)) +\(Self.range(before.new, new)) @@\n"
      return Array(header.utf8) + rows.flatMap(\.bytes)
    }

    /// `start,count`: a count of one is left out, and an empty range stands behind its line.
    private static func range(_ before: Int, _ count: Int) -> String {
      count == 1 ? "\(before + 1)" : "\(count == 0 ? before : before + 1),\(count)"
    }
  }

  /// Changes nearer than twice the context stand in one hunk.
  private static func hunks(of rows: [Row]) -> [Hunk] {
    var ranges: [Range<Int>] = []
    for (index, row) in rows.enumerated() where row.kind != .same {
      let range = max(0, index - context)..<min(rows.count, index + context + 1)
      if let last = ranges.last, last.upperBound >= range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges.map { range in
      let above = rows[..<range.lowerBound]
      return Hunk(
        rows: rows[range],
        before: (above.count { $0.kind != .added }, above.count { $0.kind != .removed }))
    }
  }
}
