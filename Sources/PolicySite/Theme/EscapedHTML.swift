import CommonMark
internal import Mustache

/// Escapes the text of templates on bytes; the library's own way goes character by character.
struct EscapedHTML: MustacheContentType {
  static let name = "BYLAW"
  /// Stands before each template: a partial would otherwise fall back to the library's escaping.
  static let pragma = "{{% CONTENT_TYPE:\(name)}}"

  func escapeText(_ text: String) -> String { text.htmlEscaped }

  static func register() {
    MustacheContentTypes.register(EscapedHTML(), named: name)
  }
}
