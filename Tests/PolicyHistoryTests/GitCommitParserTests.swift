import PolicyModel
import Testing

@testable import PolicyHistory

@Suite("The bytes of a commit")
struct GitCommitParserTests {
  static let tree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"
  static let people = """
    author Ana <ana@x.example> 1780000000 +0200
    committer Web Flow <noreply@forge.example> 1780000001 -0530

    """

  /// Each differs from a sound commit in one thing.
  static let malformed: [(String, String)] = [
    ("two authors", "\(tree)author A <a@x> 1 +0000\n\(people)\nx"),
    ("an author after the committer", "\(tree)\(people)author B <b@x> 1 +0000\n\nx"),
    ("an encoding", "\(tree)\(people)encoding SHIFT_JIS\n\nx"),
    ("a NUL in the message", "\(tree)\(people)\nx\0y"),
    ("a NUL in a name", "\(tree)author A\0 <a@x> 1 +0000\ncommitter A <a@x> 1 +0000\n\nx"),
    ("two addresses", "\(tree)author A <a@x> <b@x> 1 +0000\ncommitter A <a@x> 1 +0000\n\nx"),
    ("a bracket too many", "\(tree)author A> <a@x> 1 +0000\ncommitter A <a@x> 1 +0000\n\nx"),
    ("no space before the address", "\(tree)author A<a@x> 1 +0000\ncommitter A <a@x> 1 +0000\n\nx"),
    ("no address", "\(tree)author A 1 +0000\ncommitter A <a@x> 1 +0000\n\nx"),
    ("no date", "\(tree)author A <a@x>\ncommitter A <a@x> 1 +0000\n\nx"),
    (
      "a date with a zero before it",
      "\(tree)author A <a@x> 01 +0000\ncommitter A <a@x> 1 +0000\n\n"
    ),
    (
      "a date out of range", "\(tree)author A <a@x> 999999999999 +0000\ncommitter A <a@x> 1 +0000\n"
    ),
    ("a negative date", "\(tree)author A <a@x> -1 +0000\ncommitter A <a@x> 1 +0000\n\nx"),
    ("a zone of three digits", "\(tree)author A <a@x> 1 +000\ncommitter A <a@x> 1 +0000\n\nx"),
    ("something after the zone", "\(tree)author A <a@x> 1 +0000 \ncommitter A <a@x> 1 +0000\n\nx"),
    ("no committer", "\(tree)author A <a@x> 1 +0000\n\nx"),
    ("a committer in two lines", "\(tree)\(people) more\n\nx"),
    ("no tree", "\(people)\nx"),
    ("two trees", "\(tree)\(tree)\(people)\nx"),
    ("a parent that is no id", "\(tree)parent abc\n\(people)\nx"),
    (
      "a parent after the author",
      "\(tree)\(people)parent \(String(repeating: "1", count: 40))\n\nx"
    ),
    ("nothing at all", ""),
  ]

  @Test(
    "is refused with a reason for what git and others could read in two ways", arguments: malformed)
  func refused(defect: String, text: String) async throws {
    guard case .malformed(let reason, _, _, _) = CommitParser.read(Array(text.utf8)) else {
      Issue.record("\(defect) was taken for sound")
      return
    }
    #expect(!reason.isEmpty)
    guard !text.isEmpty else { return }
    let test = try TestRepository()
    let id = try test.writeCommit(Array(text.utf8))
    #expect(try await test.open().rawCommit(id) == CommitParser.read(Array(text.utf8)))
  }

  @Test("is refused where the message is not UTF-8")
  func utf8() {
    let bytes = Array("\(Self.tree)\(Self.people)\nx".utf8) + [0xE9]
    #expect(CommitParser.read(bytes).commit == nil)
    #expect(CommitParser.read(bytes).author.address == "ana@x.example")
  }

  @Test("says who made it and when")
  func sound() throws {
    let text = "\(Self.tree)parent \(String(repeating: "1", count: 40))\n\(Self.people)\nsubject\n"
    let commit = try #require(CommitParser.read(Array(text.utf8)).commit)
    #expect(commit.author.name == "Ana" && commit.author.zone == "+0200")
    #expect(commit.author.seconds == 1_780_000_000)
    #expect(commit.committer.address == "noreply@forge.example")
    #expect(commit.parents.count == 1 && commit.message == "subject\n")
    #expect(commit.coAuthors == CoAuthors())
  }

  @Test("may have a signature and headers of other tools")
  func otherHeaders() throws {
    let signature = "gpgsig -----BEGIN SSH SIGNATURE-----\n abc\n author no\n -----END\n"
    let text = "\(Self.tree)\(Self.people)change-id xyz\n\(signature)\nsubject"
    let commit = try #require(CommitParser.read(Array(text.utf8)).commit)
    #expect(commit.message == "subject" && commit.author.address == "ana@x.example")
  }

  @Test(
    "names each co-author of whom an address can be read, wherever it stands",
    arguments: [
      ("x\n\nCo-authored-by: Ben <ben@x>\n", ["ben@x"], []),
      ("x\n\nCO-AUTHORED-BY:   Ben <ben@x>  \r\n\r\n\n", ["ben@x"], []),
      ("x\n\nSee: y\nCo-authored-by: Ben <b@x>\nCo-authored-by: Cy <c@x>\n", ["b@x", "c@x"], []),
      ("x\n\nCo-authored-by: Ben <ben@x>\n\nmore\n", ["ben@x"], []),
      ("x\n\nCo-authored-by : Ben <ben@x\n", ["ben@x"], []),
      ("x\n\nCo-authored-by: Ben <b@x> <c@x>, and d\n", ["b@x", "c@x"], []),
      ("x\n\nCo-authored-by: ben@x, c@x\n", ["ben@x", "c@x"], []),
      ("x\n\nCo-authored-by: Ben\nCo-authored-by: Cy <c@x>\n", ["c@x"], ["Ben"]),
      ("x\n\nCo-authored-by: Ben <>\n", [], ["Ben <>"]),
      ("x\n\n> Co-authored-by: Ben <ben@x>\n", [], []),
      ("x", [], []),
    ])
  func coAuthors(message: String, addresses: [String], unread: [String]) throws {
    let commit = try #require(
      CommitParser.read(Array("\(Self.tree)\(Self.people)\n\(message)".utf8)).commit)
    #expect(commit.coAuthors.people.map(\.address) == addresses)
    #expect(commit.coAuthors.unread == unread)
  }

  @Test("names all its authors, also where nothing is proved by it")
  func malformedAuthors() {
    let message = "x\n\nCo-authored-by: Ben <ben@x>\n"
    let encoded = "\(Self.tree)\(Self.people)encoding SHIFT_JIS\n\n\(message)"
    #expect(CommitParser.read(Array(encoded.utf8)).coAuthors.people.map(\.address) == ["ben@x"])
    let twice = "\(Self.tree)author A <a@x> 1 +0000\n\(Self.people)\n\(message)"
    let reading = CommitParser.read(Array(twice.utf8))
    #expect(reading.commit == nil && reading.author.address == "a@x")
    #expect(reading.coAuthors.people.map(\.address) == ["ben@x", "ana@x.example"])
  }

  @Test(
    "has addresses that compare as ASCII or not at all",
    arguments: [
      ("Ana@X.example", "ana@x.example"), ("\u{212A}im@x", nil), ("é@x", nil), ("a b@x", nil),
      ("", nil),
    ])
  func addresses(address: String, comparable: String?) {
    let identity = Identity(name: "K", address: address, seconds: 0)
    #expect(identity.comparableAddress == comparable)
  }
}
