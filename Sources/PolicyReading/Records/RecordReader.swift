package import PolicyModel

/// What a `.signoff` file holds.
package struct ReadRecord: Sendable, Hashable {
  package let signOff: SignOff
  /// Everything above the signature: exactly the bytes that ssh-keygen signs.
  package let signedBytes: ArraySlice<UInt8>
  /// The armored signature to the end of the file, not looked into; `nil` in an unsigned record.
  package let signature: [UInt8]?
}

/// Reads the records of reviewers. Where one is signed it refuses whatever ``RecordWriter`` would
/// have written in another way: one statement has one sequence of bytes.
package enum RecordReader {
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the name of the file, without its folder.
  ///   - isExact: whether a record without a signature must be byte for byte as it is written, too.
  /// - Returns: the record, or the first thing that makes the file none.
  package static func read(
    _ bytes: [UInt8], name: String, isExact: Bool = false
  ) -> Result<ReadRecord, RecordProblem> {
    Result { () throws(RecordProblem) in try record(bytes, name: name, isExact) }
  }

  /// Whether the file has a signature, which any change to the bytes above it breaks.
  package static func isSigned(_ bytes: [UInt8]) -> Bool {
    RecordBytes.signatureStart(in: bytes) != nil
  }

  /// In bytes.
  package static let maximumSize = RecordForm.maximumSize

  /// Whether a file was meant as a record, wherever it lies and whatever is wrong with it.
  package static func isMeant(_ bytes: [UInt8]) -> Bool {
    bytes.drop { " \t\r\n".utf8.contains($0) }.starts(with: RecordForm.firstLine.utf8)
  }

  /// The policy and the name of the file that a record must have; `nil` where it cannot be read.
  package static func fileName(of bytes: [UInt8]) -> (policy: String, file: String)? {
    let start = RecordBytes.signatureStart(in: bytes)
    let lines = start == nil ? RecordBytes.mended(bytes) : bytes
    guard let signOff = try? signOff(of: lines[..<(start ?? lines.count)]) else { return nil }
    return (signOff.policy, signOff.fileName)
  }

  private static func record(
    _ bytes: [UInt8], name: String, _ isExact: Bool
  ) throws(RecordProblem) -> ReadRecord {
    let start = RecordBytes.signatureStart(in: bytes)
    let end = start ?? bytes.count
    let lines = isExact || start != nil ? bytes : RecordBytes.mended(bytes)
    try RecordBytes.check(lines)
    let signOff = try signOff(of: lines[..<(start ?? lines.count)])
    guard signOff.fileName.utf8.elementsEqual(name.utf8) else {
      throw RecordProblem("The name of the file must be `\(signOff.fileName)`.")
    }
    return ReadRecord(
      signOff: signOff, signedBytes: bytes[..<end],
      signature: end < bytes.count ? Array(bytes[end...]) : nil)
  }

  private static func signOff(of bytes: ArraySlice<UInt8>) throws(RecordProblem) -> SignOff {
    var lines = RecordLines(
      bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) })
    try lines.takeFirstLine()
    let workspace = try lines.take("workspace", slug, asSlug)
    let policy = try lines.take("policy", slug, asSlug)
    let purposeName = try lines.take("purpose", "round, review, retire, urgent or translation") {
      $0 == "round" || SignOff.Purpose.unnumbered[$0] != nil ? $0 : nil
    }
    let version = try lines.take("version", number) { RecordForm.number($0) }
    let purpose =
      if let purpose = SignOff.Purpose.unnumbered[purposeName] {
        purpose
      } else {
        SignOff.Purpose.round(try lines.take("round", number) { RecordForm.number($0) })
      }
    let group = try lines.take("group", slug, asSlug)
    let reviewer = try lines.take("reviewer", "an e-mail address in lower-case ASCII") {
      ReviewerAddress.isWellFormed($0) ? $0 : nil
    }
    let count = try lines.take("number", number) { RecordForm.number($0) }
    let verdicts = purpose.verdicts
    let verdict = try lines.take(
      "verdict", "one of \(verdicts.map(\.rawValue).joined(separator: ", "))"
    ) { text in verdicts.first { $0.rawValue == text } }
    let considered = purpose == .review ? try considered(&lines) : []
    let clears = try clears(&lines)
    let signed = try lines.take("signed", "a date, YYYY-MM-DD") { CalendarDate($0) }
    let digests = try digests(&lines)
    let blank = lines.number
    try lines.takeBlank()
    guard !digests.isEmpty || verdict != .approve else {
      throw RecordProblem(line: blank, "An approval names the digests of what it approves.")
    }
    let text = try text(&lines)
    guard !text.isEmpty || !verdict.needsText else {
      throw RecordProblem("The verdict `\(verdict.rawValue)` needs the reviewer's words.")
    }
    let signOff = SignOff(
      workspace: workspace, policy: policy, purpose: purpose, version: version, group: group,
      reviewer: reviewer, number: count, verdict: verdict, signed: signed, digests: digests,
      considered: considered, clears: clears, text: text)
    guard signOff.fileName.utf8.count <= RecordForm.maximumNameLength else {
      throw RecordProblem("The name of the file would be longer than 255 bytes.")
    }
    return signOff
  }

  private static let slug =
    "lower-case letters and digits joined by single hyphens, at most 80"
  private static let number = "a whole number from 1 up, of at most nine digits"
  private static func asSlug(_ text: String) -> String? { Shape.isSlug(text) ? text : nil }

  private static func considered(
    _ lines: inout RecordLines
  ) throws(RecordProblem) -> [SignOff.Consideration] {
    let all = SignOff.Consideration.allCases
    let names = all.map(\.rawValue).joined(separator: ", ")
    return try lines.take("considered", "some of \(names), in this order, with `, ` between") {
      text in
      let words = text.split(separator: ", ", omittingEmptySubsequences: false)
      let found = all.filter { words.contains(Substring($0.rawValue)) }
      return found.map { Substring($0.rawValue) } == words ? found : nil
    }
  }

  private static func clears(_ lines: inout RecordLines) throws(RecordProblem) -> String? {
    let line = lines.number
    guard let name = lines.takeIfPresent("clears") else { return nil }
    guard RecordForm.isFileName(name) else {
      throw RecordProblem(
        line: line, "The value of `clears` must be the name of a record's file.")
    }
    return name
  }

  private static func digests(
    _ lines: inout RecordLines
  ) throws(RecordProblem) -> [SignOff.Digest] {
    var digests: [SignOff.Digest] = []
    var last: (Int, String)?
    while true {
      let line = lines.number
      guard let (scope, value) = try lines.takeDigest() else { return digests }
      guard let rank = RecordForm.rank(ofScope: scope) else {
        throw RecordProblem(line: line, "There is no scope with the name after `digest-`.")
      }
      if let last, !RecordForm.isBefore(last, rank) {
        throw RecordProblem(
          line: line, "The digest of `\(scope)` stands twice, or not in the order of scopes.")
      }
      guard RecordForm.isDigest(value) else {
        throw RecordProblem(
          line: line, "A digest must be `sha256:` and 64 hexadecimal digits in lower case.")
      }
      last = rank
      digests.append(SignOff.Digest(scope: scope, value: value))
    }
  }

  private static func text(_ lines: inout RecordLines) throws(RecordProblem) -> String {
    let first = lines.number
    let rest = lines.rest
    for (offset, line) in rest.enumerated() where line.utf8.last == UInt8(ascii: " ") {
      throw RecordProblem(line: first + offset, "A line of the text ends with a blank.")
    }
    if rest.first?.isEmpty == true || rest.last?.isEmpty == true {
      throw RecordProblem(line: first, "The text begins or ends with a blank line.")
    }
    return rest.joined(separator: "\n")
  }
}
