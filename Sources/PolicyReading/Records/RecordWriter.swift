package import PolicyModel

/// Writes the part of a record that is signed.
package enum RecordWriter {
  /// The bytes of `signOff`. ``checked(_:)`` says whether they are a record.
  package static func text(of signOff: SignOff) -> [UInt8] {
    var lines = [RecordForm.firstLine]
    func add(_ key: String, _ value: some CustomStringConvertible) {
      lines.append("\(key): \(value)")
    }
    add("workspace", signOff.workspace)
    add("policy", signOff.policy)
    add("purpose", signOff.purpose.name)
    add("version", signOff.version)
    if case .round(let number) = signOff.purpose { add("round", number) }
    add("group", signOff.group)
    add("reviewer", signOff.reviewer)
    add("number", signOff.number)
    add("verdict", signOff.verdict.rawValue)
    if signOff.purpose == .review {
      add("considered", inOrder(signOff.considered).map(\.rawValue).joined(separator: ", "))
    }
    if let clears = signOff.clears { add("clears", clears) }
    add("signed", signOff.signed)
    for digest in inOrder(signOff.digests) {
      add(RecordForm.digestPrefix + digest.scope, digest.value)
    }
    lines.append("")
    if !signOff.text.isEmpty { lines.append(signOff.text) }
    return lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
  }

  /// The same bytes, if a reader finds in them what `signOff` says; else why not. To be asked before
  /// anything is signed.
  package static func checked(_ signOff: SignOff) -> Result<[UInt8], RecordProblem> {
    let bytes = text(of: signOff)
    return RecordReader.read(bytes, name: signOff.fileName, isExact: true).flatMap { record in
      if record.signature != nil {
        return .failure(
          RecordProblem("The text holds a line that begins as a signature does."))
      }
      var given = signOff
      given.digests = inOrder(given.digests)
      given.considered = inOrder(given.considered)
      guard record.signOff == given else {
        return .failure(RecordProblem("A value of the record holds a line break."))
      }
      return .success(bytes)
    }
  }

  /// What someone typed, as a record can hold it: LF line ends, no blanks at line ends, no blank
  /// lines at either end, no tabs.
  package static func canonicalText(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n"), bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      bytes.append(byte == UInt8(ascii: "\t") ? UInt8(ascii: " ") : byte)
    }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { line in
        var line = line
        while line.last == UInt8(ascii: " ") { line.removeLast() }
        return line
      }[...]
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return String(decoding: Array(lines.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
  }

  private static func inOrder(_ digests: [SignOff.Digest]) -> [SignOff.Digest] {
    digests.sorted { left, right in
      let last = (Int.max, "")
      return RecordForm.isBefore(
        RecordForm.rank(ofScope: left.scope) ?? last, RecordForm.rank(ofScope: right.scope) ?? last)
    }
  }

  private static func inOrder(
    _ considered: [SignOff.Consideration]
  ) -> [SignOff.Consideration] {
    SignOff.Consideration.allCases.filter(considered.contains)
  }
}
