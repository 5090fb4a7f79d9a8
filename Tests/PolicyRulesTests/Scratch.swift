import Foundation
import CommonMark
import PolicyModel
import PolicyReading
import PolicyRules
import Testing

@Test(.enabled(if: ProcessInfo.processInfo.environment["TRY"] != nil)) func tryWorkspace() throws {
  let root = ProcessInfo.processInfo.environment["TRY"]!
  var policies: [(String, String)] = []
  let e = FileManager.default.enumerator(atPath: root + "/policies")!
  for case let p as String in e
  where p.hasSuffix(".md") && !p.hasSuffix("README.md") && !p.hasSuffix("common.md") {
    policies.append(
      ("policies/" + p, try String(contentsOfFile: root + "/policies/" + p, encoding: .utf8)))
  }
  var w = Workbench()
  w.settings = try String(contentsOfFile: root + "/bylaw.yml", encoding: .utf8)
  w.common = try String(contentsOfFile: root + "/policies/common.md", encoding: .utf8)
  w.policies = policies.sorted { $0.0 < $1.0 }
  for f in w.findings {
    print(f.line); if let e = f.explanation { print("      =", e) };
    if let h = f.help { print("      >", h) }
  }
}
