import CommonMark
import PolicyModel

/// Looks at a workspace's own theme files without building anything from them.
package struct ThemeCheck {
  private let own: [String: [UInt8]]
  private let sources: [String: String]
  private let partials: TemplatePartials

  /// `own` are the files of `site/` by their paths in it.
  private init(_ own: [String: [UInt8]]) {
    self.own = own
    var sources: [String: String] = [:]
    for (path, bytes) in BuiltInTheme.files.merging(own, uniquingKeysWith: { $1 }) {
      if let name = SiteTheme.templateName(path) {
        sources[name] = String(decoding: bytes, as: UTF8.self)
      }
    }
    self.sources = sources
    partials = TemplatePartials(sources)
  }

  /// What is wrong with each file of `own`, in the order of their paths.
  package static func problems(in own: [String: [UInt8]]) -> [ThemeProblem] {
    guard !own.isEmpty else { return [] }
    EscapedHTML.register()
    let check = ThemeCheck(own)
    return own.keys.sorted().flatMap { check.problems(of: $0) }
  }

  private func problems(of path: String) -> [ThemeProblem] {
    let bytes = own[path] ?? []
    if let name = SiteTheme.templateName(path) { return template(name, path, bytes) }
    if path == LetterStyles.path { return LetterStyles.problems(in: bytes) }
    if path.hasPrefix("pages/"), path.hasSuffix(".md") { return page(path, bytes) }
    if path.hasPrefix("assets/") { return asset(path, bytes) }
    return [stray(path, help: "Templates end in .mustache, pages in .md.")]
  }

  private func template(_ name: String, _ path: String, _ bytes: [UInt8]) -> [ThemeProblem] {
    if BuiltInTheme.files[path] == nil, !partials.included.contains(name) {
      return [stray(path, help: "Give it the name of a template of the theme.")]
    }
    do {
      _ = try SiteTheme.template(name, sources[name] ?? "", partials)
    } catch {
      let problem = error.problem
      return [
        ThemeProblem(
          kind: .template, path: path, range: problem.range, headline: problem.words,
          help: problem.help)
      ]
    }
    return unknownFields(path, bytes, known: ThemeFields.names)
  }

  private func page(_ path: String, _ bytes: [UInt8]) -> [ThemeProblem] {
    let source = PageSource(String(decoding: bytes, as: UTF8.self))
    func problem(
      _ kind: ThemeProblem.Kind, _ range: SourceRange, _ headline: String, _ help: String? = nil
    ) -> ThemeProblem {
      ThemeProblem(kind: kind, path: path, range: range, headline: headline, help: help)
    }
    if let fence = source.unclosed {
      return [
        problem(.page, fence, "The lines before the page are not closed", "Write --- behind them.")
      ]
    }
    var problems = source.unknownKeys.map { key in
      problem(
        .page, key.range, "`\(key.name)` is not a key of a page",
        nearestName(to: key.name, among: PageSource.keys).map { "Did you mean `\($0)`?" }
          ?? "A page has `title` and `summary`.")
    }
    do {
      if try source.document().title == nil {
        problems.append(
          problem(
            .title, 0..<0, "A page without a title",
            "Begin with a heading, `# Title`, or with `title:` between two lines of ---."))
      }
    } catch {
      let range =
        error.range.lowerBound + source.bodyStart..<error.range.upperBound
        + source.bodyStart
      problems.append(problem(.page, range, "More than \(error.allowance)"))
    }
    let field = String(PageSource.organizationField.dropFirst(2).dropLast(2))
    return problems + unknownFields(path, bytes, known: [field], isDotted: true)
  }

  /// Any asset is welcome: only a slip of the pen in the name of one that the theme has is not.
  private func asset(_ path: String, _ bytes: [UInt8]) -> [ThemeProblem] {
    if path.hasSuffix(".css"), BuiltInTheme.files[path] != nil {
      return unknownFields(path, bytes, known: Assets.fields)
    }
    guard BuiltInTheme.files[path] == nil, nearest(to: path) != nil, !isMentioned(path) else {
      return []
    }
    return [stray(path, help: nil)]
  }

  /// Whether another file of the workspace's theme speaks of it by its name.
  private func isMentioned(_ path: String) -> Bool {
    let name = String(path.dropFirst("assets/".count))
    return own.contains { other, bytes in
      other != path && SourceText(bytes).find(name, in: 0..<bytes.count) != nil
    }
  }

  private func unknownFields(
    _ path: String, _ bytes: [UInt8], known: Set<String>, isDotted: Bool = false
  ) -> [ThemeProblem] {
    var seen: Set<String> = []
    return TemplateTag.scan(bytes).tags.compactMap { tag in
      guard let field = isDotted ? tag.name : tag.field, !known.contains(field),
        seen.insert(field).inserted
      else { return nil }
      return ThemeProblem(
        kind: .field, path: path, range: tag.range, headline: "`\(field)` is not a field",
        help: nearestName(to: field, among: known).map { "Did you mean `\($0)`?" }
          ?? (known.count < 4 ? "There is \(known.sorted().joined(separator: " and "))." : nil))
    }
  }

  private func stray(_ path: String, help: String?) -> ThemeProblem {
    ThemeProblem(
      kind: .stray, path: path, range: 0..<0, headline: "Nothing reads site/\(path)",
      help: nearest(to: path).map { "Did you mean site/\($0)?" } ?? help)
  }

  private func nearest(to path: String) -> String? {
    let folder = path.prefix { $0 != "/" } + "/"
    let names = BuiltInTheme.files.keys.filter { $0.hasPrefix(folder) }
      .map { String($0.dropFirst(folder.count)) }
    return nearestName(to: String(path.dropFirst(folder.count)), among: names)
      .map { folder + $0 }
  }
}

/// The fields that some template of the built-in theme reads.
enum ThemeFields {
  static let names: Set<String> = {
    var names: Set<String> = []
    for (path, bytes) in BuiltInTheme.files where SiteTheme.templateName(path) != nil {
      names.formUnion(TemplateTag.scan(bytes).tags.compactMap(\.field))
    }
    return names
  }()
}
