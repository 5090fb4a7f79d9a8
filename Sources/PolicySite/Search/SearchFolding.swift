/// What becomes of one character: nothing, the end of a word, or capital letters without marks.
///
/// `search.js` gets the same from `normalize` and `toUpperCase`; a golden file holds both to it.
/// Capitals, since there `ß` is `SS` and both small sigmas are one.
enum SearchFolding: Sendable, Equatable {
  /// Ends a word.
  case separator
  /// Gone, and the word goes on.
  case mark
  case letters([UInt8])
  /// A word by itself: Thai, Lao, kana and Han are written without spaces. Behind other letters it
  /// goes on with them, as the browser's pattern does.
  case word([UInt8])
  /// A sign of those scripts, such as the baht's: always by itself.
  case sign([UInt8])

  static func of(_ scalar: Unicode.Scalar) -> Self {
    scalar.value < 0x2100 ? common[Int(scalar.value)] : compute(scalar)
  }

  /// The alphabets and punctuation, reckoned once.
  private static let common = (0..<0x2100).map { (value: UInt32) in
    Unicode.Scalar(value).map(compute) ?? .separator
  }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    let rows =
      SearchFoldingTable.letters + SearchFoldingTable.latin + SearchFoldingTable.others
    for (base, composed) in rows {
      for scalar in composed.unicodeScalars { table[scalar] = base.uppercased() }
    }
    return table
  }()

  private static func compute(_ scalar: Unicode.Scalar) -> Self {
    if scalar.properties.generalCategory == .nonspacingMark { return .mark }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    let letters = table[scalar] ?? table[lower] ?? scalar.properties.uppercaseMapping
    guard let first = letters.unicodeScalars.first else { return .separator }
    let bytes = Array(letters.utf8)
    switch first.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .spacingMark:
      return standsAlone(first) ? .word(bytes) : .letters(bytes)
    default:
      return standsAlone(first) ? .sign(bytes) : .separator
    }
  }

  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x3040...0x30FF, 0x3400...0x9FFF: true
    default: false
    }
  }
}
