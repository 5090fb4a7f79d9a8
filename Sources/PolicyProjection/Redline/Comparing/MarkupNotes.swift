import CommonMark

/// What changed in a unit besides its words, told by the words that stayed.
struct MarkupNotes {
  private(set) var notes: [Redline.Note] = []
  private let diff: WordDiff

  init(_ diff: WordDiff) {
    self.diff = diff
    addBlocks()
    addLinks()
    for (mark, kind) in Self.styles { addStyle(mark, kind) }
    addLineBreaks()
  }

  private static let styles: [(RedlineWord.Mark, Redline.Note.Kind)] = [
    (.emphasis, .emphasis), (.strong, .strong), (.strikethrough, .strikethrough), (.code, .code),
  ]

  // MARK: Blocks

  private mutating func addBlocks() {
    if diff.old.isEmpty, let first = diff.new.first, let condition = first.condition {
      notes.append(.init(.condition, new: condition))
    }
    for pair in diff.pairs where diff.old[pair.old].isBoundary && diff.new[pair.new].isBoundary {
      let (old, new) = (diff.old[pair.old], diff.new[pair.new])
      let words = diff.new.opening(behind: pair.new)
      if old.formName != new.formName {
        notes.append(.init(.form, words, old: old.formName, new: new.formName))
      } else if old.condition != new.condition {
        notes.append(.init(.condition, words, old: old.condition, new: new.condition))
      } else if let one = old.depth, let other = new.depth, one != other {
        notes.append(.init(.level, words, old: String(one + 1), new: String(other + 1)))
      }
    }
  }

  // MARK: Styles

  /// One note for each stretch of words that stayed and are set in another way.
  private mutating func addStyle(_ mark: RedlineWord.Mark, _ kind: Redline.Note.Kind) {
    var words = ""
    var state: Bool?
    func end() -> Redline.Note? {
      guard let state, words.unicodeScalars.contains(where: { !$0.isBlank }) else { return nil }
      return .init(kind, words.inNote, old: state ? nil : "yes", new: state ? "yes" : nil)
    }
    for pair in diff.pairs {
      let (old, new) = (diff.old[pair.old], diff.new[pair.new])
      let isNew = new.marks.contains(mark)
      let next = old.marks.contains(mark) == isNew ? nil : isNew
      if next != state {
        if let note = end() { notes.append(note) }
        (words, state) = ("", next)
      }
      if next != nil { words += new.text.text }
    }
    if let note = end() { notes.append(note) }
  }

  private mutating func addLineBreaks() {
    for pair in diff.pairs {
      let (old, new) = (diff.old[pair.old], diff.new[pair.new])
      let isNew = new.marks.contains(.lineBreak)
      guard old.marks.contains(.lineBreak) != isNew else { continue }
      let words = diff.new[..<pair.new].suffix(5).map(\.text.text).joined().inNote
      notes.append(.init(.lineBreak, words, old: isNew ? nil : "yes", new: isNew ? "yes" : nil))
    }
  }

  // MARK: Links

  /// Links around words that stayed are the same link; then those of the same address; what is left
  /// is paired in order.
  private mutating func addLinks() {
    for isImage in [false, true] {
      let olds = LinkSpan.all(in: diff.old, isImage: isImage)
      let news = LinkSpan.all(in: diff.new, isImage: isImage)
      if olds.isEmpty, news.isEmpty { continue }
      var openOld = Set(olds.indices)
      var matches = [Int?](repeating: nil, count: news.count)
      func pair(_ old: Int?, _ new: Int) {
        if matches[new] == nil, let old, openOld.remove(old) != nil { matches[new] = old }
      }
      let (spanOld, spanNew) = (LinkSpan.byWord(olds), LinkSpan.byWord(news))
      for words in diff.pairs {
        if let new = spanNew[words.new] { pair(spanOld[words.old], new) }
      }
      var left = Dictionary(grouping: openOld.sorted(by: >)) { olds[$0].link }
      for new in news.indices where matches[new] == nil {
        pair(left[news[new].link]?.popLast(), new)
      }
      var rest = openOld.sorted()[...]
      for new in news.indices where matches[new] == nil { pair(rest.popFirst(), new) }
      for old in openOld.sorted() where !diff.new.isEmpty { add(olds[old], nil, isImage) }
      for new in news.indices { add(matches[new].map { olds[$0] }, news[new], isImage) }
    }
  }

  private mutating func add(_ old: LinkSpan?, _ new: LinkSpan?, _ isImage: Bool) {
    let words = (new ?? old)?.words ?? ""
    if old?.link.destination.utf8Bytes != new?.link.destination.utf8Bytes {
      notes.append(
        .init(
          isImage ? .imageAddress : .linkAddress, words, old: old?.link.destination,
          new: new?.link.destination))
    }
    let titles = (old?.link.title ?? "", new?.link.title ?? "")
    if titles.0.utf8Bytes != titles.1.utf8Bytes {
      notes.append(
        .init(
          isImage ? .imageTitle : .linkTitle, words, old: titles.0.isEmpty ? nil : titles.0,
          new: titles.1.isEmpty ? nil : titles.1))
    }
  }
}

/// A link or an image of a unit, and the words that it is around.
private struct LinkSpan {
  var link: Link
  var range: Range<Int>
  var words: String

  /// For each word that is in a link, which of `spans` it is in.
  static func byWord(_ spans: [LinkSpan]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for (index, span) in spans.enumerated() { for word in span.range { places[word] = index } }
    return places
  }

  static func all(in words: [RedlineWord], isImage: Bool) -> [LinkSpan] {
    var spans: [(number: Int, span: LinkSpan)] = []
    for (index, word) in words.enumerated() {
      for mark in word.marks {
        let found: (Link, Int)? =
          switch mark {
          case .link(let link, let number): isImage ? nil : (link, number)
          case .image(let link, let number): isImage ? (link, number) : nil
          default: nil
          }
        guard let (link, number) = found else { continue }
        if spans.last?.number == number, var last = spans.popLast()?.span {
          last.range = last.range.lowerBound..<index + 1
          last.words += word.text.text
          spans.append((number, last))
        } else {
          spans.append(
            (number, LinkSpan(link: link, range: index..<index + 1, words: word.text.text)))
        }
      }
    }
    return spans.map {
      LinkSpan(link: $0.span.link, range: $0.span.range, words: $0.span.words.inNote)
    }
  }
}

extension RedlineWord {
  /// The blocks that begin here, without a paragraph that is only what every block holds.
  fileprivate var formName: String {
    let names = marks.compactMap { if case .block(let name, _) = $0 { name } else { nil } }
    let telling = names.filter { $0 != "paragraph" }
    return (telling.isEmpty ? names : telling).joined(separator: ", ")
  }

  fileprivate var depth: Int? {
    marks.lazy.compactMap { if case .block(_, let depth) = $0 { depth } else { nil } }.first
  }

  fileprivate var condition: String? {
    marks.lazy.compactMap { if case .condition(let text) = $0 { text } else { nil } }.first
  }
}

extension [RedlineWord] {
  /// The first words of the block that begins at `index`.
  fileprivate func opening(behind index: Int) -> String {
    self[(index + 1)...].prefix { !$0.isBoundary }.prefix(12).map(\.text.text).joined().inNote
  }
}

extension String {
  fileprivate var utf8Bytes: [UInt8] { Array(utf8) }

  /// On one line, and no longer than a reader needs to find the place.
  fileprivate var inNote: String {
    let words = split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    return words.unicodeScalars.count <= 60
      ? words : String(String.UnicodeScalarView(words.unicodeScalars.prefix(58))) + " …"
  }
}
