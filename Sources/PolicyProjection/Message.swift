package import CommonMark
package import PolicyModel

/// One customer e-mail, ready to be rendered with its tokens or with sample values.
package struct Message: Sendable {
  /// The policy that it belongs to; `common` for the outcomes that all share.
  package var policyID: String
  package var policyTitle: String
  package var version: Int
  package var kind: MessageKind
  package var template: MessageTemplate
  /// The variables that it uses, in the order of their first use.
  package var variables: [Variable]
  package var rules: [String]
  package var from: String
  package var organization: String
  package var locale: Workspace.Locale
  /// Whether these are the words of a translation.
  package var isTranslation = false

  package init(
    _ template: MessageTemplate, policyID: String, policyTitle: String, version: Int,
    rules: [String], workspace: Workspace, samples: LetterSamples = LetterSamples(),
    translatedInto language: Workspace.Locale? = nil
  ) {
    self.policyID = policyID
    self.policyTitle = policyTitle
    self.version = version
    self.template = template
    self.rules = rules
    kind = template.kind
    from = workspace.emails.from
    organization = workspace.organization.name
    locale = language ?? workspace.sourceLocale
    isTranslation = language != nil
    variables = Self.variables(in: template, workspace).map { variable in
      var variable = variable
      if let sample = language?.samples.value(of: variable.name, in: template.kind) {
        variable.sample = sample
        variable.samples = [:]
      }
      let rule = samples.value(of: "rule.id", in: template.kind) ?? rules.first
      return samples.sampled(
        Self.ownSample(of: variable, policyID, policyTitle, rule, workspace) ?? variable,
        in: template.kind)
    }
  }

  /// In the preview of a policy's letter stands a rule of that policy.
  private static func ownSample(
    of variable: Variable, _ policyID: String, _ title: String, _ rule: String?,
    _ workspace: Workspace
  ) -> Variable? {
    guard let rule else { return nil }
    var variable = variable
    switch variable.name {
    case "rule.id": variable.sample = rule
    case "rule.title", "change.title": variable.sample = title
    case "rule.url":
      guard let help = workspace.sites.helpURL else { return nil }
      variable.sample = "\(help)\(help.hasSuffix("/") ? "" : "/")\(policyID)/#\(rule)"
    default: return nil
    }
    return variable
  }

  /// The e-mails of one policy, as the version that its page shows has them; none once it has ended.
  package static func all(of entry: Publication.Entry, workspace: Workspace) -> [Message] {
    guard entry.retired == nil else { return [] }
    let facts = entry.policy.facts
    return entry.policy.messages.map { template in
      Message(
        template, policyID: facts.id.value, policyTitle: facts.title?.value ?? facts.id.value,
        version: facts.version?.value ?? 1, rules: entry.policy.rules.map(\.id.value),
        workspace: workspace, samples: facts.samples)
    }
  }

  private static func variables(
    in template: MessageTemplate, _ workspace: Workspace
  ) -> [Variable] {
    var names: [String] = []
    func visit(_ inlines: [Inline]) {
      template.tokens.forEachToken(in: inlines) { token in
        if !names.contains(token.name) { names.append(token.name) }
      }
    }
    visit(template.subject?.value ?? [])
    visit(template.preview?.value ?? [])
    template.body.forEachSection { variable in
      if !names.contains(variable) { names.append(variable) }
    }
    template.body.forEachBlock { block in
      if case .code(_, let literal) = block.kind { visit([.code(literal)]) }
      CollectionOfOne(block).forEachText { inlines, _ in visit(inlines) }
    }
    return names.compactMap { workspace.emails.variables[$0] }
  }
}

extension [MessageTemplate.Part] {
  /// The variable of every section, those inside other sections included.
  package func forEachSection(_ body: (String) -> Void) {
    for case .section(let variable, _, let inner) in self {
      body(variable.value)
      inner.forEachSection(body)
    }
  }

  /// Every block, those inside sections included.
  package func forEachBlock(_ body: (Block) -> Void) {
    for part in self {
      switch part {
      case .block(let block): body(block)
      case .section(_, _, let inner): inner.forEachBlock(body)
      }
    }
  }
}
