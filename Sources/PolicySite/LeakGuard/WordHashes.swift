import CommonMark

/// A text as the hashes of its words, so that sentences can be compared whatever markup, case or
/// spacing stands between their words.
struct WordHashes {
  /// One for each word, in order.
  private(set) var words: [UInt64] = []
  /// `prefix[i]` stands for the first `i` words: any run of words has a hash in constant time.
  private var prefix: [UInt64] = [0]
  private var powers: [UInt64] = [1]

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

  /// The hash of `count` words from `start` on.
  func run(from start: Int, count: Int) -> UInt64 {
    prefix[start + count] &- prefix[start] &* powers[count]
  }

  /// Letters and digits make words; apostrophes and all other signs part them.
  private mutating func add(_ byte: UInt8, _ word: inout UInt64) {
    let letter: UInt8
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter = byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letter = byte
    case 0x80...: letter = byte
    default:
      end(&word)
      return
    }
    // FNV-1a, begun anew for each word.
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
