internal import CSiteTheme

/// The theme that is compiled into the program.
enum BuiltInTheme {
  /// Its files by their paths within `site/`.
  static let files: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    for index in 0..<bylaw_theme_count() {
      let file = unsafe bylaw_theme_file(index)
      let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
      unsafe files[String(cString: file.name)] = unsafe Array(bytes)
    }
    return files
  }()
}
