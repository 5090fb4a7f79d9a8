import PolicyModel
import PolicyProjection
import PolicySite
import Testing

@Suite("A redline on a page") struct RedlineFragmentTests {
  @Test("says in elements and in words what came and went, and lets nothing else through")
  func html() {
    let entry = Redline.Entry(
      scopes: [.policy], place: .init(kind: .part, name: "not-allowed", title: "What's <not>"),
      subject: .init(.rule, "PAY-2"), kind: .reworded, isPublic: true,
      runs: [
        .init(.same, "Pay "), .init(.deleted, "<b>"), .init(.inserted, "\"in\"\nfull"),
        .init(.same, " & soon"),
      ], notes: [.init(.linkAddress, "the <terms>", old: "a", new: "javascript:alert(1)")])
    #expect(
      RedlineFragment.html(Redline(entries: [entry]), headingLevel: 3) == """
        <h3>What's &lt;not&gt;</h3>
        <ul class="redline">
        <li class="redline-reworded"><p><strong>Rule PAY-2: reworded</strong></p>
        <p>Pay <del><span class="vh">deleted: </span>&lt;b&gt;</del>\
        <ins><span class="vh">inserted: </span>&quot;in&quot;<br>
        full</ins> &amp; soon</p>
        <p>link address of “the &lt;terms&gt;”: a → javascript:alert(1)</p>
        </li>
        </ul>

        """)
    #expect(RedlineFragment.html(Redline(entries: [])) == "")
  }
}
