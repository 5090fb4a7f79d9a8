import PolicyModel

@testable import PolicyReading

/// Records for the tests, as values and as files.
enum RecordSample {
  static let digest = "sha256:" + String(repeating: "0123456789abcdef", count: 4)

  static func signOff(
    _ purpose: SignOff.Purpose = .round(6), _ verdict: SignOff.Verdict = .approve,
    considered: [SignOff.Consideration] = [], clears: String? = nil, text: String = ""
  ) -> SignOff {
    SignOff(
      workspace: "quillwork", policy: "pay-outside", purpose: purpose, version: 2, group: "legal",
      reviewer: "ana@quillwork.example", number: 2, verdict: verdict,
      signed: CalendarDate(daysSinceEpoch: 20_624),
      digests: [SignOff.Digest(scope: "policy", value: digest)],
      considered: purpose == .review && considered.isEmpty ? [.law, .data] : considered,
      clears: clears, text: text)
  }

  static let name = "v2-r6-legal-ana@quillwork.example-2.signoff"

  static let file = """
    bylaw-record/v1
    workspace: quillwork
    policy: pay-outside
    purpose: round
    version: 2
    round: 6
    group: legal
    reviewer: ana@quillwork.example
    number: 2
    verdict: approve
    signed: 2026-06-20
    digest-policy: \(digest)

    See LEGAL-123.

    """

  static func sentence(of file: String, name: String = name) -> String? {
    sentence(of: Array(file.utf8), name: name)
  }

  static func sentence(of bytes: [UInt8], name: String = name) -> String? {
    guard case .failure(let problem) = RecordReader.read(bytes, name: name) else { return nil }
    return problem.line.map { "\($0): \(problem.sentence)" } ?? problem.sentence
  }
}
