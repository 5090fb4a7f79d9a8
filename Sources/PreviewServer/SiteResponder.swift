import HTTPTypes

/// Decides what a request to one site gets. It reads the site's memory and does no I/O.
struct SiteResponder: Sendable {
  enum Answer: Sendable {
    case reply(Reply)
    /// The event stream, for a page that was made by this build.
    case events(seenBuild: Int?)
  }

  let site: ServedSite

  /// The port that the request came in on.
  let port: Int

  func answer(_ head: HTTPRequest) async -> Answer {
    if let refusal = RequestOrigin(port: port).refusal(head) { return .reply(refusal) }
    guard head.method == .get || head.method == .head else {
      return .reply(.methodNotAllowed(allowed: "GET, HEAD"))
    }
    let target: RequestTarget
    do throws(RequestTarget.Refusal) {
      target = try RequestTarget(head.path ?? "")
    } catch {
      return .reply(await refusal(error, head))
    }
    if let gate {
      if gate.isEntry(target) { return .reply(gate.welcome) }
      guard gate.admits(head.headerFields) else { return .reply(gate.refusal) }
    }
    if target.segments.first == "_bylaw" { return await live(target, head) }
    return .reply(file(target, in: await site.live.snapshot, head))
  }

  private var gate: EntryGate? {
    site.secret.map { EntryGate(secret: $0, port: port) }
  }

  private func refusal(_ refusal: RequestTarget.Refusal, _ head: HTTPRequest) async -> Reply {
    switch refusal {
    case .malformed: return .refusal(.badRequest, "This is not a path of the site.")
    case .neverServed:
      if let gate, !gate.admits(head.headerFields) { return gate.refusal }
      return notFound(in: await site.live.snapshot, head)
    }
  }

  private func live(_ target: RequestTarget, _ head: HTTPRequest) async -> Answer {
    switch site.reload.part(target) {
    case .script: .reply(.file("reload.js", Array(LiveReload.script.utf8)))
    case .style: .reply(.file("overlay.css", Array(LiveReload.style.utf8)))
    // A stream has no length, so there is no head to give without it.
    case .events where head.method == .head: .reply(.methodNotAllowed(allowed: "GET"))
    case .events: .events(seenBuild: LiveReload.seenBuild(target.query))
    case nil: .reply(notFound(in: await site.live.snapshot, head))
    }
  }

  private func file(
    _ target: RequestTarget, in snapshot: LiveSite.Snapshot, _ head: HTTPRequest
  ) -> Reply {
    if let path = target.file, let bytes = snapshot.files[path] {
      return page(.file(path, bytes), snapshot.build, head)
    }
    guard let bytes = snapshot.files[target.index] else { return notFound(in: snapshot, head) }
    guard target.isDirectory else {
      return Reply(status: .permanentRedirect, fields: [.location: target.asDirectory])
    }
    return page(.file(target.index, bytes), snapshot.build, head)
  }

  private func notFound(in snapshot: LiveSite.Snapshot, _ head: HTTPRequest) -> Reply {
    let reply =
      snapshot.files["404.html"].map { Reply.file("404.html", $0, status: .notFound) }
      ?? .page(.notFound, title: "Not found", markup: "<p>This site has no such page.</p>")
    return page(reply, snapshot.build, head)
  }

  /// Adds live reload to pages that a browser opens as such. Frames, such as those that show an
  /// e-mail, and scripts that fetch a page get the bytes as they were built.
  private func page(_ reply: Reply, _ build: Int, _ head: HTTPRequest) -> Reply {
    let destination = RequestOrigin.value("Sec-Fetch-Dest", in: head.headerFields)
    guard destination == nil || destination == "document",
      reply.fields[.contentType]?.hasPrefix("text/html") == true
    else { return reply }
    var result = reply
    result.body = site.reload.injected(into: reply.body, build: build)
    return result
  }
}
