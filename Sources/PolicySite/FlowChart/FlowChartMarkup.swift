/// The elements of a chart that have no box.
extension FlowChart.Ink {
  /// A line, with an arrowhead unless it joins another.
  mutating func appendEdge(hasHead: Bool = true, _ draw: (inout FlowChart.Path) -> Void) {
    write(hasHead ? "<path class=\"fc-edge fc-to\" d=\"" : "<path class=\"fc-edge\" d=\"")
    var path = FlowChart.Path(self)
    self = FlowChart.Ink(capacity: 0)
    draw(&path)
    self = path.ink
    write("\"/>\n")
  }

  /// The words of an answer; `y` is the baseline of the first line.
  mutating func appendLabel(_ label: FlowChart.SetText, x: Int, y: Int) {
    guard let first = label.lines.first else { return }
    write("<text class=\"fc-label\" x=\"", x)
    write("\" y=\"", y)
    write("\">")
    write(words: first)
    for line in label.lines.dropFirst() {
      write("<tspan x=\"", x)
      write("\" dy=\"", FlowChart.Metrics.labelLine)
      write("\">")
      write(words: line)
      write("</tspan>")
    }
    write("</text>\n")
  }
}
