import PolicyModel
import PolicyRules

/// The parts of a new policy, each with a comment that says what belongs there.
///
/// They stand in one comment, so that the file begins with what research needs and shows what comes.
enum NewTemplate {
  static func parts(_ workspace: Workspace) -> String {
    var text = "<!-- What comes later. Take each part out of this comment when you write it.\n"
    for description in PartKind.descriptions
    where description.level == 2 && description.kind != .reason {
      guard let hint = TemplateHints.parts[description.kind] else { continue }
      text += "\n## \(workspace.heading(of: description.kind))\n\n\(hint)\n"
      if description.kind == .moderators { text += "\n" + moderators(workspace) }
    }
    return text + "-->\n"
  }

  private static func moderators(_ workspace: Workspace) -> String {
    PartKind.descriptions.filter { $0.level == 3 }.compactMap { description in
      TemplateHints.parts[description.kind].map { hint in
        "### \(workspace.heading(of: description.kind))\n\n\(hint)\n"
      }
    }.joined(separator: "\n")
  }
}
