"""The review that keeps a policy alive, and its end."""

import shutil

from auditing import is_good
from writing import PATH

WHY = "Section 4.3 of the Terms of Service now says this itself."


def review(t, sites):
    t.chapter("An overdue review", """
        A policy in force is looked at every six months. Version 4 binds since 5 October, so the review was due on 5 April.
        No site changes by itself because of that, and no build turns red. `due` tells the people.""", "2027-04-12")
    text = t.bylaw("dana", "due", "--fail", status=1)
    t.see("`due --fail` names the policy and the person who can do it, and the status is 1.",
          "handing-on" in text and "Ben Achterberg" in text and "Overdue by 7 days" in text)
    t.see("The article is as it was.", "Version 4" in sites.on().article)
    t.tell("Ben looks at what has changed since then: law, attitudes, expectations, data and appeals. He signs that.")
    t.bylaw("ben", "review", "handing-on", "--as", "public-policy", "--keep", "--considered",
            "law,attitudes,expectations,data,appeals", "-m",
            "19 cases, two appeals, none granted. Clients now expect the rule on programs. Nothing to change.")
    text = t.bylaw("dana", "due", "--fail")
    t.see("Nothing is overdue any more.", "Overdue" not in text)


def retirement(t, sites):
    world = t.world
    t.chapter("The end", """
        From July the Terms of Service themselves say who does the work. The policy has done its part. It ends as it
        lived: with words, a day and a signature.""", "2027-06-07")
    t.bylaw("dana", "retire", "handing-on", "--on", "2027-07-01", "-m", WHY, "--commit")
    t.see("That alone ends nothing: the policy is still in iteration.", "\nstage: iteration\n" in world.read(PATH))
    t.see("Built for 1 July, the site would still show it in force.",
          "ended" not in sites.on("2027-07-01").article and "HAND-4" in sites.on("2027-07-01").article)
    t.tell("Léa signs that it ends, and when, and why.")
    t.bylaw("lea", "sign", "handing-on", "--as", "leadership", "--for", "retire", "--approve")
    t.day("2027-06-08")
    t.bylaw("dana", "retire", "handing-on", "--commit")
    t.see("The stage is retired.", "\nstage: retired\n" in world.read(PATH))
    t.see("On 30 June the rule still binds.", "HAND-4" in sites.on("2027-06-30").article
          and "This policy ended" not in sites.on("2027-06-30").article)
    last = sites.on("2027-07-01").article
    t.see("On 1 July the page is still there.", last)
    t.see("It says when the policy ended, and why.",
           "This policy ended on 1 July 2027" in last and "Section 4.3" in last)


def history(t, sites):
    world = t.world
    t.chapter("What stays", """
        The repository holds all of it: who wrote what, who said yes to which words, and what was in force on any day.""",
              "2027-07-02")
    folder = world.repository / "policies/signoffs/handing-on"
    records = sorted(folder.glob("*.signoff"))
    touched = world.git("log", "--first-parent", "-m", "--diff-filter=MDR", "--format=%h", "--name-only", "--",
                        "policies/signoffs/handing-on")
    t.see(f"{len(records)} records are there, and none of them was ever changed or removed.", not touched.split())
    t.tell("Anybody can verify a record without bylaw.")
    first = records[0]
    signers = world.read("policies/signoffs/allowed_signers")
    audit = world.top / "audit"
    audit.mkdir()
    shutil.copy(world.repository / "policies/signoffs/allowed_signers", audit)
    shutil.copy(first, audit)
    t.shell("lea", f"sed '/^-----BEGIN/,$d' {first.name} > words", audit)
    t.shell("lea", f"sed -n '/^-----BEGIN/,$p' {first.name} > words.sig", audit)
    said = t.shell(
        "lea", "ssh-keygen -Y verify -n bylaw-signoff -I ana@quillwork.example -f allowed_signers"
        " -s words.sig < words", audit)
    t.see("The signature is good.", said.startswith("Good"))
    t.see(f"So are those of all {len(records)} records.", all(is_good(record.read_bytes(), signers) for record in records))
    t.tell("`log` tells the life of the policy, round by round. Here are its milestones.")
    t.bylaw("dana", "log", "handing-on", keep=["^Version", "^[├└]─ .*(by dana|landed|amended|ends)"])
    t.tell("`signoffs verify` says of each record what it is worth today.")
    t.bylaw("dana", "signoffs", "verify", "handing-on", keep=["^handing-on", "v1-r[12]-", "records:"])
    t.bylaw("dana", "check")
    t.tell("A case is judged by the rule of the day on which it happened. `build --as-of` shows that day.")
    may, october = (sites.on(as_of=day).article for day in ("2026-05-10", "2026-10-06"))
    t.see("As of 10 May 2026 the site shows version 1, with the misspelt word of that day.",
           "Version 1" in may and "under your nmae" in may)
    t.see("As of 6 October 2026 it shows version 4.", "Version 4" in october and "HAND-4" in october)
