import ArgumentParser
import BylawKit
import PolicyModel
import PolicySite
import PreviewServer

struct ServeCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Preview all sites on this machine, and reload them when a file or HEAD changes.",
    discussion: """
      Only this machine can connect. The internal sites open through the addresses that are \
      printed. Errors show in the terminal and in the page; the last good site stays. Ctrl-C ends.
      """)

  @Option(help: "The port of the help site; the others take the two after it. 0 takes any.")
  var port = 4000

  @OptionGroup var workspace: WorkspaceOptions

  func validate() throws {
    guard (0...65_533).contains(port) else {
      throw ValidationError(
        "\(port) is not a port from 0 to 65533, the highest with two more after it")
    }
  }

  func perform() async throws -> ExitStatus {
    let preview = PreviewJob(start: workspace.directory, today: workspace.today)
    let first = try await preview.build()
    let sites = SiteKind.allCases.enumerated().map { index, site in
      PreviewSite(
        name: site.rawValue, port: port == 0 ? 0 : port + index, files: first.files[site] ?? [:],
        contentSecurityPolicy: site.contentSecurityPolicy, isInternal: site.isInternal)
    }
    let server = try PreviewServer(sites: sites) { addresses in
      for address in addresses {
        let padding = String(repeating: " ", count: 11 - address.site.count)
        Console.err("  \(address.site)\(padding)\(address.entryURL)\n")
      }
      Console.err("Watching for changes. Ctrl-C ends.\n")
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask { try await watch(preview, server, first) }
      try await group.next()
      group.cancelAll()
    }
    return .clean
  }

  /// Builds again when something changed, and shows what came of it.
  private func watch(
    _ preview: PreviewJob, _ server: PreviewServer, _ first: PreviewJob.Build
  ) async throws {
    var (watch, stamp) = (first.watch, first.stamp)
    try await show(first, server)
    while !Task.isCancelled {
      try await Task.sleep(for: .milliseconds(400))
      guard let now = watch.stamp(), now != stamp else { continue }
      stamp = now
      do {
        let build = try await preview.build()
        (watch, stamp) = (build.watch, build.stamp)
        // What has an error keeps its last good page, and so does everything beside it.
        if build.messages.isEmpty {
          try await server.publish(
            Dictionary(uniqueKeysWithValues: build.files.map { ($0.key.rawValue, $0.value) }))
        }
        try await show(build, server)
      } catch let error as CancellationError {
        throw error
      } catch {
        let messages = Failure.messages(error)
        for message in messages { Console.err(message + "\n") }
        await server.show(errors: messages)
      }
    }
  }

  private func show(_ build: PreviewJob.Build, _ server: PreviewServer) async throws {
    guard !build.messages.isEmpty else { return Console.err("Built. Nothing to mend.\n") }
    for message in build.messages { Console.err(message + "\n") }
    await server.show(errors: build.messages)
  }
}
