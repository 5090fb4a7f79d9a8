/// The workspace's accent, darkened or lightened until it can be read.
struct AccentColor {
  let light: String
  let dark: String

  /// Text needs a contrast of 4.5 : 1 (WCAG 2.2, 1.4.3): here on paper in light, on raised in dark.
  /// In dark more, so that a link is not duller than the words around it.
  private static let lightContrast = 4.5
  private static let darkContrast = 7.5
  private static let lightPaper = RGB(0xFB, 0xFA, 0xF8)
  private static let darkRaised = RGB(0x1B, 0x1E, 0x22)

  init(_ hex: String) {
    let color = RGB(hex: hex) ?? RGB(0x2F, 0x5D, 0x8A)
    light = color.moved(toward: RGB(0, 0, 0), until: Self.lightContrast, on: Self.lightPaper).hex
    dark =
      color.moved(toward: RGB(255, 255, 255), until: Self.darkContrast, on: Self.darkRaised).hex
  }
}

private struct RGB {
  var red: Double
  var green: Double
  var blue: Double

  init(_ red: Int, _ green: Int, _ blue: Int) {
    self.red = Double(red)
    self.green = Double(green)
    self.blue = Double(blue)
  }

  init?(hex: String) {
    guard hex.utf8.count == 7, let value = Int(hex.dropFirst(), radix: 16) else { return nil }
    self.init(value >> 16 & 255, value >> 8 & 255, value & 255)
  }

  var hex: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(Int(part.rounded()), radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// In the smallest of forty steps that has the contrast on `paper`.
  func moved(toward end: RGB, until contrast: Double, on paper: RGB) -> RGB {
    for step in 0...40 {
      let share = Double(step) / 40
      var color = self
      // Rounded, as it will be written: the contrast of what is shown counts.
      color.red = (red + (end.red - red) * share).rounded()
      color.green = (green + (end.green - green) * share).rounded()
      color.blue = (blue + (end.blue - blue) * share).rounded()
      if color.contrast(with: paper) >= contrast { return color }
    }
    return end
  }

  private func contrast(with other: RGB) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Relative luminance, as WCAG 2.2 defines it; the power 2.4 by way of a square and a fifth root.
  private var luminance: Double {
    func linear(_ part: Double) -> Double {
      let value = part / 255
      return value <= 0.04045 ? value / 12.92 : Self.power24((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// x^2.4 = x² · (x²)^(1/5), the root by Newton's method: no C library needed for one power.
  private static func power24(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let square = x * x
    var root = 1.0
    for _ in 0..<40 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}
