/// What a scalar beyond ASCII does to the words of a text.
enum ScalarRole {
  case letter
  /// It parts words: a quote, a dash, a blank.
  case sign
  /// It stands within a word and is not seen: a soft hyphen, a joiner.
  case invisible

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2060...0x206F, 0xFEFF: self = .invisible
    // What typesetting puts between words, without a look into the tables.
    case 0x80...0xA9, 0xAB...0xB1, 0xB4, 0xB6...0xB8, 0xBB, 0xBF, 0x2000...0x205F: self = .sign
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: self = .letter
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
        .privateUse, .unassigned:
        self = .letter
      default: self = .sign
      }
    }
  }
}

/// Puts the bytes of UTF-8 together, one at a time.
struct UTF8Sequence {
  private var value: UInt32 = 0
  private var missing = 0

  /// The scalar that ends with `byte`; `nil` within one, or where the bytes are no UTF-8.
  mutating func add(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x80..<0xC0 where missing > 0:
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      return missing == 0 ? Unicode.Scalar(value) : nil
    case 0xC0..<0xE0: (value, missing) = (UInt32(byte & 0x1F), 1)
    case 0xE0..<0xF0: (value, missing) = (UInt32(byte & 0x0F), 2)
    case 0xF0..<0xF8: (value, missing) = (UInt32(byte & 0x07), 3)
    default: missing = 0
    }
    return nil
  }
}
