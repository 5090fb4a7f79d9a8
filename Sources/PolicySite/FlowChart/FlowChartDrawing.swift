extension FlowChart.Layout {
  private typealias Metrics = FlowChart.Metrics

  func svg(title: String) -> String {
    var out = FlowChart.Ink(capacity: 1024 + boxes.reduce(0) { $0 + 420 + 420 * $1.rows.count })
    out.write("<svg class=\"fc\" width=\"", width)
    out.write("\" height=\"", height)
    out.write("\" viewBox=\"0 0 ", width)
    out.write(" ", height)
    out.write(
      "\" role=\"img\" aria-labelledby=\"fc-title\" direction=\"ltr\"><title id=\"fc-title\">")
    out.write(words: title[...])
    out.write("</title><defs><marker id=\"fc-head\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\"")
    out.write(" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">")
    out.write("<path class=\"fc-arrow\" d=\"M0 0 8 4 0 8Z\"/></marker></defs>\n")
    for (index, box) in boxes.enumerated() {
      box.fork.draw(top: box.top, height: box.height, into: &out)
      if !box.fork.down.isEmpty, index + 1 < boxes.count {
        drawShaft(from: box, to: boxes[index + 1], into: &out)
      }
      for index in box.rows.indices { draw(row: index, of: box, into: &out) }
    }
    out.write("</svg>")
    return out.string
  }

  private func drawShaft(from box: Box, to next: Box, into out: inout FlowChart.Ink) {
    out.appendEdge { path in
      path.move(Metrics.shaftX, box.bottom)
      path.vertical(to: next.top - Metrics.tip)
    }
    for (label, y) in zip(box.fork.down, box.downLabels.baselines) {
      if box.fork.down.count > 1 {
        out.appendEdge(hasHead: false) { path in
          path.move(Metrics.shaftX, y - 4)
          path.horizontal(to: Metrics.wordsX - 6)
        }
      }
      out.appendLabel(label, x: Metrics.wordsX, y: y)
    }
  }

  private func draw(row index: Int, of box: Box, into out: inout FlowChart.Ink) {
    let row = box.rows[index]
    let lines = row.branch.label.lines.count
    switch row.branch.end {
    case .outcome(let outcome):
      out.appendEdge { path in
        path.branch(to: index, of: box)
        path.horizontal(to: pillX - Metrics.tip)
      }
      outcome.draw(x: pillX, y: row.y, width: pillWidth, into: &out)
    case .step(let target, let name):
      guard let lane = lanes[target] else { break }
      out.appendEdge(hasHead: lane.top == row.y) { path in
        path.branch(to: index, of: box)
        path.bend(throughX: x(of: lane), toward: 1)
        guard lane.top == row.y else { return }
        path.bend(throughY: lane.bottom, toward: -1)
        path.bend(throughX: Metrics.entryX, toward: 1)
        path.vertical(to: boxes[target].top - Metrics.tip)
      }
      out.appendLabel(name, x: pillX, y: row.y - 7)
    }
    let first = row.y - 7 - max(0, lines - 1) * Metrics.labelLine
    out.appendLabel(row.branch.label, x: Metrics.labelX, y: first)
  }
}

extension FlowChart.Path {
  /// From the box, or from the trunk where an earlier row has drawn it already, to the start of the
  /// row's own line. The last row draws the trunk.
  fileprivate mutating func branch(to index: Int, of box: FlowChart.Layout.Box) {
    let y = box.rows[index].y
    let isLast = index == box.rows.count - 1
    let trunk = FlowChart.Metrics.trunkX
    if index == 0, y == box.exit {
      move(FlowChart.Metrics.boxEnd, y)
    } else if isLast {
      let isShared = box.rows[0].y == box.exit
      move(isShared ? trunk - FlowChart.Metrics.radius : FlowChart.Metrics.boxEnd, box.exit)
      bend(throughX: trunk, toward: 1)
      bend(throughY: y, toward: 1)
    } else {
      move(trunk, y)
    }
  }
}

extension FlowChart.Fork {
  fileprivate func draw(top: Int, height: Int, into out: inout FlowChart.Ink) {
    let lines = max(1, question.lines.count)
    var y = top + (height - lines * FlowChart.Metrics.textLine) / 2 + 14
    out.write("<g class=\"fc-question\" data-step=\"", number)
    out.write("\"><rect x=\"", FlowChart.Metrics.margin)
    out.write("\" y=\"", top)
    out.write("\" width=\"", FlowChart.Metrics.boxWidth)
    out.write("\" height=\"", height)
    out.write("\"/><text class=\"fc-num\" x=\"", FlowChart.Metrics.numberX)
    out.write("\" y=\"", y)
    out.write("\">", number)
    out.write("</text>")
    for line in question.lines {
      out.write("<text x=\"", FlowChart.Metrics.wordsX)
      out.write("\" y=\"", y)
      out.write("\">")
      out.write(words: line)
      out.write("</text>")
      y += FlowChart.Metrics.textLine
    }
    out.write("</g>\n")
  }
}

extension FlowChart.Outcome {
  /// A pill whose middle is at the height `y`.
  fileprivate func draw(x: Int, y: Int, width: Int, into out: inout FlowChart.Ink) {
    out.write("<g class=\"fc-result fc-")
    out.write(key)
    out.write("\"><rect x=\"", x)
    out.write("\" y=\"", y - height / 2)
    out.write("\" width=\"", width)
    out.write("\" height=\"", height)
    out.write("\"/>")
    var baseline = y - words.lines.count * FlowChart.Metrics.textLine / 2 + 14
    for line in words.lines {
      out.write("<text x=\"", x + width / 2)
      out.write("\" y=\"", baseline)
      out.write("\">")
      out.write(words: line)
      out.write("</text>")
      baseline += FlowChart.Metrics.textLine
    }
    out.write("</g>\n")
  }
}
