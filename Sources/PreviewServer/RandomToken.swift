/// Names that nobody can guess, made anew for each server.
enum RandomToken {
  /// 128 bits from the system's secure generator, as 32 hexadecimal digits.
  static func make() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<16).map { _ in
      let byte = UInt8.random(in: .min ... .max, using: &generator)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// Compares without telling by its duration how much agreed.
  static func matches(_ candidate: some StringProtocol, _ token: String) -> Bool {
    let (left, right) = (Array(candidate.utf8), Array(token.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
