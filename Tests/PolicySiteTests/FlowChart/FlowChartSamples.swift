import CommonMark
import PolicyModel
import PolicySite

/// Decisions written down in the short form of a policy's list.
extension Decision {
  /// Each line without `→` is a question, each other one an answer to it.
  init(_ lines: String) {
    var steps: [Step] = []
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " → ")
      if parts.count == 2, !steps.isEmpty {
        let answer = Answer(
          label: [.text(String(parts[0]))], target: Self.target(parts[1]), range: 0..<0)
        steps[steps.count - 1].answers.append(answer)
      } else {
        steps.append(
          Step(
            number: steps.count + 1, question: [.text(String(line))], answers: [], range: 0..<0))
      }
    }
    self.init(steps: steps, range: 0..<0)
  }

  private static func target(_ text: Substring) -> Target {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let number = words.count == 2 ? Int(words[1]) : nil
    return switch (words[0], number) {
    case ("next", _): .next
    case ("step", let number?): .step(number)
    case ("severity", let number?): .severity(number)
    case ("policy", _): .policy(words[1])
    case ("escalate:", _): .escalate(words[1])
    default: EnforcementAction(rawValue: words[0]).map(Target.action) ?? .noAction
    }
  }

  /// Drawn with a ladder and titles as those of the example workspace.
  func drawn() -> String? {
    let ladder: [EnforcementAction] = [.warning, .restriction, .timedRestriction, .block]
    let titles = [
      "harassment": "Harassment and threats", "pay-outside": "Taking payments outside the platform",
      "misrepresentation": "Misrepresenting who you are or what you can do",
    ]
    return FlowChart.svg(self, title: "The decision as a flow chart.") { severity in
      guard 1...ladder.count ~= severity else { return nil }
      return .sanction(Sanction(ladder[severity - 1]))
    } policyTitle: {
      titles[$0]
    }
  }

  /// Seven questions in a row.
  static let payOutside = Decision(
    """
    Does anything here threaten a person's safety?
    Yes → escalate: safety on call
    No → next
    Did the two people meet on Quillwork?
    Yes → next
    No → no action
    Cannot tell → escalate: senior queue
    Was an exception on record on the day it happened?
    Yes → no action
    No → next
    What did this person do about payment?
    Refused, ignored or reported it → no action
    Only asked to talk somewhere else → policy contact-sharing
    Asked, offered, hinted, agreed, pressed or paid → next
    Is there deception, more than one person affected, or an account made after a Block?
    Yes → severity 4
    No → next
    Cannot tell → escalate: fraud
    Was anything of value paid outside, or was the price split?
    Yes → severity 3
    No → next
    The two people say different things → escalate: payments
    Did this person know the rule, agree, conceal, ask again or press?
    Yes → severity 2
    No → severity 1
    """)

  /// One question that skips to two others.
  static let hateAndDiscrimination = Decision(
    """
    Does anything call for harm to people?
    To a person, a house or a named place → escalate: safety on call
    To a group, with nobody in reach → severity 3
    No → next
    Is it about who people are, as the policy defines it?
    Yes → next
    No, but it is aimed at a person → policy harassment
    No, and it is aimed at nobody → no action
    What kind of thing is it?
    Access to work: a post, a question, a refusal, a rate → next
    An expression: words, a picture, a name, a sign → step 6
    A commission: work that someone offers or asks for → step 7
    Does the work or a law need this trait?
    Yes, and the post says why → no action
    Yes, but the post is silent about it → severity 1
    A law is named that we do not know → escalate: legal
    No, or it concerns pay → next
    Was it a habit of wording or a choice?
    Stock words, and nobody was turned away → severity 1
    A group is named and shut out, or someone lost work or pay → severity 2
    The numbers look unequal and no reason was ever given → escalate: senior queue
    What does the expression do?
    It reports, studies, argues about ideas, or speaks of oneself → no action
    It repeats a stereotype aimed at nobody present → severity 1
    It puts a person or a group down, or shows such a sign once → severity 2
    It denies that people are human, praises or denies mass violence, or puts several people down → severity 3
    The meaning depends on context that we lack → escalate: senior queue
    What is the commissioned work for?
    To explain, record, teach or prevent → no action
    To make people hate → severity 3
    The brief leaves it open → escalate: senior queue
    """)

  /// A skip over one step, and other policies.
  static let contactSharing = Decision(
    """
    Is the contact detail a small part of something worse?
    Someone is frightened, exposed or pursued → policy harassment
    It leads to a password, a code or a download → policy phishing-and-malware
    It comes with an offer to pay elsewhere → policy pay-outside
    An invented company or person, with several people drawn in → escalate: fraud
    No → next
    Whose details are they, and where do they stand?
    They are the work itself, such as a card to design → no action
    They are in a public place, or gathered from several people → step 4
    They belong to a third person who did not agree → severity 2
    They are between these two people → next
    Had a contract begun, or was an exception on record, at that minute?
    Yes → no action
    Both say that they knew each other before, but nothing is on record → escalate: senior queue
    No → next
    What did this person do?
    Received, ignored or declined → no action
    Gave, asked, proposed to switch or posted, openly → severity 1
    Disguised it, or tried again after the other one declined → severity 2
    Gathered details from several people, or wrote to several with them → severity 3
    """)
}
