import CommonMark
internal import Mustache

/// Templates, assets and pages: the built-in ones, single files replaced by the workspace's own.
package struct SiteTheme: Sendable {
  /// By path within `site/`: `templates/help-home.mustache`.
  private let files: [String: [UInt8]]
  private let library: MustacheLibrary

  /// Compiles the templates. Throws where one of the workspace's is not Mustache, or would run over
  /// text that is not escaped.
  package init(replacing own: [String: [UInt8]] = [:]) throws(ThemeError) {
    files = BuiltInTheme.files.merging(own) { _, new in new }
    EscapedHTML.register()
    var sources: [String: String] = [:]
    for (path, bytes) in files {
      if let name = Self.templateName(path) {
        sources[name] = String(decoding: bytes, as: UTF8.self)
      }
    }
    let partials = TemplatePartials(sources)
    var templates: [String: MustacheTemplate] = [:]
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
      do {
        templates[name] = try Self.template(name, source, partials)
      } catch {
        throw ThemeError(path: "templates/\(name).mustache", problem: error.problem.words)
      }
    }
    library = MustacheLibrary(templates: templates)
    for name in pages {
      do {
        _ = try PageSource(text("pages/\(name).md")).document()
      } catch {
        throw ThemeError(path: "pages/\(name).md", problem: "more than \(error.allowance)")
      }
    }
  }

  /// Renders `template` with `values`. An unknown template gives nothing; tests know them all.
  func render(_ template: String, _ values: TemplateValues) -> String {
    library.render(values, withTemplate: template) ?? ""
  }

  func file(_ path: String) -> [UInt8]? { files[path] }

  func text(_ path: String) -> String {
    files[path].map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The names of the Markdown pages: `pages/actions.md` is `actions`.
  var pages: [String] {
    files.keys.filter { $0.hasPrefix("pages/") && $0.hasSuffix(".md") }
      .map { String($0.dropFirst("pages/".count).dropLast(".md".count)) }.sorted()
  }

  /// The names of the files in `assets/`.
  var assets: [String] {
    files.keys.filter { $0.hasPrefix("assets/") }.map { String($0.dropFirst("assets/".count)) }
      .sorted()
  }

  /// A template that was refused.
  struct Refusal: Error { var problem: TemplateProblem }

  /// Compiles one template; what stops it is said without the library's own words.
  static func template(
    _ name: String, _ source: String, _ partials: TemplatePartials
  ) throws(Refusal) -> MustacheTemplate {
    if let problem = TemplateTag.problem(in: Array(source.utf8))
      ?? TemplateGuard.problem(in: source) ?? partials.problem(of: name, source)
    {
      throw Refusal(problem: problem)
    }
    do {
      return try MustacheTemplate(string: EscapedHTML.pragma + source)
    } catch {
      throw Refusal(problem: TemplateProblem(error, in: source))
    }
  }

  static func templateName(_ path: String) -> String? {
    guard path.hasPrefix("templates/"), path.hasSuffix(".mustache") else { return nil }
    return String(path.dropFirst("templates/".count).dropLast(".mustache".count))
  }
}

extension TemplateProblem {
  /// What the library did not take, which says on which line it stopped.
  fileprivate init(_ error: any Error, in source: String) {
    let text = SourceText(source)
    let line = (error as? MustacheTemplate.ParserError)?.context.lineNumber ?? 1
    self.init(
      "A tag that is no Mustache",
      at: text.lineRange(min(max(line, 1), text.lineCount) - 1),
      help: "A tag is a field, or #, ^, /, > or ! and a name, between {{ and }}.")
  }
}

/// A file of the workspace's own theme that cannot be used.
package struct ThemeError: Error, Sendable, CustomStringConvertible {
  package var path: String
  package var problem: String

  package var description: String { "site/\(path): \(problem)" }
}

/// What a template reads: names to values, so that none is looked up by reflection.
typealias TemplateValues = [String: Any]
