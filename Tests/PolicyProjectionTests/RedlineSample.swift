import CommonMark
import PolicyModel
import PolicyProjection
import PolicyReading

/// A policy in two versions, and what is needed to compare texts.
enum RedlineSample {
  static func policy(_ text: String, as kind: PolicyReader.Kind = .policy) -> Policy? {
    let source = SourceFile(path: "policies/pay-outside.md", text: SourceText(text))
    return PolicyReader().read(source, as: kind).policy
  }

  static func redline(_ old: String, _ new: String) -> Redline? {
    guard let old = policy(old), let new = policy(new) else { return nil }
    return Redline(from: old, to: new)
  }

  /// The scopes whose digests differ: what a redline must agree with.
  static func changedScopes(_ old: Policy, _ new: Policy) -> Set<Scope> {
    Set(
      Scope.allCases.filter {
        ScopeDigest(of: old, scope: $0) != ScopeDigest(of: new, scope: $0)
      })
  }

  /// The first version, with one part replaced.
  static func with(_ heading: String, _ text: String) -> String {
    let marks = heading.prefix { $0 == "#" } + " "
    let lines = first.split(separator: "\n", omittingEmptySubsequences: false)
    var out: [Substring] = []
    var isInside = false
    for line in lines {
      if isInside, line.hasPrefix("## ") || line.hasPrefix(marks) { isInside = false }
      if !isInside { out.append(line) }
      if line == heading {
        isInside = true
        out += ["", text[...], ""]
      }
    }
    return out.joined(separator: "\n")
  }

  /// The first version after edits, each of which must find its words.
  static func edited(_ edits: [(String, String)]) -> String {
    edits.reduce(first) { text, edit in
      let changed = text.replacing(edit.0, with: edit.1, maxReplacements: 1)
      precondition(changed != text, "no “\(edit.0)” in the sample")
      return changed
    }
  }

  static let first = """
    ---
    id: pay-outside
    title: Taking payments outside the platform
    summary: If you met on Quillwork, pay and get paid on Quillwork.
    theme: platform-misuse
    applies_to: [talent, client]
    basis:
      - {kind: terms, ref: "Terms of Service, section 6.2", url: "https://quillwork.example/terms/#6-2"}
      - {kind: principle, ref: People are paid for the work they do}
    profiles: [eu-dsa]
    synonyms: [direct payment, cash, gift card]
    related: [contact-sharing]
    announced: 2026-05-28
    effective: 2026-07-01
    changes:
      - version: 1
        class: significant
        summary: The first policy on payments outside Quillwork.
    owner: dana@quillwork.example
    stage: iteration
    version: 1
    history: [{stage: research, on: 2025-11-03, by: dana@quillwork.example}]
    ---

    ## Why we have this rule

    When you pay on Quillwork, we hold the money until the work is approved. If something goes wrong,
    we can see what was agreed, and we can help.

    Many scams begin in the same way: someone in a hurry asks you to settle it somewhere else. See
    [how payment protection works](https://help.quillwork.example/protection/).

    ## Who and what this covers

    This rule covers everyone who uses Quillwork: talent, agencies and clients.

    ## Words we use

    - **Relationship**: two people who first found each other on Quillwork. It lasts two years.
    - **Payment**: anything of value given for the work, such as money, gift cards or goods.

    ## What's allowed

    - Talking about rates, budgets and milestones.
    - Asking for a bonus, and paying it through the contract on Quillwork.

    ## What's not allowed

    - **PAY-1** Asking or offering to pay outside Quillwork for work with someone you met here.
    - **PAY-2** Agreeing to a payment outside Quillwork, even if no money has moved yet.
    - **PAY-3** Sending or accepting a payment outside Quillwork.
    - **PAY-4** Hinting at a payment outside Quillwork, or hiding payment details in pictures.

    ## Exceptions

    - **The conversion fee is paid.** The proof is the receipt under Payments in your account.
    - **You knew each other before.** The proof is the entry “We already know each other”.

    ## What can happen

    What we do depends on how serious it is. We tell you by e-mail, with the reasons.

    ## Examples

    | Example | Verdict | Rule | Why |
    |---|---|---|---|
    | “A bank transfer would save us both the fee.” | not allowed | PAY-1 | It offers a payment. |
    | “Could you add a bonus for the weekend?” | allowed | – | The bonus is paid on Quillwork. |

    ## Questions

    ### Someone asked me to be paid elsewhere. What can I say?

    Say no, pay nothing, and report the message. You can use these words:

    > Thank you, but I keep everything on Quillwork.

    ### How long does a relationship last?

    Two years from the first day of your first contract together.

    ## For moderators

    ### Severity

    | Severity | What it looks like | Rules |
    |---|---|---|
    | 1 | One ask, offer or hint. Nothing was agreed. | PAY-1, PAY-4 |
    | 2 | The person knew, agreed or concealed. | PAY-2 |
    | 3 | Money has moved outside. | PAY-3 |

    ### Enforcement ladder

    | Severity | First time | Second time | If refused |
    |---|---|---|---|
    | 1 | Notification | Warning | – |
    | 2 | Warning | Timed restriction, 30 days | Block (refused) |
    | 3 | Restriction | Block (refused) | – |

    **Counts:** same policy, within 12 months

    ### Background

    Most cases are a single line from someone new.

    ### Evidence

    - PAY-1: the quote with its message id and date.

    ### Signals

    - Payment words within three messages of a first offer.

    ### Decision

    1. Did the two people meet on Quillwork?
       - Yes → next
       - No → no action
    2. Was an exception on record on the day it happened?
       - Yes → no action
       - No → next
    3. Was anything of value paid outside?
       - Yes → severity 3
       - No → severity 1

    ### Calibration

    | Case | Verdict | Rule | Severity | Action | Why |
    |---|---|---|---|---|---|
    | New talent, first message: “Here is my bank account.” | not allowed | PAY-1 | 1 | Notification | One ask. |

    ### Escalation

    | When | Who | Within |
    |---|---|---|
    | A threat, or a person in danger | safety on call | 15 minutes |

    ### Before you act

    - Count only closed cases in the last 12 months.

    ## E-mails

    ### Notification

    - **Subject:** Please keep payments on Quillwork
    - **Preview:** Your account stays active.
    - **Says:** stays-active, reply

    Hello {{customer.first_name}},

    Nothing is restricted. See [{{rule.title}}]({{rule.url}}).

    ### Warning

    - **Subject:** A warning about payments: your account stays active
    - **Preview:** What we saw, and how to tell us if we are wrong.

    Hello {{customer.first_name}},

    {{#lift.steps}}

    **Please change this:** {{lift.steps}}

    {{/lift.steps}}

    Your case number is {{ticket.id}}.
    """
}
