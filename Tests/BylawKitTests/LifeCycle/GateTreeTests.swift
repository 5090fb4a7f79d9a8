import Foundation
import PolicyModel
import PolicyRules
import Testing

@testable import BylawKit

@Suite("A gate in the terminal")
struct GateTreeTests {
  private func leaf(_ scope: String, _ command: String, who: String = "ana@example.com")
    -> GateCondition
  {
    GateCondition(
      "scope-\(scope)", .unmet, "Legal approves `\(scope)`", who: [who], command: command)
  }

  private func text(_ leaves: [GateCondition]) -> String {
    GateTree(palette: Palette(isColored: false)).text(
      GateReport(
        policy: "a", version: 1, stage: .implementation, gate: .performable, to: .iteration,
        conditions: [GateCondition("urgent", "Every group has signed", of: leaves)]))
  }

  @Test("tells a command once, with all that it serves")
  func once() {
    let sign = "bylaw sign a --as legal --for urgent --approve"
    let text = text(["policy", "article", "emails"].map { leaf($0, sign) })
    #expect(
      text == """
        a, version 1, cannot go to iteration yet
        └─ unmet Every group has signed
           ├─ unmet Legal approves `policy`
           │  who  ana@example.com
           │  do   \(sign)
           │       The same for: Legal approves `article`; Legal approves `emails`.
           ├─ unmet Legal approves `article`
           └─ unmet Legal approves `emails`

        1 thing is missing.

        """)
  }

  @Test("tells each thing that is missing at one place of a file")
  func places() {
    let text = text(["policy", "article"].map { leaf($0, "edit policies/a.md:3") })
    #expect(text.components(separatedBy: "edit policies/a.md:3").count == 3)
    #expect(text.hasSuffix("2 things are missing.\n"))
  }

  @Test("tells it to each person who can type it")
  func people() {
    let text = text([
      leaf("policy", "bylaw sign a"), leaf("article", "bylaw sign a", who: "ben@example.com"),
    ])
    #expect(text.contains("who  ana@example.com\n"))
    #expect(text.contains("who  ben@example.com\n"))
    #expect(!text.contains("The same for"))
  }
}

@Suite("A build without policies")
struct EmptyBuildTests {
  private func text(_ result: BuildJob.Result) -> String {
    BuildReport.text(result, output: "build", sites: [], took: .zero)
  }

  @Test("says why none is published")
  func reasons() {
    var result = BuildJob.Result()
    #expect(text(result).hasPrefix("No policy is published: none is in iteration with"))
    result.hasHistory = false
    #expect(text(result).hasPrefix("No policy is published: nothing is committed to git here"))
    result.policyCount = 1
    #expect(!text(result).contains("No policy"))
  }
}
