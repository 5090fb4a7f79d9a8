import Foundation
import FoundationXML

@testable import PolicySite

/// What a chart shows, read back from its markup.
final class FlowChartPicture: NSObject, XMLParserDelegate {
  struct Rectangle: Hashable {
    var (left, top, right, bottom) = (0, 0, 0, 0)

    func overlaps(_ other: Rectangle) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func contains(_ other: Rectangle) -> Bool {
      left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }
  }

  struct Line {
    var words: String
    var area: Rectangle
  }

  struct Edge {
    var segments: [Rectangle] = []
    var end = (x: 0, y: 0)
    var hasHead = false
  }

  private(set) var size = Rectangle()
  private(set) var boxes: [Rectangle] = []
  private(set) var classes: [String] = []
  private(set) var lines: [Line] = []
  private(set) var edges: [Edge] = []
  private(set) var title = ""
  private var words: String?
  private var isTitle = false
  private var (x, y, isMiddle, isLabel) = (0, 0, false, false)

  /// `nil` where the markup is not well-formed.
  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    func number(_ key: String) -> Int { attributes[key].flatMap { Int($0) } ?? 0 }
    switch name {
    case "svg": size = Rectangle(left: 0, top: 0, right: number("width"), bottom: number("height"))
    case "g": classes.append(attributes["class"] ?? "")
    case "rect":
      let (left, top) = (number("x"), number("y"))
      boxes.append(
        Rectangle(
          left: left, top: top, right: left + number("width"), bottom: top + number("height")))
    case "path" where attributes["class"]?.hasPrefix("fc-edge") == true:
      var edge = Self.edge(attributes["d"] ?? "")
      edge.hasHead = attributes["class"]?.contains("fc-to") == true
      edges.append(edge)
    case "text":
      (x, y, words) = (number("x"), number("y"), "")
      isMiddle = attributes["class"] == nil && classes.last?.hasPrefix("fc-result") == true
      isLabel = attributes["class"] == "fc-label"
    case "tspan":
      finishLine()
      y += number("dy")
      words = ""
    case "title": isTitle = true
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isTitle { title += string }
    words? += string
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "text" { finishLine() }
    if name == "title" { isTitle = false }
  }

  private func finishLine() {
    defer { words = nil }
    guard let words, !words.isEmpty else { return }
    let units = words.reduce(0) { $0 + FlowChart.CharacterWidth.of($1) }
    let width = units * (isLabel ? 13 : 14) / 100
    let left = isMiddle ? x - width / 2 : x
    lines.append(
      Line(
        words: words,
        area: Rectangle(left: left, top: y - 11, right: left + width, bottom: y + 4)))
  }

  /// Every stretch of a path as the thinnest rectangle around it.
  private static func edge(_ data: String) -> Edge {
    var edge = Edge()
    var rest = data[...]
    while let command = rest.popFirst() {
      let text = rest.prefix { !$0.isLetter }
      rest = rest.dropFirst(text.count)
      let numbers = text.split(separator: " ").compactMap { Int($0) }
      let last = edge.end
      switch command {
      case "H": edge.end.x = numbers[0]
      case "V": edge.end.y = numbers[0]
      default: edge.end = (numbers[numbers.count - 2], numbers[numbers.count - 1])
      }
      if command == "M" { continue }
      edge.segments.append(
        Rectangle(
          left: min(last.x, edge.end.x), top: min(last.y, edge.end.y),
          right: max(last.x, edge.end.x), bottom: max(last.y, edge.end.y)))
    }
    return edge
  }
}
