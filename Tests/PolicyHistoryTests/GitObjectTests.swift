import Foundation
import PolicyModel
import Testing

@testable import PolicyHistory

@Suite("Objects of git")
struct GitObjectTests {
  @Test("come in thousands without either side waiting for the other")
  func many() async throws {
    let test = try TestRepository()
    let filler = String(repeating: "x", count: 2000)
    for number in 0..<3000 { try test.write("policies/\(number).md", "\(number)\(filler)") }
    let commit = try test.commit("many")
    let repository = try await test.open()
    let entries = try await repository.tree(at: commit)
    #expect(entries.count == 3000)
    let blobs = try await repository.blobs(entries.map(\.id))
    let wrong = entries.filter {
      blobs[$0.id] != Array(($0.path.dropFirst(9).dropLast(3) + filler).utf8)
    }
    #expect(wrong.isEmpty)
  }

  @Test("of any bytes come back as they are, the empty one too")
  func bytes() async throws {
    let test = try TestRepository()
    var ids: [ObjectID] = []
    let samples: [[UInt8]] = [
      [], [0x0A], [0, 0xFF, 0x0D, 0x0A], Array(repeating: 0x0A, count: 70_000),
    ]
    for sample in samples {
      let line = try test.git("hash-object", "-w", "--no-filters", "--stdin", input: sample)
      ids.append(try #require(ObjectID(line)))
    }
    let repository = try await test.open()
    let blobs = try await repository.blobs(ids + ids)
    for (id, sample) in zip(ids, samples) {
      #expect(blobs[id] == sample)
      #expect(repository.blobID(of: sample) == id)
    }
    #expect(try await repository.blobs([]).bytes.isEmpty)
  }

  @Test("over the limit are named, and the others are given")
  func limit() async throws {
    let test = try TestRepository()
    try test.write("large", String(repeating: "x", count: 100_001))
    let commit = try test.commit("small", "1")
    let repository = try await test.open()
    let entries = try await repository.tree(at: commit)
    let blobs = try await repository.blobs(entries.map(\.id), limit: 100_000)
    #expect(blobs.tooLarge == [entries[0].id: 100_001])
    #expect(blobs[entries[1].id] == [0x31])
    #expect(blobs.bytes.count == 1)
  }

  @Test("that are missing or of another kind are damage")
  func missing() async throws {
    let test = try TestRepository()
    let commit = try test.commit("a", "1")
    let repository = try await test.open()
    let none = try #require(ObjectID(String(repeating: "1", count: 40)))
    for id in [none, commit] {
      await #expect { try await repository.blobs([id]) } throws: {
        ($0 as? GitError)?.reason == .damaged
      }
    }
    await #expect { try await repository.rawCommit(none) } throws: {
      ($0 as? GitError)?.reason == .damaged
    }
  }

  @Test("that are not what their id says are damage", arguments: [true, false])
  func forged(isReadable: Bool) async throws {
    let test = try TestRepository()
    try test.write("a", "1")
    let commit = try test.commit("b", "2")
    let repository = try await test.open()
    let ids = try await repository.tree(at: commit).map(\.id)
    let files = ids.map { id in
      "\(test.path)/.git/objects/\(id.hex.prefix(2))/\(id.hex.dropFirst(2))"
    }
    try FileManager.default.removeItem(atPath: files[0])
    if isReadable {
      try FileManager.default.copyItem(atPath: files[1], toPath: files[0])
    } else {
      try Data([1, 2, 3]).write(to: URL(filePath: files[0]))
    }
    await #expect { try await repository.blobs([ids[0]]) } throws: {
      ($0 as? GitError)?.reason == .damaged
    }
  }

  @Test("are never more than the limit of one run, and never take longer")
  func limits() async throws {
    let test = try TestRepository()
    try test.commit("a", String(repeating: "x", count: 200_000))
    let repository = try await test.open()
    var large = repository.git(["cat-file", "blob", "HEAD:a"])
    large.outputLimit = 100_000
    await #expect { try await large.output() } throws: {
      ($0 as? GitError)?.reason == .tooLarge
    }
    // Nobody writes into this pipe, so that git waits.
    var slow = repository.git(["hash-object", ""])
    let pipe = "\(test.root)/pipe"
    let isMade = unsafe mkfifo(pipe, 0o600) == 0
    try #require(isMade)
    slow.arguments[slow.arguments.count - 1] = pipe
    slow.timeLimit = .milliseconds(200)
    await #expect { try await slow.output() } throws: {
      ($0 as? GitError)?.reason == .tooSlow
    }
  }
}
