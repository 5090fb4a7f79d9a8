import Foundation
import Testing

@testable import PolicyHistory

@Suite("Signing with ssh-keygen")
struct SSHKeygenTests {
  private static let message = Array("bylaw-record/v1\n\n".utf8)
  private static let program = SSHKeygen(folder: "/usr/bin")

  private func sign(
    _ ring: KeyRing, _ key: SigningKey, program: SSHKeygen = program,
    _ further: [String: String] = [:]
  ) async throws -> [UInt8] {
    try await program.sign(
      Self.message, key: key,
      environment: ["HOME": ring.home].merging(further) { _, own in own }, isInteractive: false)
  }

  @Test("gives the signature that ssh-keygen verifies")
  func signs() async throws {
    let ring = try KeyRing()
    let line = try ring.makeKey("ed25519")
    for file in ["ed25519", "ed25519.pub"] {
      let armored = try await sign(ring, .file(ring.path(file)))
      let signers = "\(KeyRing.reviewer) \(line)\n"
      #expect(try ring.accepts(Self.message, armored, signers: signers))
    }
  }

  @Test("finds the key in the agent, and passes on where that is")
  func agent() async throws {
    let ring = try KeyRing()
    let line = try ring.makeKey("ed25519")
    let socket = ring.path("agent")
    let agent = Process()
    agent.executableURL = URL(filePath: "/usr/bin/ssh-agent")
    agent.arguments = ["-D", "-a", socket]
    agent.standardOutput = FileHandle.nullDevice
    agent.standardError = FileHandle.nullDevice
    try agent.run()
    // It inherits a signal mask in which the wish to end it is blocked.
    defer { kill(agent.processIdentifier, SIGKILL) }
    for _ in 0..<100 where !FileManager.default.fileExists(atPath: socket) {
      try await Task.sleep(for: .milliseconds(50))
    }
    let added = try ring.run(
      ["env", "SSH_AUTH_SOCK=\(socket)", "ssh-add", "-q", ring.path("ed25519")])
    #expect(added.status == 0, "\(added.output)")
    try FileManager.default.removeItem(atPath: ring.path("ed25519"))
    let key = try SigningKey.configured("key::\(line)", home: nil)
    let armored = try await sign(ring, key, ["SSH_AUTH_SOCK": socket])
    #expect(try SSHSignature.parse(armored: armored).publicKey == SSHPublicKey(line: line))
    await #expect(throws: SigningError.self) { try await sign(ring, key) }
  }

