import PolicyModel
import Testing

@testable import BylawKit

@Suite("The day that somebody gives")
struct DayTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test("is refused where what is in force then is not known yet")
  func future() throws {
    let today = try day("2026-03-02")
    try Today.refuseFuture(nil, today: today)
    try Today.refuseFuture(today, today: today)
    #expect(throws: LoadError.self) {
      try Today.refuseFuture(today.adding(Period(1, .day)), today: today)
    }
  }

  @Test("is doubted in a record where the machine's is more than a day away")
  func doubt() throws {
    let machine = try day("2026-03-02")
    for near in ["2026-03-01", "2026-03-02", "2026-03-03"] {
      #expect(try Today.doubt(about: day(near), machine: machine) == nil)
    }
    #expect(
      try Today.doubt(about: day("2026-02-28"), machine: machine)
        == "warning: the record says that it was signed on 28 February 2026, and this machine's day "
        + "is 2 March 2026.")
  }
}

@Suite("A folder without a workspace")
struct NoWorkspaceTests {
  @Test("is told from a bare repository, which holds no files")
  func bare() async throws {
    let folder = try TemporaryFolder()
    #expect(
      try await refusal { try WorkspaceFolder.find(from: folder.path) }?.message
        .hasPrefix("No workspace here") == true)
    for name in ["objects", "refs"] { try folder.makeFolder(name) }
    try folder.write("HEAD", "ref: refs/heads/main\n")
    let refused = try await refusal { try WorkspaceFolder.find(from: folder.path("objects")) }
    #expect(refused?.message == "This is a bare repository, which holds no files to read")
    #expect(refused?.help?.contains("git worktree add") == true)
  }
}
