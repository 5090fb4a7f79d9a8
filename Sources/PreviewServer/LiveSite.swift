/// The files a site has now, the state of the last build, and the pages that wait for the next.
actor LiveSite {
  /// Files that belong together, and the number of the build that made them.
  struct Snapshot: Sendable {
    var files: [String: [UInt8]]
    var build: Int
  }

  private(set) var snapshot: Snapshot
  private var errors: [String] = []
  private var listeners: [Int: AsyncStream<LiveEvent>.Continuation] = [:]
  private var lastListener = 0

  init(files: [String: [UInt8]]) {
    snapshot = Snapshot(files: files, build: 1)
  }

  /// Ends the errors, and takes new files when some are given. Equal files are no change.
  func publish(_ files: [String: [UInt8]]?) {
    if !errors.isEmpty {
      errors = []
      send(.ok)
    }
    guard let files, files != snapshot.files else { return }
    snapshot = Snapshot(files: files, build: snapshot.build + 1)
    send(.reload(build: snapshot.build))
  }

  func show(errors: [String]) {
    self.errors = errors
    send(errors.isEmpty ? .ok : .errors(errors))
  }

  /// Begins to listen. The first event says how things stand, and a page that was made by an older
  /// build is told to reload at once: it missed that event while it was loading or asleep.
  func listen(seenBuild: Int?) -> (id: Int, events: AsyncStream<LiveEvent>) {
    let (events, continuation) = AsyncStream.makeStream(
      of: LiveEvent.self, bufferingPolicy: .bufferingNewest(16))
    continuation.yield(errors.isEmpty ? .ok : .errors(errors))
    if let seenBuild, seenBuild != snapshot.build {
      continuation.yield(.reload(build: snapshot.build))
    }
    lastListener += 1
    listeners[lastListener] = continuation
    return (lastListener, events)
  }

  func stopListening(_ id: Int) {
    listeners.removeValue(forKey: id)?.finish()
  }

  private func send(_ event: LiveEvent) {
    for continuation in listeners.values {
      continuation.yield(event)
    }
  }
}