  @Test("lets a program of the user's ask for the passphrase, and says that it was wrong")
  func passphrase() async throws {
    let ring = try KeyRing()
    _ = try ring.makeKey("ed25519", passphrase: "secret words")
    let key = SigningKey.file(ring.path("ed25519"))
    let asker = try ring.write("ask", "#!/bin/sh\necho secret words\n".utf8)
    #expect(try ring.run(["chmod", "+x", asker]).status == 0)
    let surroundings = ["SSH_ASKPASS": asker, "SSH_ASKPASS_REQUIRE": "force"]
    let armored = try await sign(ring, key, surroundings)
    #expect(refusal(Self.message, armored) == nil)
    try ring.write("ask", "#!/bin/sh\necho other words\n".utf8)
    let error = await #expect(throws: SigningError.self) {
      try await sign(ring, key, surroundings)
    }
    #expect(error?.description.contains("incorrect passphrase") == true)
    #expect(error?.help?.contains("ssh-add -L") == true)
  }

  @Test("says which key is not there")
  func missing() async throws {
    let ring = try KeyRing()
    let error = await #expect(throws: SigningError.self) {
      try await sign(ring, .file(ring.path("none")))
    }
    #expect(error?.description.contains("`\(ring.path("none"))`") == true)
    #expect(error?.description.contains("No such file") == true)
  }

  @Test("gives no signature that would not count")
  func weak() async throws {
    let ring = try KeyRing()
    _ = try ring.makeKey("rsa-2048")
    let error = await #expect(throws: SigningError.self) {
      try await sign(ring, .file(ring.path("rsa-2048")))
    }
    #expect(error?.description.contains("this one has 2048") == true)
    #expect(error?.help?.contains("ssh-keygen -t ed25519") == true)
  }

  @Test("hands on nothing of the environment but what is named, and cleans what is said")
  func environment() async throws {
    let ring = try KeyRing()
    let script = """
      #!/bin/sh
      /usr/bin/env > "$HOME/seen"
      printf '\\033[31mred\\007\\n\\n' >&2
      exit 3

      """
    #expect(
      try ring.run(["chmod", "+x", try ring.write("ssh-keygen", script.utf8)]).status == 0)
    let error = await #expect(throws: SigningError.self) {
      try await sign(
        ring, .file("key"), program: SSHKeygen(folder: ring.home),
        ["LD_LIBRARY_PATH": "/x", "GIT_DIR": "/y", "DISPLAY": ":9"])
    }
    #expect(error?.description == "ssh-keygen could not sign with `key`: [31mred")
    let seen = String(decoding: try ring.read("seen"), as: UTF8.self)
    let names = Set(seen.split(separator: "\n").map { $0.prefix { $0 != "=" } })
    #expect(names.subtracting(["PWD", "_", "SHLVL"]) == ["HOME", "PATH", "LC_ALL", "DISPLAY"])
    #expect(seen.contains("PATH=\(ring.home)\n"))
  }

  @Test("is found in fixed folders first, then in absolute ones of PATH")
  func find() throws {
    let ring = try KeyRing()
    try ring.write("ssh-keygen", "#!/bin/sh\n".utf8)
    func found(_ searchPath: String?, _ folders: [String]) -> String? {
      (try? SSHKeygen.find(searchPath: searchPath, folders: folders))?.path
    }
    #expect(found(ring.home, []) == nil)
    #expect(try ring.run(["chmod", "+x", ring.path("ssh-keygen")]).status == 0)
    #expect(found(ring.home, []) == ring.path("ssh-keygen"))
    #expect(found(".:usr/bin::/usr/bin", []) == "/usr/bin/ssh-keygen")
    #expect(found(".::", []) == nil)
    #expect(found(ring.home, SSHKeygen.folders) == "/usr/bin/ssh-keygen")
  }
}

@Suite("The key to sign with")
struct SigningKeyTests {
  private static let line =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4Ze8a5MiYGE4iSewOzJYZRHbePXofoWtEDtbuh907/ Ana"

  @Test("is a path, from the working directory or from home")
  func option() throws {
    #expect(try SigningKey.option("keys/a", home: nil) == .file("keys/a"))
    #expect(try SigningKey.option("~/.ssh/a", home: "/home/ana") == .file("/home/ana/.ssh/a"))
    for path in ["", "~ben/.ssh/a", "~/a\n"] {
      #expect(throws: SigningError.self) { try SigningKey.option(path, home: "/home/ana") }
    }
    #expect(throws: SigningError.self) { try SigningKey.option("~/a", home: nil) }
  }

  @Test("is, for git, a key or an absolute path")
  func configured() throws {
    let key = SigningKey.inAgent(try SSHPublicKey(line: Self.line))
    #expect(try SigningKey.configured("key::" + Self.line, home: nil) == key)
    #expect(try SigningKey.configured(Self.line, home: nil) == key)
    #expect(try SigningKey.configured("/k/a.pub", home: nil) == .file("/k/a.pub"))
    #expect(try SigningKey.configured("~/a", home: "/home/ana") == .file("/home/ana/a"))
    for value in ["", "ABCDEF0123456789", "keys/a", "key::", "key::/k/a", "ssh-dss AAAA"] {
      let error = #expect(throws: SigningError.self) {
        try SigningKey.configured(value, home: "/home/ana")
      }
      #expect(error?.help?.contains("--key FILE") == true)
    }
  }
}
