/// A tree of lines for the terminal, drawn with plain strokes.
struct TreeLines {
  struct Node {
    var text: String
    /// Lines below it that are no branches of their own.
    var details: [String] = []
    var children: [Node] = []
  }

  private(set) var text = ""

  init(_ nodes: [Node], indent: String = "") { add(nodes, indent) }

  private mutating func add(_ nodes: [Node], _ indent: String) {
    for (index, node) in nodes.enumerated() {
      let isLast = index == nodes.count - 1
      text += indent + (isLast ? "└─ " : "├─ ") + node.text + "\n"
      let below = indent + (isLast ? "   " : "│  ")
      let mark = node.children.isEmpty ? "   " : "│  "
      for line in node.details { text += below + mark + line + "\n" }
      add(node.children, below)
    }
  }
}
