"""What the people of the story do again and again: open a round, sign, close it."""

from writing import PATH

GROUPS = {"ana": "legal", "ben": "public-policy", "sue": "support", "otto": "operations",
          "lea": "leadership"}
RULE = ("ana", "ben", "sue")
PRACTICE = ("sue", "otto", "ana", "lea")


def open_round(t, *more, told=True):
    return t.bylaw("dana", "round", "open", "handing-on", *more, "--commit", told=told)


def sign(t, *people, told=True):
    """Each of them approves the words as they stand. What the first one reads is shown."""
    for number, person in enumerate(people):
        t.bylaw(person, "sign", "handing-on", "--as", GROUPS[person], "--approve",
                keep=["^handing-on", "Signed"] if number else None, told=told)


def close(t, *answer, told=True):
    """Dana closes the round. An answer is the record's file name and her words."""
    arguments = ["--answer", "=".join(answer)] if answer else []
    return t.bylaw("dana", "round", "close", "handing-on", *arguments, "--commit", told=told)


def round_of(t, *people, told=True):
    """A whole round in which all approve."""
    open_round(t, told=told)
    sign(t, *people, told=told)
    close(t, told=told)


def add_change(t, version, summary, announced, effective, told=True):
    """The change-log entry and the dates of a revision."""
    entry = f"  - {{version: {version}, class: significant, summary: {summary}}}\n"
    t.edit(PATH, "changes:\n",
           f"announced: {announced}\neffective: {effective}\nchanges:\n{entry}", told=told)
