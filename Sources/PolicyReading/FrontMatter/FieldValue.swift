import CommonMark
import PolicyModel

/// A value that fits its ``Shape``.
struct FieldValue {
  indirect enum Content {
    case text(String)
    case number(Int)
    case date(CalendarDate)
    case period(Period)
    case flag(Bool)
    case list([FieldValue])
    case record([(key: YAMLValue.Key, value: FieldValue)])
  }

  var content: Content
  var range: SourceRange

  subscript(key: String) -> FieldValue? {
    guard case .record(let pairs) = content else { return nil }
    return pairs.first { $0.key.name == key }?.value
  }

  var pairs: [(key: YAMLValue.Key, value: FieldValue)] {
    if case .record(let pairs) = content { pairs } else { [] }
  }

  var items: [FieldValue] {
    if case .list(let items) = content { items } else { [] }
  }

  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  var number: Int? {
    if case .number(let number) = content { number } else { nil }
  }

  var date: CalendarDate? {
    if case .date(let date) = content { date } else { nil }
  }

  var period: Period? {
    if case .period(let period) = content { period } else { nil }
  }

  var flag: Bool? {
    if case .flag(let flag) = content { flag } else { nil }
  }

  var locatedText: Located<String>? { text.map { Located($0, range) } }
  var locatedNumber: Located<Int>? { number.map { Located($0, range) } }
  var locatedDate: Located<CalendarDate>? { date.map { Located($0, range) } }
  var texts: [String] { items.compactMap(\.text) }
  var locatedTexts: [Located<String>] { items.compactMap(\.locatedText) }
}
