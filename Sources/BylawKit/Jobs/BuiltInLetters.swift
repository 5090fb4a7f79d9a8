import CommonMark
import PolicyModel
import PolicyReading
import PolicySite

/// The outcome letters that stand in where neither a policy nor `common.md` has one.
enum BuiltInLetters {
  static func templates() throws -> [MessageTemplate] {
    let text = "---\nid: common\ntitle: Built in\n---\n\n" + BuiltInMessages.markdown
    let reading = PolicyReader().read(
      SourceFile(path: "(built in)", text: SourceText(text)), as: .common)
    guard let policy = reading.policy, !reading.findings.hasErrors else {
      throw OutputError("The built-in letters cannot be read: a fault of this program")
    }
    return policy.messages
  }
}
