import CommonMark

/// A text as the hashes of its words, so that sentences can be compared whatever markup, case or
/// spacing stands between their words.
struct WordHashes {
  /// One for each word, in order.
  private(set) var words: [UInt64] = []
  /// `prefix[i]` stands for the first `i` words: any run of words has a hash in constant time.
  private var prefix: [UInt64] = [0]
  private var powers: [UInt64] = [1]

  /// The bytes of a scalar that has not ended.
  private var sequence = UTF8Sequence()

  private static let base: UInt64 = 0x1_0000_01B3

  /// The words of plain text.
  init(text: some Sequence<UInt8>) {
    var word: UInt64 = 0
    for byte in text { add(byte, &word) }
    end(&word)
  }

  /// The words of a page: tags are left out, the common entities decoded.
  init(html bytes: [UInt8]) {
    var word: UInt64 = 0
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "<") {
        end(&word)
        while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") { offset += 1 }
      } else if byte == UInt8(ascii: "&") {
        // Entities stand for signs, and signs only part words.
        end(&word)
        while offset < bytes.count, bytes[offset] != UInt8(ascii: ";"), bytes[offset] != 0x20 {
          offset += 1
        }
      } else {
        add(byte, &word)
      }
      offset += 1
    }
    end(&word)
  }

  /// The words of a page's attributes: descriptions and labels are read as well.
  init(attributesOf bytes: [UInt8]) {
    var word: UInt64 = 0
    var (isInTag, isInValue, isInEntity) = (false, false, false)
    for byte in bytes {
      if isInEntity {
        isInEntity = byte != UInt8(ascii: ";") && byte != 0x20
      } else if byte == UInt8(ascii: "\""), isInTag {
        isInValue.toggle()
        end(&word)
      } else if isInValue {
        isInEntity = byte == UInt8(ascii: "&")
        add(byte, &word)
      } else if byte == UInt8(ascii: "<") {
        isInTag = true
      } else if byte == UInt8(ascii: ">") {
        isInTag = false
      }
    }
    end(&word)
  }

  /// The words of JSON, or of a script that holds its strings: what is written as an escape is read as
  /// what it stands for.
  init(json bytes: [UInt8]) {
    var word: UInt64 = 0
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      guard byte == UInt8(ascii: "\\"), offset < bytes.count else {
        add(byte, &word)
        continue
      }
      if bytes[offset] == UInt8(ascii: "u"), let unit = Self.unit(bytes, at: offset + 1) {
        offset += 5
        // Half of a pair is no letter of any word that has another form.
        if let scalar = Unicode.Scalar(unit) {
          for byte in UTF8.encode(scalar) ?? .init() { add(byte, &word) }
        }
      } else {
        // A line break, a tab, a quote or a backslash: all of them part words.
        end(&word)
        offset += 1
      }
    }
    end(&word)
  }

  /// The four hexadecimal digits from `offset` on.
  private static func unit(_ bytes: [UInt8], at offset: Int) -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    return UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
  }

  /// The hash of `count` words from `start` on.
  func run(from start: Int, count: Int) -> UInt64 {
    prefix[start + count] &- prefix[start] &* powers[count]
  }

  /// Letters and digits make words; apostrophes, quotes, dashes and all other signs part them, whether
  /// they are ASCII or not.
  private mutating func add(_ byte: UInt8, _ word: inout UInt64) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Self.mix(byte | 0x20, &word)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      Self.mix(byte, &word)
    case 0x80...: sequence.add(byte).map { add($0, &word) }
    default: end(&word)
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ word: inout UInt64) {
    switch ScalarRole(scalar) {
    case .letter: for byte in UTF8.encode(scalar) ?? .init() { Self.mix(byte, &word) }
    case .invisible: break
    case .sign: end(&word)
    }
  }

  /// FNV-1a, begun anew for each word.
  private static func mix(_ letter: UInt8, _ word: inout UInt64) {
    if word == 0 { word = 0xCBF2_9CE4_8422_2325 }
    word = (word ^ UInt64(letter)) &* 0x100_0000_01B3
  }

  private mutating func end(_ word: inout UInt64) {
    guard word != 0 else { return }
    words.append(word)
    prefix.append(prefix[prefix.count - 1] &* Self.base &+ word)
    powers.append(powers[powers.count - 1] &* Self.base)
    word = 0
  }
}
