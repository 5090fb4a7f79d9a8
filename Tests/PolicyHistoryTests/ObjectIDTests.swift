import PolicyModel
import Testing

@Suite("Object ids")
struct ObjectIDTests {
  @Test("are 40 or 64 hexadecimal digits", arguments: [40, 64])
  func lengths(count: Int) {
    #expect(ObjectID(String(repeating: "A", count: count))?.hex.first == "a")
    #expect(ObjectID(String(repeating: "g", count: count)) == nil)
    #expect(ObjectID(String(repeating: "a", count: count - 1)) == nil)
  }
}
