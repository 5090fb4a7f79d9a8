"""New versions: one that is released, one that is given up, and one in a hurry."""

from chapters.changes import OLD_CASE
from reviewing import GROUPS, PRACTICE, RULE, add_change, close, open_round, round_of, sign
from telling import address
from writing import PATH

HAND_2 = "- **HAND-2** Hiding who does the work, such as sending someone else to a call under your name.\n"
HAND_3 = "- **HAND-3** Letting a program do the work where the client asked for work by a person.\n"
ROW_1 = "| 1 | Help that the client was not asked about. Nobody hid it. | HAND-1 |\n"
CASE_3 = """\
| The job asks for “hand-drawn, no generators”. The files were generated, and the talent says so when asked. No earlier \
case. | not allowed | HAND-3 | 1 | Warning | The client asked for a person's work. Nobody hid it. |
"""


def revision(t, sites):
    world = t.world
    t.chapter("A new version", """
        Clients now ask about programs that draw and write. That is a new rule, so it is a new version: Dana revises the
        policy. Readers keep version 1 until version 2 has been through every gate and its day has come.""", "2026-06-15")
    t.bylaw("dana", "revise", "handing-on", "-m", "adds HAND-3: work by programs", "--commit")
    t.edit(PATH, HAND_2, HAND_2 + "- **HAND-3** Using a program for the work.\n")
    t.edit(PATH, ROW_1, ROW_1.replace("HAND-1 |", "HAND-1, HAND-3 |"))
    t.commit("dana", "handing-on: HAND-3")
    t.see("The help site shows version 1, and says nothing of HAND-3.",
          "HAND-3" not in sites.on().article and "HAND-2" in sites.on().article)
    open_round(t)
    t.tell("Sue knows what customers will ask.")
    t.bylaw("sue", "sign", "handing-on", "--as", "support", "--request-changes", "-m",
            "A spell checker is a program. Say that it is about work for which the client asked for a person.",
            keep=["^ *[+-]", "Signed"])
    sign(t, "ana", "ben")
    close(t, "v2-r6-support-sue@quillwork.example-5.signoff",
          "True. It now covers only what the client wanted done by a person.")
    t.edit(PATH, "- **HAND-3** Using a program for the work.\n", HAND_3)
    t.commit("dana", "handing-on: HAND-3, narrower")
    t.day("2026-06-29")
    t.tell("""In the next round Sue approves, which takes her objection back. A round of version 1 does not count for version
        2: it needs two of its own.""")
    round_of(t, *RULE)
    t.bylaw("dana", "advance", "handing-on", "--commit")
    t.day("2026-07-13")
    t.tell("Dana adds a case and the dates. The letters did not change, so their approvals stand.")
    t.edit(PATH, OLD_CASE, CASE_3 + OLD_CASE)
    add_change(t, 2, "The rule now covers work by programs where the client asked for a person.",
               "2026-07-20", "2026-09-01")
    t.commit("dana", "handing-on: version 2, its case and its dates")
    text = open_round(t)
    t.see("The round asks about the workflow and the release. Nobody is asked about the letters again.",
          "about workflow, release." in text)
    sign(t, "otto", "lea")
    close(t)
    t.bylaw("dana", "advance", "handing-on", "--commit")
    now = sites.on("2026-07-20").article
    t.see("On 20 July the help site still shows version 1.", "HAND-3" not in body(now) and "Version 1" in now)
    t.see("It announces version 2 for 1 September, with both texts at hand.",
           "From 1 September 2026 this changes" in now and "HAND-3" in sites.on("2026-07-20").version(2))
    t.see("On 31 August version 1 is in force.", "Version 1" in sites.on("2026-08-31").article)
    september = sites.on("2026-09-01")
    t.see("On 1 September it is version 2.",
          "HAND-3" in september.article and "Version 2" in september.article)
    t.see("Version 1 stays readable at its own address, with its interval.",
           "under your name" in september.version(1) and "HAND-3" not in body(september.version(1))
           and "until 1 September 2026" in september.version(1))


def withdrawal(t, sites):
    world = t.world
    t.chapter("A version given up", """
        Version 3 makes teams name every member. It passes all gates and is announced. Then Dana learns that the profile
        page cannot show more than five names.""", "2026-09-14")
    before = words(world.read(PATH))
    t.bylaw("dana", "revise", "handing-on", "-m", "teams name their members", "--commit")
    t.edit(PATH, "the team's members count as one person.",
           "the team's members count as one person, if it names them all.")
    t.commit("dana", "handing-on: teams name their members")
    t.tell("Two rounds, the dates, a round on the release: version 3 is released in the same way as version 2.")
    open_round(t, told=False)
    t.bylaw("ben", "sign", "handing-on", "--as", "public-policy", "--request-changes", "-m",
            "Say by when.", told=False)
    sign(t, "ana", "sue", told=False)
    close(t, latest(world, "ben"), "From the day on which the profile says so.", told=False)
    t.edit(PATH, "if it names them all.", "from the day on which it names them all.", told=False)
    world.commit("handing-on: from which day")
    round_of(t, *RULE, told=False)
    t.bylaw("dana", "advance", "handing-on", "--commit", told=False)
    add_change(t, 3, "Teams name all of their members.", "2026-09-21", "2026-11-02", told=False)
    world.commit("handing-on: dates of version 3")
    round_of(t, "lea", told=False)
    t.bylaw("dana", "advance", "handing-on", "--commit")
    t.see("On 21 September version 2 is in force.", "Version 2" in sites.on("2026-09-21").article)
    t.see("Version 3 is announced beside it for 2 November.",
           "From 2 November 2026 this changes" in sites.on("2026-09-21").article)
    t.see("Left alone, it would bind from 2 November.", "Version 3" in sites.on("2026-11-02").article)
    t.day("2026-09-28")
    t.tell("Dana gives the version up before it binds anybody.")
    t.bylaw("dana", "withdraw", "handing-on", "-m", "profiles cannot show more than five names", "--commit")
    t.see("The file holds the words of version 2 again, and the number 3 is never used again.",
          words(world.read(PATH)) == before and "\nversion: 2\n" in world.read(PATH)
          and "withdrawn: [3]" in world.read(PATH))
    t.see("The help site shows version 2, on 28 September and on 2 November, and announces nothing.",
          all("Version 2" in sites.on(day).article
              and "names them all" not in sites.on(day).article for day in ("2026-09-28", "2026-11-02")))


