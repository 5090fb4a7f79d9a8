extension FlowChart {
  /// Where everything stands.
  struct Layout {
    struct Row {
      /// The height of its line.
      var y: Int
      var branch: Fork.Branch
    }

    struct Box {
      var fork: Fork
      var top: Int
      var height: Int
      var rows: [Row] = []

      var bottom: Int { top + height }
      var middle: Int { top + height / 2 }
    }

    var boxes: [Box] = []
    /// By the index of the step to which they lead.
    var lanes: [Int: Lane]
    var pillX: Int
    var pillWidth: Int
    var width: Int
    var height: Int

    init(_ forks: [Fork]) {
      var open: [Int: Lane] = [:]
      var top = Metrics.margin
      var floor = top
      for (index, fork) in forks.enumerated() {
        if open[index] != nil {
          open[index]?.bottom = floor + 16
          top = floor + 40
        }
        let box = Box(fork, top: top)
        for row in box.rows {
          if case .step(let target, _) = row.branch.end {
            open[target, default: Lane(target: target)].rows.append(row.y)
          }
        }
        boxes.append(box)
        floor = box.floor
        top = floor + 24
      }
      let branches = forks.lazy.flatMap(\.branches)
      let labelWidth = branches.reduce(Metrics.labelLeast) { max($0, $1.label.width) }
      pillX = Metrics.labelX + labelWidth + Metrics.labelToPill
      pillWidth = branches.reduce(0) { max($0, $1.end.width) }
      lanes = Lane.arranged(open)
      let pillEnd = boxes.contains { !$0.rows.isEmpty } ? pillX + pillWidth : Metrics.boxEnd
      let level = lanes.values.reduce(0) { max($0, $1.level) }
      width = pillEnd + level * Metrics.lanePitch + Metrics.margin
      height = floor + Metrics.margin
    }

    func x(of lane: Lane) -> Int { pillX + pillWidth + lane.level * Metrics.lanePitch }
  }
}

extension FlowChart.Layout.Box {
  private typealias Metrics = FlowChart.Metrics

  init(_ fork: FlowChart.Fork, top: Int) {
    self.fork = fork
    self.top = top
    let lines = fork.question.lines.count
    height = max(Metrics.boxLeast, lines * Metrics.textLine + Metrics.boxPadding)
    var floor = top
    for branch in fork.branches {
      let above = max(branch.end.height / 2, branch.label.lines.count * Metrics.labelLine + 5)
      let y = rows.isEmpty ? max(middle, floor + above) : floor + 14 + above
      rows.append(FlowChart.Layout.Row(y: y, branch: branch))
      floor = y + branch.end.height / 2
    }
  }

  /// The lowest point of anything that belongs to this step, without the arrow to the next.
  fileprivate var floor: Int {
    let last = rows.last.map { $0.y + $0.branch.end.height / 2 } ?? bottom
    return max(bottom, downLabels.bottom, last)
  }

  /// The labels beside the line that leads down: the baseline of the first line of each.
  var downLabels: (baselines: [Int], bottom: Int) {
    guard !fork.down.isEmpty else { return ([], bottom) }
    var baselines: [Int] = []
    var y = bottom + 12
    for label in fork.down {
      baselines.append(y + 13)
      y += label.lines.count * Metrics.labelLine + 7
    }
    return (baselines, y - 7)
  }

  /// Where the line to the rows leaves the box: level with the first row where that can be.
  var exit: Int {
    guard let first = rows.first?.y else { return middle }
    return first <= bottom - 12 ? first : min(middle, first - 2 * Metrics.radius)
  }
}

extension FlowChart.Fork.End {
  /// What it takes of the column of pills.
  fileprivate var width: Int {
    switch self {
    case .outcome(let outcome): outcome.words.width + 2 * FlowChart.Metrics.pillPadding
    case .step(_, let name): name.width
    }
  }

  fileprivate var height: Int {
    switch self {
    case .outcome(let outcome): outcome.height
    case .step: 12
    }
  }
}
