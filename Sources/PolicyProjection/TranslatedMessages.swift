package import PolicyModel

extension Message {
  /// Where its files stand, from the root of the site of e-mails.
  package var folder: String {
    (isTranslation ? "\(locale.tag)/" : "") + "\(policyID)/\(kind.slug)/"
  }

  /// The e-mails of one policy in other languages; none once it has ended.
  package static func translations(
    of entry: Publication.Entry, workspace: Workspace
  ) -> [Message] {
    guard entry.retired == nil else { return [] }
    return entry.translations.flatMap { translated in
      all(
        in: translated, version: entry.policy.facts.version?.value ?? 1,
        rules: entry.policy.rules.map(\.id.value), workspace: workspace)
    }
  }

  /// The e-mails of a translation. One that is behind its source has none: a letter that cites another
  /// rule than the one that binds helps nobody.
  package static func all(
    in translated: Publication.Translated, version: Int, rules: [String], workspace: Workspace
  ) -> [Message] {
    guard !translated.isStale else { return [] }
    let words = translated.text.words
    return words.messages.map { template in
      var message = Message(
        template, policyID: words.id, policyTitle: words.facts.title?.value ?? words.id,
        version: version, rules: rules, workspace: workspace, translatedInto: translated.locale)
      message.variables = message.variables.map { variable in
        guard variable.name == "rule.url", let help = workspace.sites.helpURL else {
          return variable
        }
        var variable = variable
        let root = help.hasSuffix("/") ? help : help + "/"
        variable.sample = variable.sample.replacing(
          "\(root)\(words.id)/#", with: "\(root)\(translated.locale.tag)/\(words.id)/#")
        return variable
      }
      return message
    }
  }
}
