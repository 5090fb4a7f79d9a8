import ArgumentParser
import BylawKit
import CommonMark
import PolicyHistory
import PolicyModel
import PolicyReading
import PolicySite
import PreviewServer

/// How a run ends, for scripts.
enum ExitStatus {
  case clean
  /// Something at or above `--fail-on` was found.
  case findings
  /// Usage, configuration or I/O.
  case usage
  /// A question that cannot be answered here.
  case cannotTell
  case internalError

  var code: Int32 {
    switch self {
    case .clean: 0
    case .findings: 1
    case .usage: 2
    case .cannotTell: 3
    case .internalError: 70
    }
  }
}

/// A message for people, and what to do about it.
struct UsageError: Error {
  var message: String
  var help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

/// Turns errors into messages and statuses: the only place that does.
enum Failure {
  static func report(_ error: any Error) -> ExitStatus {
    switch error {
    case let error as UsageError: return say(error.message, error.help)
    case let error as OutputError: return say(error.message, error.help)
    case let error as ThemeError: return say(error.description, nil)
    case let error as GitError:
      _ = say(error.description.sentenceCased, error.help)
      return error.reason.isRefusal ? .cannotTell : .usage
    case let error as SigningError: return say(error.description, error.help)
    case let error as EditProblem:
      return say(error.message, "Nothing was changed. Mend the file by hand, and try again.")
    case let error as PreviewServerError: return say(error.description, nil)
    case let error as LoadError:
      if !error.findings.isEmpty {
        Console.err(TextReporter(palette: Console.palette(.auto, on: 2)).full(error.findings))
      }
      return say(error.message, error.help)
    default: return parsing(error)
    }
  }

  /// The same in lines, for a preview that goes on.
  static func messages(_ error: any Error) -> [String] {
    switch error {
    case let error as OutputError: [error.message]
    case let error as GitError: [error.description]
    case let error as ThemeError: [error.description]
    case let error as LoadError:
      [error.message]
        + error.findings.map { finding in
          (finding.location.map { "\($0.path):\($0.start.line): " } ?? "") + finding.headline
        }
    default: ["\(error)"]
    }
  }

  private static func say(_ message: String, _ help: String?) -> ExitStatus {
    Console.err("bylaw: \(TerminalText.safe(message))\n")
    if let help { Console.err("  \(TerminalText.safe(help))\n") }
    return .usage
  }

  /// Help and version go to standard output and are no errors.
  private static func parsing(_ error: any Error) -> ExitStatus {
    let text = Suggestions.completed(Bylaw.fullMessage(for: error)).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map { TerminalText.safe($0) }.joined(separator: "\n")
    if Bylaw.exitCode(for: error) == .success {
      do {
        try Console.out(text + "\n")
        return .clean
      } catch {
        return say("Standard output cannot be written", nil)
      }
    }
    Console.err(text.isEmpty ? "bylaw: \(error)\n" : text + "\n")
    return .usage
  }
}

extension GitError.Reason {
  /// Whether the question cannot be answered from what is here.
  fileprivate var isRefusal: Bool {
    switch self {
    case .incomplete, .damaged, .otherOwner, .noGit, .noHistory: true
    default: false
    }
  }
}

extension String {
  fileprivate var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
