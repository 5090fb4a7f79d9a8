import Testing

@testable import BylawKit

@Suite("What a path is for")
struct TreePlaceTests {
  @Test(
    "is told by its folders and its name",
    arguments: [
      ("bylaw.yml", .settings),
      ("inner/bylaw.yml", .other),
      ("policies/common.md", .common),
      ("policies/spam.md", .policy),
      ("policies/safety/common.md", .policy),
      ("policies/safety/spam.md", .policy),
      ("policies/safety/spam.txt", .other),
      ("policies/safety/README.md", .other),
      ("policies/readme.md", .other),
      ("policies/notreadme.md", .policy),
      ("policies/.hidden.md", .other),
      ("policies/.hidden/spam.md", .other),
      ("policies//spam.md", .other),
      ("policies/", .other),
      ("policies", .other),
      ("policies/signoffs", .other),
      ("policies/signoffs.md", .policy),
      ("policies/signoffs/spam.md", .other),
      ("policies/signoffs/allowed_signers", .allowedSigners),
      ("policies/signoffs/revoked_keys", .revokedKeys),
      ("policies/signoffs/spam/a.signoff", .record(policy: "spam", name: "a.signoff")),
      ("policies/signoffs/spam/a/b.signoff", .other),
      ("policies/translations/spam/de.md", .translation(policy: "spam", locale: "de")),
      ("policies/agreement/spam.md", .other),
      ("policies/sécurité/spam.md", .policy),
      // A mark after a slash is part of a name, and not of the slash.
      ("policies/signoffs/\u{301}spam.md", .other),
      ("site/pages/promise.md", .theme("pages/promise.md")),
      ("site", .other),
    ] as [(String, TreePlace)])
  func place(path: String, place: TreePlace) { #expect(TreePlace(path) == place) }

  @Test("folders are read sixteen deep")
  func depth() {
    func path(_ folders: Int) -> String {
      "policies/" + String(repeating: "a/", count: folders) + "spam.md"
    }
    #expect(TreePlace(path(15)) == .policy)
    #expect(TreePlace(path(16)) == .other)
  }
}
