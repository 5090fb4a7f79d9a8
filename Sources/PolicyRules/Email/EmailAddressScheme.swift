import CommonMark
package import PolicyModel

package enum EmailAddressScheme: PolicyRule {
  package static let description = RuleDescription(
    "email-address-scheme", .fixed(.error), "A link in an e-mail is complete and safe.",
    why:
      "A letter stands on no site: a short address leads nowhere from it, and others can run code.",
    failing: SampleLetter.warning(more: " See [our rules](/rules/)."),
    passing: SampleLetter.warning(more: " See [our rules](https://help.example.com/rules/)."))

  package static let coversCommon = true

  package static func check(_ subject: PolicySubject, _ findings: inout FindingCollector) {
    for reference in subject.references.links where reference.part == .emails {
      guard let objection = objection(to: reference.link.destination, subject) else { continue }
      let shown = subject.policy.tokens.restored(reference.link.destination)
      findings.report(
        description, at: LinkPlace.find(shown, in: reference.range, of: subject.text),
        "`\(shown)` \(objection)",
        help: "Write the whole address, beginning with https://, or a variable that holds one.")
    }
  }

  private static func objection(to destination: String, _ subject: PolicySubject) -> String? {
    switch subject.policy.tokens.pieces(of: destination).first {
    case .token(let token):
      let variable = subject.workspace.emails.variables[token.name]
      return variable == nil || variable?.kind == .url ? nil : "does not begin with an address"
    case .text(let text):
      guard let scheme = LinkSafety.scheme(of: String(text)) else {
        return "leads nowhere from an e-mail"
      }
      return LinkSafety.allows(String(text))
        ? nil : "has the scheme `\(scheme)`, which is not allowed"
    case nil: return "has no address"
    }
  }
}
