import PolicySite

/// The memory as lines of a file. What was not written to its end is no memory.
extension BuildMemory {
  private static let beginning = "bylaw-memory/2"
  private static let end = "end"

  var text: String {
    var lines = [Self.beginning, surroundings, texts.sorted().joined(separator: ";")]
    lines.append(
      open.map { "\(String($0.hash, radix: 16)),\($0.count)" }.sorted().joined(separator: ";"))
    lines.append("\(String(sharedStamp, radix: 16))\t\(shared.text)")
    for (id, pages) in policies.sorted(by: { $0.key < $1.key }) {
      let fields = [
        id, pages.source, pages.lookups.joined(separator: ";"), pages.answers,
        String(pages.pageCount), String(pages.stamp, radix: 16), pages.files.text,
      ]
      lines.append(fields.joined(separator: "\t"))
    }
    return (lines + [Self.end]).joined(separator: "\n")
  }

  init?(text: Substring) {
    let lines = Self.fields(of: text, separator: "\n")
    guard lines.count >= 6, lines[0] == Self.beginning, lines[lines.count - 1] == Self.end
    else {
      return nil
    }
    let ownFields = Self.fields(of: lines[4], separator: "\t")
    guard ownFields.count == 2, let stamp = UInt64(ownFields[0], radix: 16) else { return nil }
    surroundings = String(lines[1])
    texts = Set(lines[2].split(separator: ";").map(String.init))
    open = []
    sharedStamp = stamp
    shared = FileList(text: String(ownFields[1]))
    policies = [:]
    for words in lines[3].split(separator: ";") {
      let fields = words.split(separator: ",")
      guard fields.count == 2, let hash = UInt64(fields[0], radix: 16), let count = Int(fields[1])
      else { return nil }
      open.insert(.init(hash: hash, count: count))
    }
    for line in lines[5..<(lines.count - 1)] {
      let fields = Self.fields(of: line, separator: "\t")
      guard fields.count == 7, let pageCount = Int(fields[4]),
        let stamp = UInt64(fields[5], radix: 16)
      else { return nil }
      policies[String(fields[0])] = Pages(
        source: String(fields[1]), lookups: fields[2].split(separator: ";").map(String.init),
        answers: String(fields[3]), files: FileList(text: String(fields[6])),
        pageCount: pageCount, stamp: stamp)
    }
  }

  /// By bytes, as there are many.
  private static func fields(of text: Substring, separator: Unicode.Scalar) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
      .map { Substring($0) }
  }
}
