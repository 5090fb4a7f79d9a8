/// How tall the frame of a preview is before a script has measured the letter, and where none can.
enum FrameHeight {
  /// An estimate from the plain text, rather too tall than too short; what is beyond it scrolls.
  static func pixels(of text: String, columns: Int) -> Int {
    var height = 150
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let width = line.reduce(0) { $0 + (FlowChart.CharacterWidth.isWide($1) ? 2 : 1) }
      height += width == 0 ? 20 : 27 * ((width + columns - 1) / columns)
    }
    return height
  }
}
