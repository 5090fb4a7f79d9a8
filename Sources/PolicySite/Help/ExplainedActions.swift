import CommonMark
import PolicyModel

/// The author's text of *What can happen*. Where a list explains an action by its name, the name leads
/// to the page of all actions, and the page says nothing more general of that action.
struct ExplainedActions {
  private(set) var blocks: [Block]
  private(set) var explained: Set<EnforcementAction> = []

  /// - Parameters:
  ///   - blocks: the text.
  ///   - title: what its language calls an action.
  init(_ blocks: [Block], title: (EnforcementAction) -> String) {
    self.blocks = blocks
    let actions = Dictionary(
      EnforcementAction.allCases.map { (title($0).lowercased(), $0) },
      uniquingKeysWith: { first, _ in first })
    for index in blocks.indices {
      guard case .list(var list) = blocks[index].kind else { continue }
      for item in list.items.indices { link(&list.items[item], actions) }
      self.blocks[index].kind = .list(list)
    }
  }

  /// `**Warning**: we say what to change.`
  private mutating func link(_ item: inout ListItem, _ actions: [String: EnforcementAction]) {
    guard case .paragraph(var inlines)? = item.blocks.first?.kind,
      case .strong(let words)? = inlines.first
    else { return }
    var name = Substring(words.plainText)
    if name.hasSuffix(":") { name.removeLast() }
    // French has a blank before its colon.
    while name.last?.isWhitespace == true { name.removeLast() }
    guard let action = actions[name.lowercased()] else { return }
    explained.insert(action)
    // A link within a link is none.
    if case .link? = words.first { return }
    let target = Link(destination: "/actions/#\(action.rawValue)")
    inlines[0] = .strong([.link(target, words)])
    item.blocks[0].kind = .paragraph(inlines)
  }
}
