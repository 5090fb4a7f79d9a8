import TestSupport

/// Writes front-matter as different people would: any order of keys, any style, comments everywhere.
struct FrontMatterGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A whole file that reads without a finding.
  mutating func file() -> String {
    var keys = [
      text("id", ["a", "pay-outside"]), text("title", Self.texts), text("theme", ["safety"]),
      text("stage", ["research", "iteration"]), text("version", ["1", "12"]),
    ]
    if chance(2) { keys.append(text("summary", Self.texts)) }
    if chance(2) { keys.append(text("owner", ["dana@q.example"])) }
    if chance(2) { keys.append(text("effective", ["2026-02-01"])) }
    if chance(2) { keys.append(list("applies_to", ["talent", "client", "agency"])) }
    if chance(2) { keys.append(list("synonyms", Self.texts)) }
    if chance(2) { keys.append(list("withdrawn", ["1", "2", "3"])) }
    if chance(3) { keys.append("rounds:\(blanks())\(comment())\n") }
    if chance(2) { keys.append(records("history", Self.step)) }
    if chance(2) { keys.append(records("changes", Self.change)) }
    if chance(2) { keys.append(records("basis", Self.basis)) }
    keys.shuffle(using: &random)
    let lines = keys.map { comments() + $0 }.joined() + comments()
    var file = "---\n" + lines + (chance(4) ? "..." : "---")
    if chance(4) {
      file += chance(2) ? "" : "\n"
    } else {
      file += "\n\n## Why\n\nstage: 😀 é\n---\nlast" + (chance(2) ? "\n" : "")
    }
    if chance(3) { file = file.replacing("\n", with: "\r\n") }
    return (chance(5) ? "\u{FEFF}" : "") + file
  }

  // MARK: Parts

  private static let texts = [
    "plain words", "it's “so”", "😀 漢字 e\u{301}", "one: two", "no", "a # b", "say \"no\"", "x\\y",
  ]
  private static let step = [
    ("stage", ["research", "development"]), ("on", ["2026-02-01"]), ("by", ["a@q.example"]),
    ("reason", texts),
  ]
  private static let change = [
    ("version", ["1", "2"]), ("class", ["minor", "significant"]), ("summary", texts),
  ]
  private static let basis = [("kind", ["law", "terms"]), ("ref", texts)]

  private mutating func chance(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &random) ?? "x"
  }

  private mutating func blanks() -> String { pick(["", "", " ", "\t", "  \t"]) }

  private mutating func gap() -> String { pick([" ", " ", " ", "   ", "\t"]) }

  private mutating func comment() -> String {
    pick(["", "", "", " # é😀", "  # stage: research", "\t# [", " #"])
  }

  private mutating func comments(_ indent: String = "") -> String {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in
      pick(["\n", "# note: \"x\n", indent + "# é😀 {\n", "#\n"])
    }.joined()
  }

  /// One scalar on one line.
  private mutating func scalar(_ text: String, isInFlow: Bool) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let double = "\"\(escaped)\""
    let single = "'\(text.replacing("'", with: "''"))'"
    let isPlain = !text.contains(": ") && !text.contains(" #")
    return isPlain && chance(2) ? text : chance(2) ? double : single
  }

  private mutating func text(_ key: String, _ texts: [String]) -> String {
    let value = pick(texts)
    let name = chance(6) ? "\"\(key)\"" : chance(6) ? "'\(key)'" : key
    let isProse = key == "title" || key == "summary"
    let body: String
    switch isProse ? Int.random(in: 0..<6, using: &random) : 0 {
    case 1: body = gap() + pick(["|", "|-", "|+", ">", ">-"]) + comment() + "\n  \(value)\n"
    case 2:
      body =
        gap() + pick(["|2-", ">2", ">1+"]) + "\n  \(value)\n\n     more\n  \(value)\n"
        + pick(["", "\n\n"])
    case 3: body = gap() + "plain\n  and more\n\n    of it\(comment())\n"
    case 4: body = gap() + "\"é \\\n  over\n  lines\"\(comment())\n"
    default:
      body =
        (chance(8) ? "\n   " : gap()) + scalar(value, isInFlow: false) + blanks() + comment() + "\n"
    }
    return name + (chance(8) ? " :" : ":") + body
  }

  private mutating func list(_ key: String, _ texts: [String]) -> String {
    let values = texts.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
      .map { scalar($0, isInFlow: true) }
    if values.isEmpty || chance(2) { return key + ":" + gap() + brackets(values) }
    return key + ":" + lines(values.map { ([$0], false) })
  }

  private mutating func records(_ key: String, _ fields: [(String, [String])]) -> String {
    let count = Int.random(in: 0...3, using: &random)
    let isOpen = chance(2)
    var items: [([String], Bool)] = []
    for _ in 0..<count {
      let pairs = fields.map { "\($0.0): \(scalar(pick($0.1), isInFlow: true))" }
        .shuffled(using: &random)
      items.append(isOpen ? (pairs, true) : ([braces(pairs)], false))
    }
    if items.isEmpty { return key + ":" + gap() + brackets([]) }
    if !isOpen, chance(3) { return key + ":" + gap() + brackets(items.map { $0.0[0] }) }
    return key + ":" + lines(items)
  }

  private mutating func braces(_ pairs: [String]) -> String {
    chance(4)
      ? "{" + pairs.joined(separator: ",\(comment())\n       ") + "}"
      : "{" + pick(["", " "]) + pairs.joined(separator: ", ") + pick(["", " ", ", "]) + "}"
  }

  private mutating func brackets(_ values: [String]) -> String {
    if chance(3) {
      let lines = values.map { "     \($0)" }.joined(separator: ",\(comment())\n")
      return "[\(comment())\n" + lines + pick(["", values.isEmpty ? "" : ","]) + comment()
        + "\n   ]"
        + comment() + "\n"
    }
    return "[" + blanks() + values.joined(separator: pick([", ", " , ", ",   "])) + blanks() + "]"
      + comment() + "\n"
  }

  private mutating func lines(_ items: [([String], Bool)]) -> String {
    let indent = pick(["", "  ", "    "])
    let hyphen = pick(["- ", "- ", "-   "])
    let inside = indent + String(repeating: " ", count: hyphen.utf8.count)
    var text = comment() + "\n" + comments(indent)
    for (index, item) in items.enumerated() {
      text += index == 0 ? "" : comments(indent)
      for (number, line) in item.0.enumerated() {
        text += (number == 0 ? indent + hyphen : inside) + line + comment() + "\n"
      }
    }
    return text
  }
}
