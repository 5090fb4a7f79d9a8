"""From an empty folder to a rule that binds."""

import shutil

from reviewing import close, sign
from telling import address
from writing import PATH, WORKSPACE, grown

PEOPLE = {
    "dana": "Dana Okonkwo", "ana": "Ana Ruiz", "ben": "Ben Achterberg", "sue": "Sue Marlowe",
    "otto": "Otto Saarinen", "lea": "Léa Fontaine"}


def workspace(t, sites):
    world = t.world
    t.chapter("The workspace", """
        Quillwork is an invented marketplace for freelance work. Dana is its policy manager: she owns policies and signs
        nothing. Five colleagues sign for their groups: Ana for Legal, Ben for Public Policy, Sue for Support, Otto for
        Operations and Léa for Leadership.""", "2026-01-05")
    for person, name in PEOPLE.items():
        world.hire(address(person), name)
    world.person = address("dana")
    shutil.copy(WORKSPACE / "bylaw.yml", world.repository / "bylaw.yml")
    shutil.copytree(WORKSPACE / "policies", world.repository / "policies")
    world.git("init", "-q", "-b", "main")
    t.tell("""Whom a gate asks stands in `bylaw.yml`. A rule needs the yes of Legal, Public Policy and Support; what carries
        it out needs the groups that work with it; and Leadership has the last word on the release.""")
    t.shell("dana", "sed -n '/^lifecycle:/,/^$/p' bylaw.yml")
    t.tell("""Each of them has an SSH key. Dana lists the public halves, one address and one key a line. Nobody else
        can sign for them from now on.""")
    signers = "".join(f"{address(p)} {world.key(address(p))}\n" for p in sorted(PEOPLE))
    world.write("policies/signoffs/allowed_signers", signers)
    world.write("policies/signoffs/.gitattributes", "* -text\n")
    t.shell("dana", "cat policies/signoffs/allowed_signers")
    t.bylaw("dana", "check")
    t.commit("dana", "The workspace: people, groups, gates and keys")
    t.see("People, groups, gates and keys are the first commit, before any policy that they judge.",
          world.git("rev-list", "--count", "HEAD").strip() == "1"
          and "handing-on" not in world.git("ls-files"))


def common_text(t, sites):
    world = t.world
    t.chapter("What all policies share", """
        How to contest a decision and how to report something is the same everywhere. It stands in `common.md`, once, and each
        article shows it. It has no stages: whoever signs articles and e-mails signs it, and a change asks them again.""",
              "2026-01-08")
    text = t.bylaw("dana", "why", "common", status=1)
    t.see("Support has to agree before readers see it. There are no letters in it, so Legal is not asked.",
          "Support" in text and "Legal" not in text)
    t.bylaw("dana", "round", "open", "common", "--commit")
    t.bylaw("sue", "sign", "common", "--as", "support", "--approve", keep=["Signed"])
    text = t.bylaw("dana", "round", "close", "common", "--commit")
    t.see("The round is approved.", "outcome: approved" in world.read("policies/common.md"))
    t.bylaw("dana", "why", "common")


def research(t, sites):
    world = t.world
    t.chapter("Research", """
        Clients complain that someone else did the work for which they had hired a person. Dana begins a policy. The
        template explains each part; she fills in what the first stage asks for, and no more.""", "2026-01-12")
    t.bylaw("dana", "new", "handing-on", "--theme", "integrity", "--title",
            "Having someone else do your work", "--owner", address("dana"))
    t.commit("dana", "handing-on: begin")
    t.tell("Dana asks what the first gate, *comprehensive*, wants of her.")
    text = t.bylaw("dana", "why", "handing-on", status=1)
    t.see("Two kinds of research are missing, and the status is 1.",
          "internal-data" in text and "client-feedback" in text)
    t.see("The reasons are missing too: a comment of the template is no text.",
           "Why we have this rule" in text)
    t.tell("She tries to go on without them. That is not possible.")
    t.bylaw("dana", "advance", "handing-on", "--commit", status=1, keep=["cannot", "missing"])
    t.see("The file still says research.", "\nstage: research\n" in world.read(PATH))
    t.day("2026-02-02")
    t.tell("Three weeks later Dana has read the complaints, talked with clients, and written down why the rule is needed.")
    world.write(PATH, grown(world.read(PATH), "research"))
    t.commit("dana", "handing-on: what clients told us")
    t.bylaw("dana", "advance", "handing-on", "--commit")
    t.see("The step stands in the file, with its day and with her name.",
          "  - {stage: development, on: 2026-02-02, by: dana@quillwork.example}" in world.read(PATH))
    t.see("Readers see nothing of it.", not sites.on().article)


