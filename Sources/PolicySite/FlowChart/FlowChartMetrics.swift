extension FlowChart {
  /// Lengths in CSS pixels, as the style sheet's `fc-` classes expect them.
  enum Metrics {
    static let margin = 2
    static let radius = 8
    /// Between the end of a line and what its arrowhead points at.
    static let tip = 4

    static let textSize = 14
    static let textLine = 19
    static let labelSize = 13
    static let labelLine = 17

    static let boxWidth = 300
    static let boxEnd = margin + boxWidth
    static let boxLeast = 58
    static let boxPadding = 20
    static let numberX = margin + 16
    /// Where questions begin, and under them the labels of the answers that lead down.
    static let wordsX = margin + 38
    static let questionWidth = boxWidth - 38 - 14
    static let downWidth = boxEnd - wordsX
    /// The line that runs down from box to box, under the number.
    static let shaftX = margin + 22
    /// Where a lane comes in from above, at the other end of the box.
    static let entryX = boxEnd - 32

    /// The line along which the answers of one question fan out.
    static let trunkX = boxEnd + 14
    static let labelX = boxEnd + 26
    static let labelLeast = 64
    static let labelMost = 252
    static let labelToPill = 22

    static let pillHeight = 34
    static let pillPadding = 17
    static let pillMost = 244
    static let lanePitch = 14
  }
}
