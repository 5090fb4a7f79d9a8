/// Random texts that are the same in every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func text(of lengths: Range<Int>, _ pieces: [String] = SeededRandom.pieces) -> String {
    let count = Int.random(in: lengths, using: &self)
    return (0..<count).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }

  static let pieces = [
    "a", "word", " ", "  ", "\n", "=", ".", "From ", "é", "ß", "漢字", "😀", "\t", "=?", "?=", "_",
    "<",
    "\"", "\\", "&", "{{x}}", "\u{0}", "\u{7F}", "\u{85}", "long-word-without-any-blank-in-it",
  ]

  /// What is left of ``pieces`` in a header.
  static let headerPieces = pieces.filter { !$0.unicodeScalars.contains { $0.value < 0x20 } }
}
