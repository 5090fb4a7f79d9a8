"""What reviewers of Quillwork said, and what was written before they said it.

A voice belongs to a first draft: `now` are words of the policy as it stands, `then` is what stood there in the round, and
the reviewer speaks about that. Everyone else approves."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Voice:
    group: str
    now: str
    then: str
    words: str
    answer: str
    verdict: str = "request-changes"


@dataclass(frozen=True)
class Life:
    # On the rule, in its first round; the second round approves.
    rule: Voice
    # On what carries it out, in a round before the last one.
    practice: Voice = None
    # Groups that are asked beyond those of the gate, with what they say and the answer.
    guests: dict = field(default_factory=dict)


COMMON = Voice(
    "support", "Most people hear from us within five working days.", "You hear from us within five working days.",
    "That is a promise. We keep it in most cases and not in all, so please say that.",
    "It says “most people” now.")

LIVES = {
    "pay-outside": Life(
        Voice(
            "legal",
            "It lasts two years from the first day of their first contract. Without a contract, it lasts two years from "
            "their first message.",
            "It lasts for as long as they work together.",
            "“For as long as they work together” has no end. Section 6.5 of the Terms gives a relationship two years. "
            "Say from which day they count, and what holds where there was never a contract.",
            "Two years from the first day of the first contract, or from the first message where there was none."),
        practice=Voice(
            "operations",
            "Borderline. A gift that nobody asked for or promised is not given for the work.",
            "Borderline. The gift is small.",
            "“Small” is no reason: the next question of my team will be how small. Say what makes a gift no payment.",
            "The reason is now that nobody asked for it or promised it. Its size plays no part."),
        guests={"data": (
            "Half of the cases in which money moved also show a split price. If PAY-6 has an id of its own, we can "
            "count it.",
            "It has, and it is judged at severity 3 like the payment itself.")}),
    "contact-sharing": Life(
        Voice(
            "support",
            "If a disability keeps you from using a call or a text here, tell us once.",
            "If a disability keeps you from using a call or a text here, send us a medical certificate.",
            "Nobody should have to prove a disability to us. People tell us that they gave up at this very point.",
            "The certificate is gone. Telling us once is enough, and the setting is the proof.")),
    "fake-reviews": Life(
        Voice(
            "public-policy",
            "The entry “We already know each other” is on record before the contract, and the review mentions it.",
            "The review mentions it.",
            "If only the review says that two people are friends, nobody can tell afterwards whether it was true. Ask "
            "for the entry, and ask for it before the contract.",
            "Both are needed now: the entry before the contract, and the mention in the review.")),
    "misrepresentation": Life(
        Voice(
            "support", "The proof is our e-mail, and nobody else sees it.", "The proof is our e-mail.",
            "People who need this exception will ask me who else can see it. Please answer that in the rule.",
            "It now says that nobody else sees it.", verdict="comment")),
    "spam-proposals": Life(
        Voice(
            "support",
            "The proof is its entry under Settings, and what the entry lets it do.", "The proof is our e-mail.",
            "We cannot look into mailboxes. Put the proof where a moderator and a colleague in Support both see it.",
            "The proof is the entry under Settings now, and the entry says what the program is allowed to do."),
        guests={"data": (
            "The mark “Series” is in our logs from the first day, so this exception can be measured.",
            "We look at the figures in the first review.")}),
    "free-work": Life(
        Voice(
            "legal", "a change that brings work to what the contract says.", "a change that the client asks for.",
            "With this meaning every wish of a client is a correction, and FRE-3 covers nothing. Measure it by the contract.",
            "A correction is now what brings the work to what the contract says.")),
    "harassment": Life(
        Voice(
            "leadership", "We do weigh who began.", "It makes no difference who began.",
            "It does make a difference: moderators weigh it. The first appeal would show that our article said the opposite.",
            "The article now says what moderators do: being provoked excuses nothing, and we weigh who began.")),
    "hate-and-discrimination": Life(
        Voice(
            "legal", "It lifts HAT-2 and HAT-3 if the job post names the law.", "It lifts HAT-2 and HAT-3.",
            "Anybody can say that a law demands it. Unless the job post names the law, nobody can check.",
            "The exception holds only where the job post names the law.")),
    "account-sharing": Life(
        Voice(
            "support",
            "In an emergency you can do so up to seven days after the first sign-in.",
            "You do so before the first sign-in.",
            "Nobody names a helper on the way to hospital. Give people some days.",
            "In an emergency it can be done up to seven days later.")),
    "phishing-and-malware": Life(
        Voice(
            "legal",
            "or for an identity document before a contract has started.", "or for an identity document.",
            "Some clients have to check who works for them, once a contract runs. As it stands, we would forbid what a "
            "law asks of them.",
            "The ban on asking for an identity document now ends when the contract starts.")),
}
