internal import Subprocess

/// One run of git: its arguments, what it reads, and its limits.
struct GitProcess {
  let program: GitProgram
  /// All arguments after the name of the program.
  var arguments: [String]
  var input: [UInt8] = []
  /// Variables for this run alone, such as `GIT_INDEX_FILE`.
  var environment: [String: String] = [:]
  /// The most bytes that git may write.
  var outputLimit = 1 << 30
  var timeLimit = Duration.seconds(300)

  /// How a run ended.
  struct Ending: Sendable {
    /// `nil` where a signal ended it.
    var status: Int32?
    /// What git said on standard error, cleaned for a message.
    var message: String
  }

  /// Runs git to its end, and hands on what it writes as it comes.
  ///
  /// Input and output go on at the same time, so that neither side waits for the other. What
  /// `consume` throws ends git. Throws `noGit`, `tooLarge`, `tooSlow` and `failed`, but no status is
  /// an error here.
  func run(
    consume: ([UInt8]) throws(GitError) -> Void
  ) async throws(GitError) -> Ending {
    do {
      let surroundings = program.environment.merging(environment) { _, own in own }
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(arguments),
        environment: .custom(
          Dictionary(
            uniqueKeysWithValues: surroundings.map { (Environment.Key(stringLiteral: $0), $1) })),
        input: PatientInput(bytes: input), output: .sequence, error: .sequence
      ) { execution in
        try await withThrowingTaskGroup(of: Watch.self) { group in
          group.addTask { [timeLimit] in
            guard (try? await Task.sleep(for: timeLimit)) != nil else { return .inTime }
            try execution.send(signal: .kill)
            return .tooLate
          }
          group.addTask { .said(try await Self.firstBytes(of: execution.standardError)) }
          var count = 0
          for try await buffer in execution.standardOutput {
            count += buffer.count
            guard count <= outputLimit else { throw tooLarge }
            try consume(unsafe buffer.withUnsafeBytes { unsafe Array($0) })
          }
          return try await verdict(of: &group)
        }
      }
      if result.closureResult.isLate { throw tooSlow }
      var status: Int32?
      if case .exited(let code) = result.terminationStatus { status = code }
      return Ending(status: status, message: GitMessage.clean(result.closureResult.message))
    } catch let error as GitError {
      throw error
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw GitError(.noGit, "git is not installed", help: "Install git 2.34 or later.")
    } catch {
      throw GitError(.failed, "git could not be run: \(error)")
    }
  }

  private enum Watch: Sendable {
    case inTime, tooLate
    case said([UInt8])
  }

  /// Waits for standard error to end, then stops the clock.
  private func verdict(
    of group: inout ThrowingTaskGroup<Watch, any Error>
  ) async throws -> (isLate: Bool, message: [UInt8]) {
    var isLate = false
    var message: [UInt8] = []
    while let watch = try await group.next() {
      switch watch {
      case .inTime: break
      case .tooLate: isLate = true
      case .said(let bytes):
        message = bytes
        group.cancelAll()
      }
    }
    return (isLate, message)
  }

  /// Reads all, and keeps what fits into a message.
  private static func firstBytes(of stream: SubprocessOutputSequence) async throws -> [UInt8] {
    var kept: [UInt8] = []
    for try await buffer in stream where kept.count < 4096 {
      unsafe buffer.withUnsafeBytes { unsafe kept.append(contentsOf: $0.prefix(4096)) }
    }
    return kept
  }

  private var tooLarge: GitError {
    GitError(.tooLarge, "git wrote more than \(outputLimit) bytes, which is the limit")
  }

  private var tooSlow: GitError {
    GitError(.tooSlow, "git took longer than \(timeLimit.components.seconds) s, the limit")
  }
}

/// Bytes for git. Where git ends before it has read them all, its status tells why, and not the pipe.
private struct PatientInput: InputProtocol {
  let bytes: [UInt8]

  func write(with writer: StandardInputWriter) async throws {
    guard !bytes.isEmpty else { return }
    do {
      _ = try await writer.write(bytes)
    } catch let error where error.code == .failedToWriteToSubprocess {
      return
    }
  }
}
