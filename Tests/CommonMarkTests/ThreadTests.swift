import CommonMark
import Testing

@Suite("Documents that are parsed at the same time") struct ThreadTests {
  @Test("lose none of their links and deletions")
  func parallel() async {
    let text = String(
      repeating: "An ~~old~~ page: https://a.example/ and www.b.example.\n\n", count: 40)
    let found = await withTaskGroup(of: [Int].self) { group in
      for _ in 0..<4 {
        group.addTask { (0..<200).map { _ in Self.marks(in: text) } }
      }
      return await group.reduce(into: Set<Int>()) { $0.formUnion($1) }
    }
    #expect(found == [120])
  }

  private static func marks(in text: String) -> Int {
    var count = 0
    (try? Document(parsing: text))?.blocks.forEachText { inlines, _ in
      for inline in inlines {
        switch inline {
        case .strikethrough, .link: count += 1
        default: break
        }
      }
    }
    return count
  }
}