def body(article):
    """The article without what it says about other versions."""
    return article[article.find("What’s allowed"):]


def words(text):
    """The body of the file, and the dates that belong to its version."""
    head, rest = text.split("\n---\n", 1)
    return [line for line in head.splitlines()
            if line.startswith(("title:", "summary:", "version:", "announced:", "effective:"))] + [rest]


def latest(world, person):
    """The last record that this person signed."""
    folder = world.repository / "policies/signoffs/handing-on"
    mine = [file.name for file in folder.glob(f"*-{address(person)}-*.signoff")]
    return max(mine, key=lambda name: int(name.rsplit("-", 1)[1].split(".")[0]))


HAND_4 = "- **HAND-4** Giving anyone your login to a client's systems.\n"


def urgency(t, sites):
    world = t.world
    t.chapter("In a hurry", """
        On a Monday it turns out that talent lend each other their logins to clients' systems, and that data has leaked. A
        new rule cannot wait 30 days. Legal and Leadership may release it without notice: `lifecycle.urgent` says so.""",
              "2026-10-05")
    t.bylaw("dana", "revise", "handing-on", "-m", "adds HAND-4: logins to clients' systems", "--commit")
    t.edit(PATH, HAND_3, HAND_3 + HAND_4)
    t.edit(PATH, "| HAND-1, HAND-2 |", "| HAND-1, HAND-2, HAND-4 |")
    t.commit("dana", "handing-on: HAND-4")
    t.tell("The rule itself skips nothing: its two rounds are held the same morning.")
    open_round(t)
    t.bylaw("ana", "sign", "handing-on", "--as", "legal", "--request-changes", "-m",
            "A client may hand a second login to a colleague: say *your* login.", keep=["Signed"])
    sign(t, "ben", "sue")
    close(t, latest(world, "ana"), "It says so now, and an example follows.")
    t.edit(PATH, HAND_4, HAND_4.replace("your login", "the login that you got"))
    t.commit("dana", "handing-on: HAND-4, whose login")
    round_of(t, *RULE)
    t.bylaw("dana", "advance", "handing-on", "--commit")
    add_change(t, 4, "Logins to a client's systems stay with the person who got them.",
               "2026-10-05", "2026-10-05")
    t.commit("dana", "handing-on: version 4 binds today")
    t.tell("The ordinary way is closed: it asks for notice, and for reviewers who are not at hand.")
    text = t.bylaw("dana", "advance", "handing-on", "--commit", status=1, keep=["cannot", "unmet", "earliest"])
    t.see("Readers would not get their notice.", "The earliest day is 2026-11-04" in text)
    t.tell("Ana and Léa sign all of it, for this purpose only.")
    for person in ("ana", "lea"):
        t.bylaw(person, "sign", "handing-on", "--as", GROUPS[person], "--for", "urgent", "--approve",
                keep=["^handing-on", "Signed"])
    t.bylaw("dana", "advance", "handing-on", "--urgent", "-m", "data of clients has leaked", "--commit")
    t.see("Version 4 is in force the same day.", "Version 4" in sites.on().article and "HAND-4" in sites.on().article)
    t.see("The step says that it was urgent, for ever.", "urgent: true" in world.read(PATH))
    t.tell("What was skipped is a debt. `bylaw why` shows it.")
    text = t.bylaw("dana", "why", "handing-on", status=1, keep=["^handing-on", "unmet", "missing", "debt", "until", "within"])
    t.see("The round on the practice and Leadership's ordinary yes to the release are owed.",
          "unmet 1 closed review round" in text and "Leadership approves `release`" in text)
    t.see("Notice is no part of the debt.", "notice" not in text)
    text = t.bylaw("dana", "due")
    t.see("`due` names the debt and its day, 19 October.",
          "handing-on" in text and "19 October 2026" in text)
    t.day("2026-10-15")
    t.tell("Ten days later the debt is paid, in the ordinary way.")
    text = open_round(t)
    people = [person for person in PRACTICE if GROUPS[person] in text]
    sign(t, *people)
    close(t)
    code, text = t.world.bylaw_says("why", "handing-on")
    t.see("Every approval is there.", "unmet Scope" not in text and "unmet 1 closed" not in text)
    t.see("Nothing is owed any more, and `why` ends with status 0.", code == 0)
