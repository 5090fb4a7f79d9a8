import CommonMark
import PolicyModel

/// The keys of the front-matter that a scope covers, as groups of units.
enum KeyUnits {
  struct Row {
    var key: String
    var title: String
    var scopes: [Scope]
    /// Whether the public article shows it: what ``HelpArticle`` takes as it is.
    var isPublic: Bool
    /// Whether it can hold many values, each a unit of its own.
    var isList: Bool { Self.lists.contains(key) }

    private static let lists: Set = ["applies_to", "basis", "profiles", "synonyms", "related"]
  }

  /// In the order of the format. The scopes are those of `FrontMatterSchema`: a test compares them.
  /// `related` is internal, since it can name a policy that is still a draft.
  static let rows: [Row] = [
    row("id", "Id", Scope.allCases, true),
    row("title", "Title", [.policy], true),
    row("summary", "Summary", [.policy], true),
    row("theme", "Theme", [.policy], true),
    row("applies_to", "Applies to", [.policy], true),
    row("basis", "Basis", [.policy], false),
    row("profiles", "Sets of checks", [.policy], false),
    row("synonyms", "Words that people search for", [.article], true),
    row("related", "Related policies", [.article], false),
    row("announced", "Announced", [.release], true),
    row("effective", "Effective", [.release], true),
    row("changes", "Change log", [.release], true),
    row("retired", "Retirement", [.retire], false),
  ]

  private static func row(
    _ key: String, _ title: String, _ scopes: [Scope], _ isPublic: Bool
  ) -> Row {
    Row(key: key, title: title, scopes: scopes, isPublic: isPublic)
  }

  static func groups(of facts: Policy.Facts) -> [RedlineGroup] {
    rows.map { row in
      let units = units(of: row, facts)
      return RedlineGroup(
        place: .init(kind: .key, name: row.key, title: row.title), scopes: row.scopes,
        isPublic: row.isPublic, isPresent: !units.isEmpty, units: units)
    }
  }

  /// The entries of the change log that count: those of the current version.
  static func currentChanges(of facts: Policy.Facts) -> [Policy.Change] {
    facts.changes.filter { $0.version == facts.version?.value }
  }

  private static func units(of row: Row, _ facts: Policy.Facts) -> [RedlineUnit] {
    func words(_ text: String?) -> [RedlineUnit] {
      text.map { [unit(row) { $0.addText($1, []) }($0)] } ?? []
    }
    func atoms(_ texts: [String]) -> [RedlineUnit] {
      texts.map(unit(row) { $0.addAtom($1) })
    }
    return switch row.key {
    case "id": atoms([facts.id.value])
    case "title": words(facts.title?.value)
    case "summary": words(facts.summary?.value)
    case "theme": atoms(facts.theme.map { [$0.value.title] } ?? [])
    case "applies_to": atoms(facts.appliesTo.map(\.value))
    case "basis": facts.basis.map { basis($0, row) }
    case "profiles": atoms(facts.profiles.map(\.value))
    case "synonyms": atoms(facts.synonyms.map(\.value))
    case "related": atoms(facts.related.map(\.value))
    case "announced": atoms(facts.announced.map { [$0.value.inWords] } ?? [])
    case "effective": atoms(facts.effective.map { [$0.value.inWords] } ?? [])
    case "changes": currentChanges(of: facts).enumerated().flatMap { change($1, place: $0, row) }
    case "retired": retirement(facts.retired, row)
    default: []
    }
  }

  private static func unit(
    _ row: Row, _ write: @escaping (inout UnitWriter, String) -> Void
  ) -> (String) -> RedlineUnit {
    { text in
      var writer = UnitWriter(tokens: TokenTable())
      write(&writer, text)
      let (texts, form) = writer.finish()
      return RedlineUnit(
        subject: .init(.value), key: row.isList ? nil : ByteText(row.key), isPublic: row.isPublic,
        texts: texts, form: form)
    }
  }

  private static func basis(_ basis: Policy.Basis, _ row: Row) -> RedlineUnit {
    var writer = UnitWriter(tokens: TokenTable())
    writer.begin(basis.kind.rawValue, depth: 0)
    let text = Inline.text(basis.reference)
    writer.add([basis.url.map { .link(Link(destination: $0), [text]) } ?? text])
    let (texts, form) = writer.finish()
    return RedlineUnit(
      subject: .init(.value), isPublic: row.isPublic, texts: texts, form: form)
  }

  private static func change(_ change: Policy.Change, place: Int, _ row: Row) -> [RedlineUnit] {
    let further = place == 0 ? "" : " of the correction" + (place == 1 ? "" : " \(place)")
    return fields(
      [
        ("Version" + further, String(change.version), row.isPublic),
        ("Class" + further, change.changeClass.rawValue, row.isPublic),
        ("Summary" + further, change.summary, row.isPublic),
        ("Reason for the class" + further, change.classReason, false),
      ])
  }

  private static func retirement(_ retired: Policy.Retirement?, _ row: Row) -> [RedlineUnit] {
    guard let retired else { return [] }
    return fields([
      ("On", retired.on.inWords, row.isPublic), ("Reason", retired.reason, row.isPublic),
      ("Replaced by", retired.replacedBy?.value, row.isPublic),
    ])
  }

  private static func fields(
    _ fields: [(name: String, text: String?, isPublic: Bool)]
  ) -> [RedlineUnit] {
    fields.compactMap { field in
      guard let text = field.text else { return nil }
      var writer = UnitWriter(tokens: TokenTable())
      writer.addText(text, [])
      let (texts, form) = writer.finish()
      return RedlineUnit(
        subject: .init(.field, field.name), key: ByteText(field.name), isKeyFirm: true,
        isPublic: field.isPublic, isFrame: field.name.hasPrefix("Version"), texts: texts, form: form
      )
    }
  }
}
