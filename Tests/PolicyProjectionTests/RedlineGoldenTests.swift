import PolicyModel
import PolicyProjection
import Testing

/// The second version of the sample: what a policy manager would do to it.
private let second = RedlineSample.first
  // Wrapped anew, and one word.
  .replacing(
    "When you pay on Quillwork, we hold the money until the work is approved. If something goes wrong,\nwe can see",
    with:
      "When you pay on Quillwork, we hold the\nmoney until the work is approved. If something goes wrong, we can see"
  )
  .replacing("quillwork.example/protection/", with: "quillwork.example/payment-protection/")
  .replacing("even if no money has moved yet.", with: "even if nothing has been paid.")
  .replacing(
    "- **PAY-3** Sending or accepting a payment outside Quillwork.\n", with: ""
  )
  .replacing(
    "payment details in pictures.\n",
    with: "payment details in pictures.\n- **PAY-5** Pressing someone who has said no.\n"
  )
  .replacing("Timed restriction, 30 days", with: "Timed restriction, 60 days")
  .replacing(
    "| 3 | Money has moved outside. | PAY-3 |", with: "| 3 | Money has moved outside. | PAY-2 |"
  )
  .replacing("within 12 months\n", with: "within 6 months\n")
  .replacing("It lasts two years.", with: "It lasts **two years**.")
  .replacing(
    "- **The conversion fee is paid.** The proof is the receipt under Payments in your account.\n",
    with: ""
  )
  .replacing(
    "before.** The proof is the entry “We already know each other”.\n",
    with:
      "before.** The proof is the entry “We already know each other”.\n- **The conversion fee is paid.** The proof is the receipt under Payments in your account.\n"
  )
  .replacing("   - Yes → severity 3", with: "   - Yes → severity 2")
  .replacing("Subject:** Please keep payments", with: "Subject:** Please keep all payments")
  .replacing("Your case number is", with: "**Your case** number is")
  .replacing("Two years from the first day", with: "Three years from the first day")
  .replacing("effective: 2026-07-01", with: "effective: 2026-09-01")
  .replacing("synonyms: [direct payment,", with: "synonyms: [off-platform payment, direct payment,")
  .replacing(
    "  - version: 1\n",
    with:
      "  - {version: 2, class: significant, summary: PAY-5 is new and PAY-3 has ended.}\n  - version: 1\n"
  )
  .replacing("version: 1\nhistory", with: "version: 2\nhistory")

@Suite("A redline of two versions") struct RedlineGoldenTests {
  @Test("reads in a terminal as a lawyer would want it")
  func text() throws {
    let redline = try #require(RedlineSample.redline(RedlineSample.first, second))
    print(RedlineText(width: 90).text(redline))
    print(RedlineMarkdown().text(redline))
    #expect(redline.entries.count == 1)
  }
}
