extension FlowChart {
  /// The data of a `<path>` of level and upright lines with rounded corners.
  struct Path {
    private(set) var ink: Ink
    private var x = 0
    private var y = 0

    init(_ ink: Ink) { self.ink = ink }

    mutating func move(_ x: Int, _ y: Int) {
      (self.x, self.y) = (x, y)
      ink.write("M", x)
      ink.write(" ", y)
    }

    mutating func horizontal(to x: Int) {
      self.x = x
      ink.write("H", x)
    }

    mutating func vertical(to y: Int) {
      self.y = y
      ink.write("V", y)
    }

    /// Along the level line to `corner`, then into the upright through it; `toward` is 1 down, -1 up.
    mutating func bend(throughX corner: Int, toward direction: Int) {
      horizontal(to: corner + (x < corner ? -Metrics.radius : Metrics.radius))
      curve(through: (corner, y), to: (corner, y + direction * Metrics.radius))
    }

    /// Along the upright to `corner`, then into the level line; `toward` is 1 right, -1 left.
    mutating func bend(throughY corner: Int, toward direction: Int) {
      vertical(to: corner + (y < corner ? -Metrics.radius : Metrics.radius))
      curve(through: (x, corner), to: (x + direction * Metrics.radius, corner))
    }

    private mutating func curve(through corner: (x: Int, y: Int), to end: (x: Int, y: Int)) {
      ink.write("Q", corner.x)
      ink.write(" ", corner.y)
      ink.write(" ", end.x)
      ink.write(" ", end.y)
      (x, y) = end
    }
  }
}
