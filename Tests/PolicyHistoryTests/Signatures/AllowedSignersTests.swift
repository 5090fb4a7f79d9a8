import Testing

@testable import PolicyHistory

@Suite("Allowed signers")
struct AllowedSignersTests {
  private static let ana = KeyRing.reviewer
  private static let message = Array("text\n".utf8)

  @Test("list each person with their keys, in the order of the lines")
  func lists() throws {
    let ring = try KeyRing()
    let lines = try ["ed25519", "ecdsa-256", "ecdsa-384"].map { try ring.makeKey($0) }
    let keys = try lines.map { try SSHPublicKey(line: $0) }
    let text = """
      # Who signs
      \(Self.ana) \(lines[0])

      \t ben@quillwork.example\tnamespaces="git,bylaw-signoff" \(lines[1]) and more
        # the second of Ana's
      \(Self.ana)  namespaces="bylaw-signoff"  \(keys[2].line)
      """
    let (signers, problems) = AllowedSigners.read(text.utf8)
    #expect(problems == [])
    #expect(signers.all == [Self.ana, "ben@quillwork.example"])
    #expect(signers.keys(of: Self.ana) == [keys[0], keys[2]])
    #expect(signers.reviewer(of: keys[1]) == "ben@quillwork.example")
    #expect(signers.keys(of: "sue@quillwork.example") == [])
    let armored = try ring.sign(Self.message, with: "ecdsa-384")
    #expect(try ring.accepts(Self.message, armored, signers: text))
  }

  /// `KEY` stands for the key of the test.
  @Test("list nobody on a line with a problem", arguments: problems)
  func refuses(line: String, part: String) throws {
    let ring = try KeyRing()
    let key = try ring.makeKey("ed25519")
    let text = "# one\n\(line.replacing("KEY", with: key))\n"
    let (signers, problems) = AllowedSigners.read(text.utf8)
    #expect(signers == AllowedSigners())
    #expect(problems.map(\.line) == [2])
    #expect(problems.first?.sentence.contains(part) == true, "\(problems)")
  }

  private static let problems: [(String, String)] = [
    ("*@quillwork.example KEY", "pattern"),
    ("an?@quillwork.example KEY", "pattern"),
    ("!\(ana) KEY", "negated"),
    ("\(ana),ben@quillwork.example KEY", "one person"),
    ("\"\(ana)\" KEY", "without quotes"),
    ("Ana@quillwork.example KEY", "lower-case ASCII"),
    ("ana KEY", "lower-case ASCII"),
    ("änä@quillwork.example KEY", "lower-case ASCII"),
    ("KEY", "lower-case ASCII"),
    ("\(ana) cert-authority KEY", "Certificates"),
    ("\(ana) CERT-AUTHORITY,namespaces=\"bylaw-signoff\" KEY", "Certificates"),
    ("\(ana) valid-after=\"20200101\" KEY", "A date does not end a key"),
    ("\(ana) valid-before=\"20990101\" KEY", "A date does not end a key"),
    ("\(ana) namespaces=\"git\" KEY", "must allow the namespace"),
    ("\(ana) namespaces=\"bylaw-*\" KEY", "must allow the namespace"),
    ("\(ana) namespaces=\"!git,bylaw-signoff\" KEY", "must allow the namespace"),
    ("\(ana) namespaces=\"bylaw-signoff\",valid-before=\"20990101\" KEY", "must allow"),
    ("\(ana) namespaces=bylaw-signoff KEY", "must allow the namespace"),
    ("\(ana) no-touch-required KEY", "The only option"),
    ("\(ana)", "a type and a key"),
    ("\(ana) ssh-ed25519", "a type and a key"),
    ("\(ana) ssh-ed25519 AAAA", "damaged"),
    ("\(ana) ssh-ed25519 AAAA=", "not Base64"),
    ("\(ana) ssh-dss AAAAB3NzaC1kc3M=", "`ssh-dss` is no type"),
    ("\(ana) ssh-ed25519-cert-v01@openssh.com AAAA", "certificates are not followed"),
    ("\(ana) KEY\r", "carriage return"),
    ("\(ana) KEY \u{1}", "control character"),
  ]

  @Test("name the length of an RSA key that is too short")
  func shortKey() throws {
    let ring = try KeyRing()
    let key = try ring.makeKey("rsa-2048")
    let (signers, problems) = AllowedSigners.read("\(Self.ana) \(key)\n".utf8)
    #expect(signers.all == [])
    #expect(problems.first?.sentence.hasSuffix("this one has 2048.") == true)
  }

