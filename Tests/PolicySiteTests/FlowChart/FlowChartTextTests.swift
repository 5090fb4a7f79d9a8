import Testing

@testable import PolicySite

@Suite("The text of a flow chart")
struct FlowChartTextTests {
  private func lines(_ words: String, within width: Int = 246) -> [String] {
    FlowChart.SetText(words, within: width, size: 14).lines.map(String.init)
  }

  @Test("is broken into lines of about even length")
  func evened() {
    #expect(
      lines("Did the two people meet on Quillwork at all?") == [
        "Did the two people meet", "on Quillwork at all?",
      ])
  }

  @Test("stays on one line where it fits")
  func short() {
    #expect(lines("Cannot tell") == ["Cannot tell"])
    #expect(lines("") == [])
    #expect(lines("  ") == [])
    #expect(lines("\u{7}a\n  b") == ["a b"])
  }

  @Test("has no line that is too wide", arguments: [20, 60, 100, 246])
  func limit(width: Int) {
    let words = "Schifffahrtsgesellschaft 質問はとても長いので (mmmm) — “naïve”, e\u{301}"
    let text = FlowChart.SetText(words, within: width, size: 14)
    #expect(text.width <= width)
    #expect(
      text.lines.joined().filter { $0 != " " } == words.filter { $0 != " " })
  }

  @Test("counts wide characters double and may break between any two")
  func wide() {
    #expect(lines("質問質問質問", within: 60) == ["質問質", "問質問"])
    #expect(lines("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", within: 20) == ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"])
  }
}
