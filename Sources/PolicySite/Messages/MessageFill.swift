import PolicyModel
import PolicyProjection

/// What stands where the author wrote a token.
package enum MessageFill: Sendable, Hashable, CaseIterable {
  /// `{{name}}`, for the program that sends the message.
  case tokens
  /// The sample of each variable, dates in words, for people who look at the message.
  case samples
  /// As many characters as each variable allows, and every section: for checks of the size.
  case longest
}

extension Message {
  /// A sample as a reader would see it: days as the language of the message writes them.
  func shownSample(of variable: Variable) -> String {
    guard isTranslation, variable.kind == .date, locale.months.count == 12,
      let date = CalendarDate(variable.sample)
    else { return variable.shownSample }
    return LocaleText(locale: locale).day(date)
  }
}

/// The values of the variables of one message in one fill.
struct MessageValues {
  let fill: MessageFill
  private let tokens: TokenTable
  /// A message has so few variables that a search beats hashing.
  private let names: [String]
  private let shown: [String]
  private let kinds: [Variable.Kind]

  init(_ message: Message, _ fill: MessageFill) {
    self.fill = fill
    tokens = message.template.tokens
    names = message.variables.map(\.name)
    shown = message.variables.map { Self.shown($0, fill, in: message) }
    kinds = message.variables.map(\.kind)
  }

  private static func shown(
    _ variable: Variable, _ fill: MessageFill, in message: Message
  ) -> String {
    switch fill {
    case .tokens: return "{{\(variable.name)}}"
    case .samples:
      let sample = message.shownSample(of: variable)
      return (sample.isEmpty ? variable.fallback ?? "" : sample).withoutControls
    case .longest: return longest(variable).withoutControls
    }
  }

  private static func longest(_ variable: Variable) -> String {
    if variable.kind == .date { return "30 September 2026" }
    guard let maximum = variable.maximum else { return variable.shownSample }
    let unit: String =
      switch variable.kind {
      case .text, .date: variable.sample.isEmpty ? "word " : variable.sample + " "
      case .url: "x"
      case .number: "8"
      }
    let start = variable.kind == .text ? "" : variable.sample
    let missing = max(0, maximum - start.count)
    return String(
      (start + String(repeating: unit, count: missing / unit.count + 1)).prefix(maximum))
  }

  /// Whether a section is sent. With tokens kept, and at its longest, a message holds all of them.
  func shows(section name: String, isInverted: Bool) -> Bool {
    guard fill == .samples else { return true }
    let isThere = names.firstIndex(of: name).map { !shown[$0].isEmpty } ?? false
    return isThere != isInverted
  }

  /// `text` with its tokens filled in. A name that nobody declared stays as it was written, so that
  /// whoever looks at the message sees that nothing fills it.
  func filled(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xEE || $0 == UInt8(ascii: "{") }) else { return text }
    var out = ""
    for piece in tokens.pieces(of: text) {
      switch piece {
      case .text(let words): append(words, to: &out)
      case .token(let token): out += value(of: token.name)
      }
    }
    return out
  }

  private func value(of name: String) -> String {
    names.firstIndex(of: name).map { shown[$0] } ?? "{{\(name)}}"
  }

  /// Where tokens are kept, words of the author must not become one: `\{\{` or `&#123;` would, and a
  /// brace before a token would make Mustache write its value unescaped.
  private func append(_ words: Substring, to out: inout String) {
    guard fill == .tokens, words.utf8.contains(UInt8(ascii: "{")) else {
      out += words
      return
    }
    var rest = words.unicodeScalars
    while let scalar = rest.popFirst() {
      out.unicodeScalars.append(scalar)
      if scalar == "{", rest.first.map({ $0 == "{" || $0 == "%" }) ?? true { out += " " }
    }
  }

  /// The address of a link, filled in, or `nil` where a letter cannot hold it.
  ///
  /// A letter has no place of its own, so that a relative address leads nowhere; a token that begins
  /// an address must be one for addresses.
  func address(_ destination: String) -> String? {
    let pieces = tokens.pieces(of: destination)
    var out = ""
    for piece in pieces {
      switch piece {
      case .text(let text): MailAddress.append(text, to: &out)
      case .token(let token):
        if fill == .tokens {
          out += "{{\(token.name)}}"
        } else {
          MailAddress.append(value(of: token.name)[...], to: &out)
        }
      }
    }
    if fill == .tokens, case .token(let token)? = pieces.first {
      return names.firstIndex(of: token.name).map { kinds[$0] } == .url ? out : nil
    }
    return MailAddress.isAllowed(out) ? out : nil
  }

  /// Whether an address is that one token and nothing else.
  func isToken(_ name: String, _ destination: String) -> Bool {
    guard case .token(let token)? = tokens.pieces(of: destination).first else { return false }
    return token.name == name && token.range.count - 2 == destination.unicodeScalars.count
  }
}