  @Test("count a key under two names for nobody, whatever else is wrong with its lines")
  func shared() throws {
    let ring = try KeyRing()
    let first = try ring.makeKey("ed25519")
    let second = try ring.makeKey("ecdsa-256")
    for other in [
      "ben@quillwork.example \(first)", "\(Self.ana),ben@quillwork.example \(first)",
      "*@quillwork.example cert-authority \(first)",
      "ben@quillwork.example namespaces=\"git\" \(first)",
    ] {
      for lines in [["\(Self.ana) \(first)", other], [other, "\(Self.ana) \(first)"]] {
        let text = (lines + ["\(Self.ana) \(second)\n"]).joined(separator: "\n")
        let (signers, problems) = AllowedSigners.read(text.utf8)
        #expect(try signers.keys(of: Self.ana) == [SSHPublicKey(line: second)])
        #expect(try signers.reviewer(of: SSHPublicKey(line: first)) == nil)
        #expect(
          problems.contains {
            $0.line == 2 && $0.sentence.contains("another name on line 1")
              && $0.sentence.contains("SHA256:")
          })
      }
    }
  }

  @Test("bear the same line twice")
  func twice() throws {
    let ring = try KeyRing()
    let line = "\(Self.ana) \(try ring.makeKey("ed25519"))\n"
    let (signers, problems) = AllowedSigners.read((line + line).utf8)
    #expect(problems == [])
    #expect(signers.keys(of: Self.ana).count == 1)
  }

  @Test("are followed by ssh-keygen wherever they are followed here")
  func agreement() throws {
    let ring = try KeyRing()
    let key = try ring.makeKey("ed25519")
    let armored = try ring.sign(Self.message, with: "ed25519")
    var followed = 0
    let good = "\(Self.ana) \(key)"
    let odd =
      Self.problems.map { $0.0.replacing("KEY", with: key) } + [
        "\(Self.ana) garbage", "word", "\(Self.ana) namespaces=\"bylaw-signoff\" \(key)",
        "ben@quillwork.example ssh-ed25519 AAAA",
      ]
    for line in odd {
      for text in ["\(line)\n", "\(line)\n\(good)\n", "\(good)\n\(line)"] {
        let (signers, _) = AllowedSigners.read(text.utf8)
        guard try signers.reviewer(of: SSHPublicKey(line: key)) == Self.ana else { continue }
        followed += 1
        #expect(try ring.accepts(Self.message, armored, signers: text), "\(text)")
      }
    }
    #expect(followed > 20)
  }
}

@Suite("Revoked keys")
struct RevokedKeysTests {
  private static let message = Array("text\n".utf8)

  /// `KEY` stands for the key that signed, `OTHER` for another one. Where bylaw finds the key not
  /// revoked, so does ssh-keygen.
  @Test(
    "void what ssh-keygen voids",
    arguments: [
      ("", false), ("# none\n\n", false), ("OTHER\n", false), ("OTHER\nKEY\n", true),
      ("KEY", true), ("  KEY # left in June\n", true), ("SHA256:FINGERPRINT\n", true),
      ("not a key\n", true), ("OTHER\nnot a key\n", true), ("ssh-ed25519 AAAA\n", true),
      ("SSHKRL\n\0\0\0\0\u{1}", true), ("ana@quillwork.example OTHER\n", true),
    ])
  func voids(file: String, isVoid: Bool) throws {
    let ring = try KeyRing()
    let line = try ring.makeKey("ed25519")
    let key = try SSHPublicKey(line: line)
    let bytes = Array(
      file.replacing("KEY", with: line)
        .replacing("OTHER", with: try ring.makeKey("rsa-2048"))
        .replacing("SHA256:FINGERPRINT", with: key.fingerprint).utf8)
    let (revoked, problems) = RevokedKeys.read(bytes)
    #expect(revoked.contains(key) == isVoid)
    #expect(revoked.isDamaged == !problems.isEmpty)
    let armored = try ring.sign(Self.message, with: "ed25519")
    let signers = "\(KeyRing.reviewer) \(line)\n"
    #expect(
      try ring.accepts(Self.message, armored, signers: signers, revoked: bytes) == !isVoid)
  }

  @Test(
    "say what to write instead",
    arguments: [
      ("SSHKRL\n\0", 1, "cat old.pub >>"), ("#\nSHA256:x y\n", 2, "A fingerprint is not the key"),
      ("\nnonsense\n", 2, "a type and a key"), ("a b\n", 1, "no type of key that counts"),
    ])
  func help(file: String, line: Int, part: String) {
    let (_, problems) = RevokedKeys.read(file.utf8)
    #expect(problems.map(\.line) == [line])
    #expect(problems.first?.sentence.contains(part) == true, "\(problems)")
  }
}
