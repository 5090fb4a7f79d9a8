/// Whose key is whose: the file `allowed_signers`, in the format of ssh-keygen, of which only what
/// names exactly one person is followed.
///
/// It fails closed. A line with a problem lists nobody, and a key that stands under two names, on
/// whatever lines, counts for neither.
package struct AllowedSigners: Sendable, Hashable {
  private var reviewers: [SSHPublicKey: String] = [:]
  /// In the order of the lines.
  private var keysByReviewer: [String: [SSHPublicKey]] = [:]

  /// Nobody.
  package init() {}

  /// The one reviewer who holds `key`.
  package func reviewer(of key: SSHPublicKey) -> String? { reviewers[key] }

  package func keys(of reviewer: String) -> [SSHPublicKey] { keysByReviewer[reviewer] ?? [] }

  /// The holder of each key, by the key's fingerprint.
  package var reviewersByFingerprint: [String: String] {
    Dictionary(uniqueKeysWithValues: reviewers.map { ($0.fingerprint, $1) })
  }

  /// The line on which each of them is listed first, from 1.
  package private(set) var lines: [String: Int] = [:]

  /// Everyone who can sign, in byte order.
  package var all: [String] {
    keysByReviewer.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package static func read(
    _ bytes: some Collection<UInt8>
  ) -> (AllowedSigners, [SignersProblem]) {
    let file = SignersLines(bytes, named: "allowed_signers")
    var problems = file.problems
    var good: [(reviewer: String, key: SSHPublicKey)] = []
    var lines: [String: Int] = [:]
    var first: [SSHPublicKey: (name: String, line: Int)] = [:]
    var shared: Set<SSHPublicKey> = []
    for (number, fields) in file.lines {
      if let key = SignersLine.key(in: fields) {
        if let before = first[key], !before.name.utf8.elementsEqual(fields[0].utf8) {
          shared.insert(key)
          problems.append(
            SignersProblem(
              line: number,
              "The key \(key.fingerprint) stands under another name on line \(before.line), so it "
                + "counts for nobody: one key is one person's.", key: key.fingerprint))
        } else if first[key] == nil {
          first[key] = (fields[0], number)
        }
      }
      do {
        let line = try SignersLine(fields)
        good.append((line.reviewer, line.key))
        lines[line.reviewer] = min(number, lines[line.reviewer] ?? number)
      } catch {
        problems.append(
          SignersProblem(
            line: number, error.description, key: SignersLine.key(in: fields)?.fingerprint))
      }
    }
    var signers = AllowedSigners()
    signers.lines = lines
    for (reviewer, key) in good
    where !shared.contains(key) && signers.reviewers[key] == nil {
      signers.reviewers[key] = reviewer
      signers.keysByReviewer[reviewer, default: []].append(key)
    }
    return (signers, problems.sorted { $0.line < $1.line })
  }
}
