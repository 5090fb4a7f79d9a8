import CommonMark
import PolicyModel
import PolicyReading

/// A translation into French with every key, every public part and a letter, of which single pieces can
/// be replaced.
struct TranslationSample {
  var text = Self.text

  init() {}

  init(replacing words: String, with others: String) {
    text = text.replacing(words, with: others)
  }

  /// Settings in which French has headings of its own.
  static func settings(_ locales: String = Self.locales) -> String {
    """
    workspace: shop
    organization: {name: Shop, contact: trust@shop.example}
    applies_to: [seller]
    people: {nour@shop.example: {name: Nour}}
    groups: {french: {name: French, members: [nour@shop.example]}}
    lifecycle:
      good_fit: {groups: []}
      performable: {groups: {article: [], workflow: [], emails: [], release: []}}
      living: {groups: []}
      urgent: {groups: []}
      retire: {groups: []}
      overrule: {groups: []}
    emails: {from: "Shop <trust@shop.example>"}
    \(locales)

    """
  }

  static let locales = """
    locales:
      en: {}
      fr:
        groups: [french]
        sections: {allowed: Ce qui est permis, not-allowed: Ce qui est interdit, examples: Exemples}
        words: {example: Exemple, verdict: Verdict, rule: Règle, why: Pourquoi, allowed: Permis, not-allowed: Interdit}
    """

  static func read(_ text: String, _ locales: String = locales) -> TranslationReading? {
    let (workspace, _) = WorkspaceReader.read(
      SourceFile(path: "bylaw.yml", text: SourceText(settings(locales))))
    return workspace.map {
      TranslationReader(workspace: $0).read(
        SourceFile(path: "policies/translations/pay/fr.md", text: SourceText(text)))
    }
  }

  var reading: TranslationReading? { Self.read(text) }

  var digest: String? { reading?.translation.map { ScopeDigest(of: $0).description } }

  private static let text = """
    ---
    id: pay
    locale: fr
    title: Payer ici
    summary: Payez toujours ici.
    source: {policy: \(digest("a")), article: \(digest("b")), emails: \(digest("c"))}
    ---

    ## Ce qui est permis

    - Parler du prix

    ## Ce qui est interdit

    - **PAY-1** Demander à payer ailleurs

    ## Exemples

    | Exemple | Verdict | Règle | Pourquoi |
    |---|---|---|---|
    | Payer en liquide | interdit | PAY-1 | Aucune trace |
    | Payer ici | permis | – | C’est la règle |

    ## E-mails

    ### Warning

    - **Subject:** Payez ici
    - **Preview:** Votre compte reste actif.
    - **Says:** stays-active, reply

    Bonjour {{customer.first_name}}, voici [la règle]({{rule.url}}).

    """

  static func digest(_ digit: String) -> String { "sha256:" + String(repeating: digit, count: 64) }
}