def two_rounds(t, sites):
    world = t.world
    t.chapter("Two rounds on the rule", """
        Dana writes the rule itself: what is allowed, what is not, how serious it is and what can happen. The gate *a good
        fit* asks for two rounds of review, and for the yes of Legal, Public Policy and Support.""", "2026-02-09")
    world.write(PATH, grown(world.read(PATH), "development"))
    world.edit(PATH, "- **Agreed**: written in Messages or in the contract by the client, before the help begins.",
               "- **Agreed**: the client said yes.")
    t.commit("dana", "handing-on: the rule")
    t.bylaw("dana", "round", "open", "handing-on", "--commit")
    t.tell("""The three reviewers sign on branches of their own, without waiting for each other. Each record is a file of its
        own, so branches never conflict. Ana is not content.""")
    for person, arguments in {
            "ana": ["legal", "--request-changes", "-m",
                    "A yes on the phone cannot be proved later. Say where the yes must stand, and by when."],
            "ben": ["public-policy", "--approve"], "sue": ["support", "--approve"]}.items():
        t.git(person, "switch", "-q", "-c", f"{person}-round-1", "main")
        t.bylaw(person, "sign", "handing-on", "--as", *arguments,
                keep=None if person == "ana" else ["Signed"])
    world.git("switch", "-q", "main")
    t.tell("Dana merges the branches in the order in which they reach her.")
    for person in ("sue", "ana", "ben"):
        t.git("dana", "merge", "-q", "--no-ff", "-m", f"Merge {person}'s word", f"{person}-round-1")
    t.tell("This is what Ana's record says. Whoever has her public key can verify it with `ssh-keygen`.")
    record = "policies/signoffs/handing-on/v1-r1-legal-ana@quillwork.example-1.signoff"
    t.shell("dana", f"sed '/^-----BEGIN/q' {record}")
    t.bylaw("dana", "round", "status", "handing-on")
    t.tell("Dana cannot close the round before the objection has an answer, and she cannot sign in Ana's place.")
    text = t.bylaw("dana", "round", "close", "handing-on", "--commit", status=2)
    t.see("The objection asks for an answer first.", "has no answer" in text)
    text = t.bylaw("dana", "sign", "handing-on", "--as", "legal", "--approve", status=2, keep=["bylaw:"])
    t.see("Nobody signs for a group without being a member of it.", "no member" in text)
    t.tell("Ana is right. Dana answers, closes the round and mends the words.")
    t.bylaw("dana", "round", "close", "handing-on", "--answer",
            "v1-r1-legal-ana@quillwork.example-1.signoff=It now says Messages or the contract, before the help begins.",
            "--commit")
    t.see("The round's outcome is that changes were asked for.", "outcome: changes-requested" in world.read(PATH))
    t.edit(PATH, "- **Agreed**: the client said yes.",
           "- **Agreed**: written in Messages or in the contract by the client, before the help begins.")
    t.commit("dana", "handing-on: say where a yes must stand")
    t.tell("The approvals of the first round were for other words: they are stale.")
    text = t.bylaw("dana", "why", "handing-on", status=1, keep=["cannot", "unmet", "stale", "missing"])
    t.see("Ben's and Sue's approvals of the first round no longer count.", text.count("stale ") == 2)
    t.day("2026-02-23")
    t.tell("""In the second round Ben and Sue read only what changed since they signed last. Ana has agreed to nothing yet, so
        she reads all of it. All three approve one and the same text.""")
    t.bylaw("dana", "round", "open", "handing-on", "--commit")
    sign(t, "ana", "ben", "sue")
    close(t)
    t.see("Round 2 is approved.", "outcome: approved" in world.read(PATH))


def practice(t, sites):
    world = t.world
    t.chapter("What carries the rule out", """
        Moderators need a decision, evidence and cases; customers need an article and letters. Dana writes them on a branch,
        `release`, and takes every step there. The rule stays as it was signed, so nobody is asked about it again.""",
              "2026-03-02")
    t.git("dana", "switch", "-q", "-c", "release")
    t.bylaw("dana", "advance", "handing-on", "--commit")
    world.write(PATH, grown(world.read(PATH), "implementation"))
    t.commit("dana", "handing-on: article, workflow, letters and dates")
    t.day("2026-03-23")
    text = t.bylaw("dana", "round", "open", "handing-on", "--commit")
    t.see("The round asks about article, workflow, e-mails and release, and not about the rule.",
          "article, workflow, emails, release" in text and "policy" not in text)
    t.tell("Each group signs the scopes for which its gate asks it: Sue the article and the letters, Léa the release.")
    for person, group in (
            ("sue", "support"), ("otto", "operations"), ("ana", "legal"), ("lea", "leadership")):
        t.bylaw(person, "sign", "handing-on", "--as", group, "--approve",
                keep=None if person == "lea" else ["version", "Signed"])
    close(t)
    t.day("2026-03-27")
    t.tell("Everything that the gate *performable* asks for is there.")
    t.bylaw("dana", "why", "handing-on")
    t.bylaw("dana", "advance", "handing-on", "--commit")
    t.day("2026-03-30")
    t.tell("""The branch holds two steps, a round and four records. Dana squashes it into one commit. A record is bound to
        words and not to commits, so all of them go on counting.""")
    t.git("dana", "switch", "-q", "main")
    t.git("dana", "merge", "-q", "--squash", "release")
    t.commit("dana", "handing-on: version 1")
    world.git("branch", "-q", "-D", "release", *(f"{p}-round-1" for p in ("ana", "ben", "sue")))
    t.see("One commit on the main line carries both steps.",
          world.git("log", "-1", "--format=%s%n%P").split("\n")[1].count(" ") == 0
          and world.git("show", "HEAD", "--", PATH).count("\n+  - {stage: ") == 2)


def notice(t, sites):
    t.chapter("Notice, and the day it binds", """
        Quillwork announces the rule on 1 April, and it binds from 4 May. Nobody has to remember the day: the sites are
        built each night and follow the calendar.""", "2026-04-01")
    t.tell("Dana builds the sites as they will be on different days.")
    day_before = sites.on("2026-05-03", told=True).article
    that_day = sites.on("2026-05-04", told=True).article
    t.see("On 1 April the article is there, and says that it applies from 4 May.",
          "HAND-1" in sites.on("2026-04-01").article and "4 May 2026" in sites.on("2026-04-01").article)
    t.see("On 3 May it still says so.", upcoming(day_before))
    t.see("On 4 May the rule is in force.", "HAND-2" in that_day and not upcoming(that_day))
    t.see("The article ends with what all policies share.", "You can contest a decision for six months" in that_day)
    before = sites.on("2026-05-04", as_of="2026-03-29")
    t.see("As of 29 March nothing was published: the squash had not landed.", not before.article)


def upcoming(words):
    """The page says that what it shows does not bind yet."""
    return "This is not in force yet." in words
