internal import CCmarkGFM
internal import Synchronization

/// Owns a C tree for as long as it is read: the one place where cmark-gfm's memory lives.
///
/// cmark-gfm keeps its extensions in a global table; they are registered once, before the first
/// parser is made. While inlines are parsed it also writes to a table that all parsers share (which
/// characters are special: `~`, and `:` and `w` of bare links), and clears it behind itself. So only
/// one thread at a time may finish a document; else one of the two would lose its links.
@safe
struct NodeTree: ~Copyable {
  let root: OpaquePointer

  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]
  private static let inlineParsing = Mutex<Void>(())
  private static let isRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Parses `bytes` as GitHub Flavored Markdown. `nil` when the C library could not make a tree.
  init?(parsing bytes: ArraySlice<UInt8>) {
    guard Self.isRegistered,
      let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8)
    else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    for name in Self.extensions {
      guard let found = unsafe cmark_find_syntax_extension(name) else { return nil }
      unsafe cmark_parser_attach_syntax_extension(parser, found)
    }
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe cmark_parser_feed(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    nonisolated(unsafe) let held = unsafe parser
    let finished = unsafe Self.inlineParsing.withLock { _ in
      nonisolated(unsafe) let root = unsafe cmark_parser_finish(held)
      return unsafe root
    }
    guard let root = unsafe finished else { return nil }
    unsafe self.root = root
  }

  deinit { unsafe cmark_node_free(root) }
}

/// One node of a ``NodeTree``, valid only while that is alive: it never leaves ``TreeReader``.
@safe
struct Node {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  var type: cmark_node_type { unsafe cmark_node_get_type(pointer) }
  var typeName: String { unsafe String(cString: cmark_node_get_type_string(pointer)) }
  var literal: String { unsafe Self.string(cmark_node_get_literal(pointer)) }
  var destination: String { unsafe Self.string(cmark_node_get_url(pointer)) }
  var title: String { unsafe Self.string(cmark_node_get_title(pointer)) }
  var fenceInfo: String { unsafe Self.string(cmark_node_get_fence_info(pointer)) }
  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
  var listIsOrdered: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }
  var listIsTight: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }
  var isChecked: Bool { unsafe cmark_gfm_extensions_get_tasklist_item_checked(pointer) }
  var isHeaderRow: Bool {
    unsafe cmark_gfm_extensions_get_table_row_is_header(pointer) != 0
  }

  var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { unsafe Int(cmark_node_get_end_column(pointer)) }

  /// One letter a column: `l`, `c`, `r`, or 0 where the author gave no alignment.
  var columnAlignments: [UInt8] {
    let count = unsafe Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let letters = unsafe cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: letters, count: count))
  }

  func forEachChild<Failure>(_ body: (Node) throws(Failure) -> Void) throws(Failure) {
    var next = unsafe cmark_node_first_child(pointer)
    while let child = unsafe next {
      unsafe next = cmark_node_next(child)
      try body(unsafe Node(child))
    }
  }

  private static func string(_ literal: UnsafePointer<CChar>?) -> String {
    guard let literal = unsafe literal else { return "" }
    return unsafe String(cString: literal)
  }
}

/// The version of the cmark-gfm library that this process runs with.
package var cmarkVersion: String { unsafe String(cString: cmark_version_string()) }
