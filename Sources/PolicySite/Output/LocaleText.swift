import CommonMark
import PolicyModel

/// The fixed words of a page in its language, filled in.
struct LocaleText {
  let locale: Workspace.Locale

  /// A word with its braces filled by text.
  func text(_ word: PageWord, _ values: [String: String] = [:]) -> String {
    Self.filled(locale[word], values)
  }

  /// The same as HTML: `values` are HTML already.
  func html(_ word: PageWord, _ values: [String: String] = [:]) -> String {
    Self.filled(locale[word].htmlEscaped, values)
  }

  /// A day as the language writes it. Without names for the months, as it is written everywhere.
  func day(_ date: CalendarDate) -> String {
    guard locale.months.count == 12, (1...12).contains(date.month) else { return "\(date)" }
    let day = date.day == 1 ? locale[.firstDay] : String(date.day)
    return text(
      .date, ["day": day, "month": locale.months[date.month - 1], "year": String(date.year)])
  }

  func time(_ date: CalendarDate) -> String {
    "<time datetime=\"\(date)\">\(day(date).htmlEscaped)</time>"
  }

  /// Those whom a policy binds.
  func audience(_ names: [String]) -> String {
    let names = names.map { locale.appliesTo[$0] ?? $0 }
    let list =
      names.count < 2
      ? names.joined()
      : names.dropLast().joined(separator: ", ") + " \(locale[.and]) " + names[names.count - 1]
    return text(.appliesTo, ["names": list])
  }

  func title(of theme: Theme) -> String { word(theme.rawValue) ?? theme.title }

  func title(of action: EnforcementAction) -> String { word(action.rawValue) ?? action.title }

  func meaning(of action: EnforcementAction) -> String {
    word(action.rawValue + "-meaning") ?? action.meaning
  }

  private func word(_ name: String) -> String? {
    PageWord(rawValue: name).map { locale[$0] }
  }

  private static func filled(_ text: String, _ values: [String: String]) -> String {
    values.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }
}
