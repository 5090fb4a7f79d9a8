import PolicyModel
import PolicyProjection
import Testing

@testable import PolicySite

@Suite struct `The words of a language` {
  private static var french: Workspace.Locale {
    var locale = Workspace.Locale(tag: "fr", groups: [], headings: [:])
    locale.months = (1...12).map { $0 == 7 ? "juillet" : "mois" }
    locale.words = [.firstDay: "1er"]
    return locale
  }

  @Test func `have a first of the month of their own`() throws {
    let text = LocaleText(locale: Self.french)
    #expect(text.day(try #require(CalendarDate("2026-07-01"))) == "1er juillet 2026")
    #expect(text.day(try #require(CalendarDate("2026-07-11"))) == "11 juillet 2026")
  }

  @Test func `are those of the days in a translated letter`() throws {
    var message = try LetterFixture.message("{{case.opened_at}}")
    #expect(Letter(message, .samples).text.hasPrefix("4 May 2026"))
    message.locale = Self.french
    message.isTranslation = true
    #expect(Letter(message, .samples).text.hasPrefix("4 mois 2026"))
  }
}
