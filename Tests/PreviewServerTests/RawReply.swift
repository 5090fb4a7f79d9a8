/// An answer as it came over the wire.
struct RawReply: Sendable, Equatable {
  let status: Int
  /// Names in lower case, sorted.
  let fields: [String]
  var body: String

  subscript(name: String) -> String? {
    let prefix = name + ": "
    return fields.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
  }

  init(head: String) {
    let lines = head.split(separator: "\r\n")
    status = lines.first.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
    fields = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return parts[0].lowercased() + ":" + parts[1]
    }.sorted()
    body = ""
  }
}

extension RawConnection {
  /// Reads one answer, of the length it states.
  mutating func reply(hasBody: Bool = true) async throws -> RawReply {
    var reply = RawReply(head: try await receive(through: "\r\n\r\n"))
    if hasBody {
      reply.body = try await receive(count: Int(reply["content-length"] ?? "0") ?? 0)
    }
    return reply
  }

  /// Sends the bytes on a connection of their own and reads the answer.
  static func exchange(port: Int, host: String = "127.0.0.1", _ raw: String) async throws
    -> RawReply
  {
    try await open(port: port, host: host) { connection in
      try await connection.send(raw)
      return try await connection.reply(hasBody: !raw.hasPrefix("HEAD "))
    }
  }

  /// Sends a proper request for the target, with the fields added.
  static func get(
    _ target: String, port: Int, method: String = "GET", fields: [String] = []
  ) async throws -> RawReply {
    let lines = ["\(method) \(target) HTTP/1.1", "Host: localhost:\(port)"] + fields
    return try await exchange(port: port, lines.joined(separator: "\r\n") + "\r\n\r\n")
  }
}
