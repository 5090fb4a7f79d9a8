import Testing

@testable import PolicyHistory

@Suite("Commands for an auditor")
struct AuditCommandsTests {
  private static let text = Array(
    "bylaw-record/v1\npolicy: a\n\nSee -----BEGIN SSH SIGNATURE-----\n\nÄ $HOME `x`.\n".utf8)

  @Test(
    "verify a record in a plain shell", arguments: ["a.signoff", "it's \"$HOME\" & more.signoff"])
  func works(name: String) throws {
    let ring = try KeyRing()
    try ring.write("signers", "\(KeyRing.reviewer) \(try ring.makeKey("ed25519"))\n".utf8)
    try ring.write("revoked", [])
    let armored = try ring.sign(Self.text, with: "ed25519")
    try ring.write(name, Self.text + armored)
    var commands = AuditCommands(
      record: name, reviewer: KeyRing.reviewer, signers: "signers", revoked: nil)
    #expect(try status(commands, ring) == 0)
    commands.revoked = "revoked"
    #expect(try status(commands, ring) == 0)

    commands.reviewer = "ben@quillwork.example"
    #expect(try status(commands, ring) != 0)
    commands.reviewer = KeyRing.reviewer
    try ring.write("revoked", try ring.read("ed25519.pub"))
    #expect(try status(commands, ring) != 0)
    commands.revoked = nil
    try ring.write(name, Array("x".utf8) + Self.text + armored)
    #expect(try status(commands, ring) != 0)
    try ring.write(name, Self.text)
    #expect(try status(commands, ring) != 0)
  }

  private func status(_ commands: AuditCommands, _ ring: KeyRing) throws -> Int32 {
    try ring.run(["sh", "-c", commands.lines.joined(separator: "\n")]).status
  }

  @Test("are plain to read where names are plain")
  func words() {
    let commands = AuditCommands(
      record: "policies/signoffs/a/v1-r1-b-c@d.example-1.signoff", reviewer: "c@d.example",
      signers: "policies/signoffs/allowed_signers", revoked: nil)
    #expect(
      commands.lines == [
        "signature=$(mktemp)",
        "sed -n '/^-----BEGIN SSH SIGNATURE-----/,$p'"
          + " < policies/signoffs/a/v1-r1-b-c@d.example-1.signoff > \"$signature\"",
        "sed '/^-----BEGIN SSH SIGNATURE-----/,$d'"
          + " < policies/signoffs/a/v1-r1-b-c@d.example-1.signoff"
          + " | ssh-keygen -Y verify -f policies/signoffs/allowed_signers -I c@d.example"
          + " -n bylaw-signoff -s \"$signature\"",
      ])
  }
}
