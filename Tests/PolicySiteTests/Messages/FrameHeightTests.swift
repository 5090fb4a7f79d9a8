import Testing

@testable import PolicySite

@Suite struct `The frame of a letter` {
  private static let paragraph = String(repeating: "A word after a word. ", count: 12) + "\n\n"

  @Test func `grows with the letter, and is taller where it is narrow`() {
    let short = FrameHeight.pixels(of: Self.paragraph, columns: 66)
    let long = FrameHeight.pixels(of: String(repeating: Self.paragraph, count: 9), columns: 66)
    let narrow = FrameHeight.pixels(of: Self.paragraph, columns: 30)
    #expect(long > 4 * short / 2)
    #expect(long > 640)
    #expect(narrow > short)
    #expect(FrameHeight.pixels(of: "日本語", columns: 3) > FrameHeight.pixels(of: "abc", columns: 3))
  }

  @Test func `stands in the gallery, and no style cuts it`() throws {
    let files = try TestSite().files()
    let page = try #require(files["emails/unwanted-advertising/warning/index.html"])
    let text = try #require(files["emails/unwanted-advertising/warning/template.txt"])
    let heights = page.split(separator: "<iframe").dropFirst().compactMap { frame in
      frame.split(separator: "height=\"").last.flatMap { Int($0.prefix { $0 != "\"" }) }
    }
    #expect(heights.count == 4)
    for height in heights { #expect(height > 20 * text.split(separator: "\n").count) }
    let css = try #require(files["emails/assets/site.css"])
    #expect(!css.contains("block-size:640px"))
  }
}
