import PolicyModel

extension NormalForm {
  /// The value of one front-matter key. A key that is absent, or that no scope covers, adds nothing.
  mutating func add(key: String, of facts: Policy.Facts) {
    switch key {
    case "id": add(key, facts.id.value)
    case "title": add(key, facts.title?.value)
    case "summary": add(key, facts.summary?.value)
    case "theme": add(key, facts.theme?.value.rawValue)
    case "applies_to": add(key, facts.appliesTo.map(\.value))
    case "profiles": add(key, facts.profiles.map(\.value))
    case "synonyms": add(key, facts.synonyms.map(\.value))
    case "related": add(key, facts.related.map(\.value))
    case "announced": add(key, facts.announced?.value.description)
    case "effective": add(key, facts.effective?.value.description)
    case "basis": for basis in facts.basis { add(basis) }
    case "changes": addChanges(of: facts)
    case "retired": if let retired = facts.retired { add(retired) }
    default: break
    }
  }

  private mutating func add(_ key: String, _ value: String?) {
    if let value { add(key, value as String) }
  }

  private mutating func add(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    add(key) { form in for value in values { form.add("item", value) } }
  }

  private mutating func add(_ basis: Policy.Basis) {
    add("basis") { form in
      form.add("kind", basis.kind.rawValue)
      form.add("ref", basis.reference)
      form.add("url", basis.url)
    }
  }

  /// The entries of the current version: the first gives it its class, further ones say what was
  /// corrected. Those of earlier versions are shown as these versions have them.
  private mutating func addChanges(of facts: Policy.Facts) {
    for change in facts.changes where change.version == facts.version?.value {
      add("change") { form in
        form.add("version", String(change.version))
        form.add("class", change.changeClass.rawValue)
        form.add("summary", change.summary)
        form.add("class_reason", change.classReason)
      }
    }
  }

  private mutating func add(_ retired: Policy.Retirement) {
    add("retired") { form in
      form.add("on", retired.on.description)
      form.add("reason", retired.reason)
      form.add("replaced_by", retired.replacedBy?.value)
    }
  }
}
