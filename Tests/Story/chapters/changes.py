"""Changes of a version that is in force: better practice, and a slip of the pen."""

from reviewing import close, open_round, sign
from writing import PATH

OLD_CASE = """\
| A translator has a proofreader read a page of her own website. | allowed | – | – | – | It is not work for a client. |
"""
NEW_CASE = """\
| A translator has a proofreader read a client's page, and wrote “my proofreader reads along” in the proposal. | allowed \
| – | – | – | Borderline. The client read it and hired her: that is a yes in writing. |
"""


def amendment(t, sites):
    t.chapter("A better case", """
        Moderators stumble over one case: the help was named in the proposal. Dana adds it to the calibration set. It changes
        nothing about the rule, so the version stays and only Operations is asked.""", "2026-05-18")
    before = sites.on().article
    t.edit(PATH, OLD_CASE, OLD_CASE + NEW_CASE)
    t.commit("dana", "handing-on: a case about proposals")
    t.see("The moderators' site keeps the text before it, since nobody has signed the new one.",
          "my proofreader reads along" not in sites.on().cases and sites.on().cases)
    text = open_round(t)
    t.see("The round asks Operations about the workflow, and nobody else about anything.",
          "asks operations about workflow." in text)
    t.day("2026-05-20")
    sign(t, "otto")
    close(t)
    t.see("With Otto's record the moderators' site shows the new case.",
          "my proofreader reads along" in sites.on().cases)
    t.see("It is still version 1, and customers see the same article.",
          "\nversion: 1\n" in t.world.read(PATH) and before == sites.on("2026-05-18").article)
    t.see("As of 19 May the site shows the text before it.",
           "my proofreader reads along" not in sites.on(as_of="2026-05-19").cases)


def correction(t, sites):
    t.chapter("A slip of the pen", """
        A customer finds a misspelt word in the rule. The words of a rule belong to all who signed it, so even a letter
        asks them again: people, and not a program, judge that the meaning is the same.""", "2026-06-01")
    t.edit(PATH, "to a call under your nmae.", "to a call under your name.")
    t.commit("dana", "handing-on: HAND-2, spelling")
    t.see("The article keeps the words that were signed.", "under your nmae" in sites.on().article)
    t.tell("The change log has to say so, with an entry of class `editorial` below the version's first one.")
    first = "how to agree on help.\n"
    t.edit(PATH, first, first + "  - {version: 1, class: editorial, summary: A misspelt word in HAND-2 is corrected.}\n")
    t.commit("dana", "handing-on: say what was corrected")
    text = open_round(t)
    t.see("The round asks all groups of *a good fit*, and Leadership about what the change log tells readers.",
          "asks legal, public-policy, support, leadership about policy, release." in text)
    sign(t, "ana", "ben", "lea")
    t.see("Three of four have signed: the article still has the misspelt word.",
          "under your nmae" in sites.on().article)
    sign(t, "sue")
    close(t)
    t.see("All have signed, and the article is correct.", "under your name" in sites.on().article)
    t.see("The version and its day stay what they were.",
          "\nversion: 1\n" in t.world.read(PATH) and "4 May 2026" in sites.on().article)
