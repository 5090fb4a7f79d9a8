import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Parses the command line, runs one verb, and ends with its status.
@main
enum Main {
  static func main() async {
    // A closed pipe is noticed where something is written, and ends nothing by itself.
    signal(SIGPIPE, SIG_IGN)
    // So is a limit on the size of files.
    signal(SIGXFSZ, SIG_IGN)
    exit(await run(Array(CommandLine.arguments.dropFirst())).code)
  }

  static func run(_ arguments: [String]) async -> ExitStatus {
    let arguments = Suggestions.reordered(arguments)
    do {
      // Asked often and by scripts, and needs no parser.
      if arguments == ["--version"] {
        try Console.out(Bylaw.configuration.version + "\n")
        return .clean
      }
      if let problem = Suggestions.unknownVerb(arguments) { throw problem }
      var command = try Bylaw.parseAsRoot(arguments)
      if var verb = command as? any Verb { return try await verb.perform() }
      try command.run()
      return .clean
    } catch {
      return Failure.report(error)
    }
  }
}

/// A verb: it parses options, builds one job, runs it, and says how it went.
protocol Verb: ParsableCommand {
  mutating func perform() async throws -> ExitStatus
}
