package import PolicyModel

/// What a record's lines are, for reading and for writing.
///
/// The lines have one order, and each value one spelling, so that one statement is one sequence of
/// bytes: the bytes that are signed.
enum RecordForm {
  static let firstLine = "bylaw-record/v1"
  /// In bytes, the signature included.
  static let maximumSize = 64 * 1024
  /// What the name of a file can be on most file systems, in bytes.
  static let maximumNameLength = 255
  static let signatureLine = "-----BEGIN SSH SIGNATURE-----"
  static let digestPrefix = "digest-"
  static let translationPrefix = "translation:"

  /// Every key but those of the digests, in the order of the lines.
  static let keys = [
    "workspace", "policy", "purpose", "version", "round", "group", "reviewer", "number", "verdict",
    "considered", "clears", "signed",
  ]

  /// Where the line of a scope stands among the digests; `nil` for what is no scope. Translations
  /// come last, in the order of the bytes of their locales.
  static func rank(ofScope scope: String) -> (Int, String)? {
    if let scope = Scope(rawValue: scope), let rank = Scope.allCases.firstIndex(of: scope) {
      return (rank, "")
    }
    guard scope.utf8.starts(with: translationPrefix.utf8) else { return nil }
    let locale = String(scope.dropFirst(translationPrefix.count))
    guard Shape.locale.content(of: locale) != nil else { return nil }
    return (Scope.allCases.count, locale)
  }

  static func isBefore(_ left: (Int, String), _ right: (Int, String)) -> Bool {
    left.0 != right.0 ? left.0 < right.0 : left.1.utf8.lexicographicallyPrecedes(right.1.utf8)
  }

  /// `sha256:` and 64 hexadecimal digits in lower case.
  static func isDigest(_ value: String) -> Bool {
    value.utf8.count == 71 && value.utf8.starts(with: "sha256:".utf8)
      && value.utf8.dropFirst(7).allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
      }
  }

  /// A whole number from 1, of at most nine digits, without leading zeros.
  static func number(_ text: some StringProtocol) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number >= 1, String(number) == text
    else { return nil }
    return number
  }

  /// Whether a record's file could have this name.
  static func isFileName(_ name: String) -> Bool {
    let suffix = ".signoff"
    guard name.utf8.count <= maximumNameLength, name.utf8.starts(with: "v".utf8),
      name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), name.hasSuffix(suffix)
    else { return false }
    let parts = name.dropFirst().dropLast(suffix.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 5, let last = parts.last, number(parts[0]) != nil, number(last) != nil,
      isPurposeSlug(parts[1])
    else { return false }
    let middle = parts[2..<parts.count - 1]
    return middle.indices.dropFirst().contains { cut in
      Shape.isSlug(middle[..<cut].joined(separator: "-"))
        && ReviewerAddress.isWellFormed(middle[cut...].joined(separator: "-"))
    }
  }

  private static func isPurposeSlug(_ text: Substring) -> Bool {
    SignOff.Purpose.unnumbered[String(text)] != nil
      || text.utf8.starts(with: "r".utf8) && number(text.dropFirst()) != nil
  }
}

extension SignOff.Purpose {
  /// The purposes that stand outside of rounds, by name.
  static let unnumbered = [
    "review": SignOff.Purpose.review, "retire": .retire, "urgent": .urgent,
    "translation": .translation,
  ]

  /// What a reviewer can say for this purpose.
  package var verdicts: [SignOff.Verdict] {
    switch self {
    case .round: [.approve, .requestChanges, .comment, .overrule]
    case .review: [.keep, .revise, .retire]
    case .retire, .urgent, .translation: [.approve, .requestChanges, .comment]
    }
  }
}

extension SignOff.Verdict {
  /// Whether it says nothing without words of the reviewer's own.
  package var needsText: Bool { self == .requestChanges || self == .comment || self == .overrule }
}
