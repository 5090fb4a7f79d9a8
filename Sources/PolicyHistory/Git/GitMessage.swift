/// What git says on standard error, made fit for a message of ours.
enum GitMessage {
  /// Names in it may come from a hostile repository: controls and marks of direction are replaced,
  /// and one short line remains.
  static func clean(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    var line = ""
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < 500 else { break }
      count += 1
      line.unicodeScalars.append(isPlain(scalar) ? scalar : " ")
    }
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    let first = words.first.map(String.init)
    let rest = ["fatal:", "error:"].contains(first) ? words.dropFirst() : words[...]
    return rest.joined(separator: " ")
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    default: true
    }
  }
}
