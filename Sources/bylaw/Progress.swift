import BylawKit

/// A line that shows that work goes on: on a terminal, after 300 ms, and gone when it is done.
enum Progress {
  static func during<Result: Sendable>(
    _ title: String, _ work: () async throws -> Result
  ) async rethrows -> Result {
    guard Console.isTerminal(2), Console.variable("TERM") != "dumb" else { return try await work() }
    let isAnimated = !Console.isAccessible
    let ticker = Task {
      try await Task.sleep(for: .milliseconds(300))
      var step = 0
      if !isAnimated { Console.err("\(title) …\n") }
      while isAnimated, !Task.isCancelled {
        let position = step % 16 < 8 ? step % 8 : 7 - step % 8
        let bar = (0..<8).map { $0 == position ? "=" : " " }.joined()
        Console.err("\r\(title) [\(bar)]")
        step += 1
        try await Task.sleep(for: .milliseconds(120))
      }
    }
    defer {
      ticker.cancel()
      if isAnimated { Console.err("\r\u{1B}[K") }
    }
    return try await work()
  }
}
