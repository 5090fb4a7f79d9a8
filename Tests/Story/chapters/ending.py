"""The review that keeps a policy alive, and its end."""

from reviewing import sign
from telling import address
from writing import PATH

WHY = "Section 4.3 of the Terms of Service now says this itself."


def review(t, sites):
    if not {"due", "review"} <= t.verbs:
        t.awaited.append("an overdue review: this program has no `due` and no `review`")
        return
    t.chapter("An overdue review", """
        A policy in force is looked at every six months. Version 4 binds since 5 October, so the review was due on 5 April.
        No site changes by itself because of that, and no build turns red. `due` tells the people.""", "2027-04-12")
    text = t.bylaw("dana", "due", "--fail", status=1)
    t.see("`due --fail` names the policy, its day and the group that is asked.",
          "handing-on" in text and "2027-04-05" in text)
    t.see("The article is as it was.", "Version 4" in sites.on().article)
    t.tell("Ben looks at what has changed since then: law, attitudes, expectations, data and appeals. He signs that.")
    t.bylaw("ben", "review", "handing-on", "--as", "public-policy", "--keep", "--considered",
            "law,attitudes,expectations,data,appeals", "-m",
            "19 cases, two appeals, none granted. Clients now expect the rule on programs. Nothing to change.")
    text = t.bylaw("dana", "due", "--fail")
    t.see("The next review is due six months after this one.", "2027-04-05" not in text)


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
    t.bylaw("dana", "retire", "handing-on", "-m", WHY, "--commit")
    t.see("The stage is retired.", "\nstage: retired\n" in world.read(PATH))
    t.see("On 30 June the rule still binds.", "HAND-4" in sites.on("2027-06-30").article
          and "This policy ended" not in sites.on("2027-06-30").article)
    last = sites.on("2027-07-01").article
    t.see("On 1 July the page is still there.", last)
    t.hope("It says when the policy ended, and why.",
           "This policy ended on 1 July 2027" in last and "Section 4.3" in last)


def history(t, sites):
    world = t.world
    t.chapter("What stays", """
        The repository holds all of it: who wrote what, who said yes to which words, and what was in force on any day.""",
              "2027-07-02")
    records = sorted((world.repository / "policies/signoffs/handing-on").glob("*.signoff"))
    t.see(f"{len(records)} records are there, each signed, none ever changed.",
          len(world.git("log", "--diff-filter=MD", "--format=%h", "--", "policies/signoffs/handing-on").split()) == 0)
    t.tell("Anybody can verify one without bylaw.")
    verify(t, records[0])
    if "log" in t.verbs:
        t.bylaw("dana", "log", "handing-on")
    if "signoffs" in t.verbs:
        text = t.bylaw("dana", "signoffs", "verify", keep=["void", "lost"])
        t.see("No record is void, and none is lost.", "void" not in text.lower() or "0 void" in text.lower())
    t.bylaw("dana", "check")
    for day, words in (("2026-05-10", "Version 1"), ("2026-09-10", "Version 2"), ("2026-10-06", "Version 4")):
        t.hope(f"As of {day} the site shows {words.lower()}.", words in sites.on(as_of=day).article
               and ("HAND-4" in sites.on(as_of=day).article) == (words == "Version 4"))


def verify(t, record):
    """Verifies one record with ssh-keygen alone, as an auditor would."""
    import subprocess
    begin = b"-----BEGIN SSH SIGNATURE-----"
    words, signature = record.read_bytes().split(begin, 1)
    folder = t.world.top / "audit"
    folder.mkdir()
    (folder / "record.sig").write_bytes(begin + signature)
    reviewer = next(line.split(": ")[1] for line in words.decode().splitlines() if line.startswith("reviewer: "))
    done = subprocess.run(
        ["ssh-keygen", "-Y", "verify", "-n", "bylaw-signoff", "-I", reviewer, "-f",
         str(t.world.repository / "policies/signoffs/allowed_signers"), "-s", str(folder / "record.sig")],
        input=words, capture_output=True)
    t.show(f"""sed '/^-----BEGIN/,$d' {record.name} > words
$ sed -n '/^-----BEGIN/,$p' {record.name} > words.sig
$ ssh-keygen -Y verify -n bylaw-signoff -I {reviewer} -f allowed_signers -s words.sig < words""",
           "Good \"bylaw-signoff\" signature for " + reviewer)
    t.see("ssh-keygen says that the signature is good.", done.returncode == 0)
