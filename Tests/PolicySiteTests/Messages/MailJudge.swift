import Foundation

/// Python's `email` package: an independent reader of the messages.
enum MailJudge {
  static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  struct Case: Encodable {
    var file: String
    var subject: String
    var from: [String]
    var to: [String]
    var text: String
    var html: String
  }

  /// What Python finds wrong with the messages; empty if nothing.
  static func complaints(_ cases: [(case: Case, bytes: [UInt8])]) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "bylaw-mail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (judged, bytes) in cases {
      try Data(bytes).write(to: folder.appending(path: judged.file))
    }
    try JSONEncoder().encode(cases.map(\.case)).write(to: folder.appending(path: "cases.json"))
    let process = Process()
    process.executableURL = URL(filePath: python ?? "")
    process.arguments = ["-c", script, folder.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let complaints = String(decoding: output, as: UTF8.self)
    let status = process.terminationStatus
    return status == 0 ? complaints : "status \(status): \(complaints)"
  }

  private static let script = """
    import json, pathlib, sys
    from email import policy
    from email.parser import BytesParser

    folder = pathlib.Path(sys.argv[1])
    for case in json.loads((folder / "cases.json").read_text("utf-8")):
        raw = (folder / case["file"]).read_bytes()
        def complain(what, *more):
            print(case["file"], what, *map(ascii, more))
        message = BytesParser(policy=policy.default).parsebytes(raw)
        for name, value in message.items():
            if value.defects: complain("defects in " + name, value, value.defects)
        for part in message.walk():
            if part.defects: complain("defects", part.defects)
        if str(message["subject"]) != case["subject"]:
            complain("subject", str(message["subject"]), case["subject"])
        for name in ("from", "to"):
            [address] = message[name].addresses
            if [address.display_name, address.addr_spec] != case[name]:
                complain(name, address.display_name, address.addr_spec, case[name])
        parts = list(message.iter_parts())
        kinds = [part.get_content_type() for part in parts]
        if kinds != ["text/plain", "text/html"]: complain("parts", kinds)
        for part, wanted in zip(parts, (case["text"], case["html"])):
            part_bytes = part.get_payload(decode=True).replace(b"\\r\\n", b"\\n")
            if part_bytes != wanted.replace("\\r\\n", "\\n").encode(): complain("body", part_bytes, wanted)
        if message["date"] is None or message["date"].datetime is None: complain("date")
        lines = raw.split(b"\\r\\n")
        if any(len(line) > 76 for line in lines): complain("a long line")
        if any(line.startswith((b".", b"From ")) for line in lines): complain("a risky line")
        if [line for line in lines if line.lower().startswith(b"bcc")]: complain("an injected header")
    """
}
