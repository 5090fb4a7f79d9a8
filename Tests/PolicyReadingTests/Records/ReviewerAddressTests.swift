import PolicyModel
import Testing

@Suite("Reviewers' addresses")
struct ReviewerAddressTests {
  @Test(
    "are plain lower-case ASCII",
    arguments: ["ana@quillwork.example", "a.b+c_d-e@x-1.y.z", "1@2.3", "100%&$^{}~=@a.b"])
  func good(address: String) {
    #expect(ReviewerAddress.isWellFormed(address))
  }

  @Test(
    "hold nothing that could be read as something else",
    arguments: [
      "", "@", "ana", "ana@", "@a.b", "ana@b", "ana@b.", "ana@.b", "ana@a..b", "ana@b.c@d.e",
      "Ana@b.c", "ana@B.c", "ána@b.c", "a\u{301}na@b.c", "a na@b.c", "a/na@b.c", "a'na@b.c",
      "\"ana\"@b.c", "a*@b.c", "a?@b.c", "!a@b.c", "a,b@b.c", "#a@b.c", "a|b@b.c", "a`@b.c",
      "a\n@b.c", "a@b.c\n", "a@b_c.d",
    ])
  func bad(address: String) {
    #expect(!ReviewerAddress.isWellFormed(address))
  }

  @Test("have at most 64 bytes before the `@`, and 254 in all")
  func lengths() {
    func address(_ local: Int, _ total: Int) -> String {
      let domain = String(repeating: "d", count: total - local - 3) + ".e"
      return String(repeating: "a", count: local) + "@" + domain
    }
    #expect(ReviewerAddress.isWellFormed(address(64, 254)))
    #expect(!ReviewerAddress.isWellFormed(address(65, 254)))
    #expect(!ReviewerAddress.isWellFormed(address(64, 255)))
  }
}
