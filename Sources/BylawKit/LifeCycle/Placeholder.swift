/// What commands of ours print where words are to be typed: pasted as it stands it says nothing, and would
/// stay for ever.
enum Placeholder {
  private static let all: Set<String> = ["TEXT", "…", "..."]

  static func refuse(_ text: String?) throws {
    guard let text, all.contains(text) else { return }
    throw LoadError("“\(text)” stands for your own words", help: "Put them in its place.")
  }
}
