import CommonMark

/// The elements of a chart that have no box.
extension String {
  /// A line, with an arrowhead unless it joins another.
  mutating func appendEdge(hasHead: Bool = true, _ draw: (inout FlowChart.Path) -> Void) {
    var path = FlowChart.Path()
    draw(&path)
    self += "<path class=\"fc-edge\" d=\""
    self += path.data
    self += hasHead ? "\" marker-end=\"url(#fc-head)\"/>\n" : "\"/>\n"
  }

  /// The words of an answer; `y` is the baseline of the first line.
  mutating func appendLabel(_ label: FlowChart.SetText, x: Int, y: Int) {
    guard let first = label.lines.first else { return }
    self.append("<text class=\"fc-label\" x=\"", x)
    self.append("\" y=\"", y)
    self += "\">"
    appendEscapingHTML(first)
    for line in label.lines.dropFirst() {
      self.append("<tspan x=\"", x)
      self.append("\" dy=\"", FlowChart.Metrics.labelLine)
      self += "\">"
      appendEscapingHTML(line)
      self += "</tspan>"
    }
    self += "</text>\n"
  }

  /// Markup up to a number, and the number.
  mutating func append(_ markup: String, _ number: Int) {
    self += markup
    self += String(number)
  }
}
