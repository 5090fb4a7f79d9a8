import PolicyModel
import PolicyProjection
import Testing

/// The second version of the sample: what a policy manager would do to it.
private let second = RedlineSample.edited([
  // Wrapped anew; another address behind the same words.
  ("until the work is approved. If something", "until\nthe work is approved. If something"),
  ("quillwork.example/protection/", "quillwork.example/payment-protection/"),
  ("even if no money has moved yet.", "even if nothing has been paid."),
  ("- **PAY-3** Sending or accepting a payment outside Quillwork.\n", ""),
  ("details in pictures.\n", "details in pictures.\n- **PAY-5** Pressing someone who said no.\n"),
  ("Timed restriction, 30 days", "Timed restriction, 60 days"),
  ("12 months\n\n##", "6 months\n\n##"),
  ("It lasts two years.", "It lasts **two years**."), ("→ severity 3", "→ severity 2"),
  ("Please keep payments", "Please keep all payments"),
  ("Two years from the first day", "Three years from the first day"),
  ("effective: 2026-07-01", "effective: 2026-09-01"),
  ("[direct payment,", "[wire, direct payment,"),
  (
    "  - version: 1\n",
    "  - {version: 2, class: significant, summary: PAY-5 is new.}\n  - version: 1\n"
  ),
  ("version: 1\nhistory", "version: 2\nhistory"),
  ("{{#lift.steps}}\n\n", ""), ("{{/lift.steps}}\n\n", ""),
])

@Suite("A redline of two versions") struct RedlineGoldenTests {
  @Test("reads in a terminal as someone who signs it would want")
  func text() throws {
    let redline = try #require(RedlineSample.redline(RedlineSample.first, second))
    #expect(
      RedlineText(width: 80).text(redline) == """
        Words that people search for
          Added
            {+wire+}

        Effective
          Reworded
            [-1 July 2026-]{+1 September 2026+}

        Change log
          Class: added
            {+significant+}
          Summary: added
            {+PAY-5 is new.+}

        Why we have this rule
          Paragraph 2: same words, changed otherwise
            link address of “how payment protection works”:
            https://help.quillwork.example/protection/ →
            https://help.quillwork.example/payment-protection/

        Words we use
          “Relationship”: same words, changed otherwise
            “two years” is now bold

        What's not allowed
          Rule PAY-2: reworded
            PAY-2 Agreeing to a payment outside Quillwork, even if [-no money has moved
            yet-]{+nothing has been paid+}.
          Rule PAY-3: removed
            [-PAY-3 Sending or accepting a payment outside Quillwork.-]
          Rule PAY-5: added
            {+PAY-5 Pressing someone who said no.+}

        Questions
          Question “How long does a relationship last?”: reworded
            How long does a relationship last?
            [-Two-]{+Three+} years from the first day of your first contract together.

        Enforcement ladder
          Severity 2, second time: reworded
            Timed restriction, [-30-]{+60+} days
          “Counts”: reworded
            Counts: same policy, within [-12-]{+6+} months

        Decision
          Step 3: reworded
            Was anything of value paid outside?
            Yes → severity [-3-]{+2+}
            No → severity 1

        E-mail: Notification
          Subject: reworded
            Please keep {+all+} payments on Quillwork

        E-mail: Warning
          Condition: removed
            [-sent only with lift.steps-]
          “Please change this”: same words, changed otherwise
            “Please change this: {{lift.steps}}” is now always sent, and was sent only
            with lift.steps

        """)
  }

  @Test("reads the same on a pull request")
  func markdown() throws {
    let redline = try #require(RedlineSample.redline(RedlineSample.first, second))
    let rule = redline.restricted(to: [.policy])
    #expect(
      RedlineMarkdown().text(rule) == """
        **Words we use**

        - “Relationship”: same words, changed otherwise

          “two years” is now bold

        **What's not allowed**

        - Rule PAY-2: reworded

          > PAY-2 Agreeing to a payment outside Quillwork, even if \
        ~~no money has moved yet.~~ **nothing has been paid.**
        - Rule PAY-3: removed

          > ~~PAY-3 Sending or accepting a payment outside Quillwork.~~
        - Rule PAY-5: added

          > **PAY-5 Pressing someone who said no.**

        **Enforcement ladder**

        - Severity 2, second time: reworded

          > Timed restriction, ~~30~~ **60** days
        - “Counts”: reworded

          > Counts: same policy, within ~~12~~ **6** months

        """)
  }

  @Test("leaves out long stretches that did not change, and shows all where it is asked to")
  func elision() throws {
    let words = (1...60).map { "word\($0)" }.joined(separator: " ")
    let redline = try #require(
      RedlineSample.redline(
        RedlineSample.with("### Background", "\(words) old \(words)"),
        RedlineSample.with("### Background", "\(words) new \(words)")))
    let short = RedlineText(width: 70, elision: Elision(context: 20)).text(redline)
    #expect(
      short == "Background\n  Paragraph 1: reworded\n"
        + "    … word59 word60 [-old-]{+new+} word1 word2 word3 …\n")
    let long = RedlineText(width: 70, elision: nil).text(redline)
    for number in 1...60 { #expect(long.contains("word\(number)")) }
    #expect(long.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 70 })
  }

  @Test("paints each piece of each line by itself, and takes what files say for no mark of its own")
  func style() throws {
    var style = RedlineText.Style.plain
    style.paint = { kind, text in kind == .same ? text : "<\(kind.rawValue) \(text)>" }
    style.safe = { $0.replacing("::", with: "\\:\\:") }
    let redline = try #require(
      RedlineSample.redline(
        RedlineSample.with("### Background", "One two."),
        RedlineSample.with("### Background", "One -] {+ three::four two.")))
    #expect(
      RedlineText(width: 30, style: style).text(redline) == """
        Background
          Paragraph 1: reworded
            One <inserted {+-\\]><inserted  ><inserted {\\+>
            <inserted three\\:\\:four+}><inserted  >two.

        """)
  }
}
