import CommonMark
import PolicyModel
import PolicyReading

extension SoundSample {
  /// Lines of `bylaw.yml` that add a language, into which nobody has to approve translations.
  package static let locales = "locales: {en: {}, en-GB: {groups: [], name: British English}}\n"

  /// The policy in the language of ``locales``.
  package static let translation = """
    ---
    id: unwanted-advertising
    locale: en-GB
    title: Unwanted advertising
    summary: Advertise only where advertising is asked for, and say that it is advertising.
    source: \(origin)
    ---

    \(article.joined(separator: "\n\n"))

    ## E-mails

    \(letters.joined(separator: "\n\n"))

    """

  static let warning = letters.first { $0.hasPrefix("### Warning") } ?? ""

  private static let origin: String = {
    func read(_ path: String, _ text: String, as kind: PolicyReader.Kind) -> Policy? {
      PolicyReader().read(SourceFile(path: path, text: SourceText(text)), as: kind).policy
    }
    guard let policy = read(policyPath, policy, as: .policy) else { return "{}" }
    return TranslationSource(policy).line
  }()
}
