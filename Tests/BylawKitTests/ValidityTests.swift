import CommonMark
import PolicyModel
import PolicyProjection
import PolicyReading
import PolicyRules
import Testing

@testable import BylawKit

@Suite("The sites are true")
struct ValidityTests {
  @Test(
    "until the first day on which a version begins or a policy ends",
    arguments: [
      ("2026-01-01", "2026-02-01: version 1 of unwanted-advertising begins"),
      ("2026-02-01", "2026-06-01: version 2 of unwanted-advertising begins"),
      ("2026-06-01", "2026-09-01: unwanted-advertising ends"),
      ("2026-09-01", "for good"),
    ])
  func ends(today: String, expected: String) throws {
    let versions = [
      try version(1, from: "2026-02-01", until: "2026-06-01"),
      try version(2, from: "2026-06-01", until: "2026-09-01"),
    ]
    let entry = Publication.Entry(
      policy: versions[0].policy, isUpcoming: false, versions: versions)
    let end = Validity.end(of: try publication([entry], on: today))
    #expect(end.map { "\($0.date): \($0.reason)" } ?? "for good" == expected)
  }

  @Test("until the day of a policy that nobody had to sign")
  func unsigned() throws {
    let policy = try version(1, from: "2026-02-01", until: nil).policy
    let entry = Publication.Entry(policy: policy, isUpcoming: true)
    let day = try #require(policy.facts.effective).value
    let announced = try #require(policy.facts.announced).value
    #expect(announced < day)
    let end = Validity.end(of: try publication([entry], on: "2026-01-01"))
    #expect(end?.date == announced && end?.reason == "unwanted-advertising is announced")
    #expect(Validity.end(of: try publication([entry], on: "\(announced)"))?.date == day)
    #expect(Validity.end(of: try publication([entry], on: "\(day)")) == nil)
  }

  private func version(
    _ number: Int, from: String, until: String?
  ) throws -> Publication.Version {
    let file = SourceFile(path: "policies/a.md", text: SourceText(SoundSample.policy))
    let policy = try #require(PolicyReader().read(file).policy)
    return Publication.Version(
      number: number, policy: policy, from: try day(from), until: try until.map(day), amended: [])
  }

  private func publication(
    _ entries: [Publication.Entry], on today: String
  ) throws -> Publication {
    let file = SourceFile(path: "bylaw.yml", text: SourceText(SoundSample.settings))
    let workspace = try #require(WorkspaceReader.read(file).workspace)
    return Publication(workspace: workspace, entries: entries, common: nil, today: try day(today))
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
}
