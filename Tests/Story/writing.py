"""How the policy of the story grows: each stage takes its parts from the finished text."""

import re
from pathlib import Path

WORKSPACE = Path(__file__).resolve().parent / "workspace"
PATH = "policies/integrity/handing-on.md"

# What is written at which stage: keys of the front-matter, and parts of the body.
STAGES = {
    "research": (["research"], ["Why we have this rule"]),
    "development": (
        ["summary", "basis"],
        ["Who and what this covers", "Words we use", "What's allowed", "What's not allowed",
         "Exceptions", "What can happen", "Severity", "Enforcement ladder"]),
    "implementation": (
        ["synonyms", "announced", "effective", "changes"],
        ["Examples", "Questions", "Background", "Evidence", "Signals", "Decision", "Calibration",
         "Escalation", "Before you act", "E-mails"]),
}


def finished():
    return (WORKSPACE / "handing-on.md").read_text(encoding="utf-8")


def split(text):
    """The front-matter and the body of a policy file."""
    head, body = text.removeprefix("---\n").split("\n---\n", 1)
    return head + "\n", body


def keys(head):
    """Each top-level key with its lines, in order. Comments of the template are left behind."""
    lines = [line for line in head.splitlines(keepends=True) if not line.startswith("#")]
    found = {}
    for line in lines:
        match = re.match(r"([a-z_]+):", line)
        if match:
            name = match[1]
            found[name] = ""
        found[name] += line
    return found


def parts(body):
    """Each part of the body with its heading and its level, in order."""
    found = []
    inside_letters = False
    for block in re.split(r"(?m)^(?=##)", body):
        heading = re.match(r"(#{2,3}) (.*)\n", block)
        if not heading:
            continue
        if heading[1] == "##":
            inside_letters = heading[2] == "E-mails"
        own = heading[1] == "##" or (not inside_letters and heading[2] in MODERATORS)
        if own:
            found.append([heading[1], heading[2], block])
        else:
            found[-1][2] += block
    return found


MODERATORS = {
    "Severity", "Enforcement ladder", "Background", "Evidence", "Signals", "Decision",
    "Calibration", "Escalation", "Before you act"}


def grown(current, stage):
    """The file as its owner writes it at this stage: what stands, and what the stage adds."""
    order = list(STAGES)
    stages = order[:order.index(stage) + 1]
    wanted_keys = [key for name in stages for key in STAGES[name][0]]
    wanted = {part for name in stages for part in STAGES[name][1]}
    if "Severity" in wanted:
        wanted.add("For moderators")
    head, body = split(current)
    source_head, source_body = split(finished())
    mine, source = keys(head), keys(source_head)
    added = [key for key in wanted_keys if key not in mine]
    if stage == "research":
        mine["research"] = source["research"]
        added = []
    written = {title: block for _, title, block in parts(body) if title in wanted}
    text = "".join(
        written[title] if title in written and stage != "research" else block
        for _, title, block in parts(source_body) if title in wanted)
    new_head = "".join(mine[key] for key in list(mine)[:list(mine).index("owner")])
    new_head += "".join(source[key] for key in added)
    new_head += "".join(mine[key] for key in list(mine)[list(mine).index("owner"):])
    return f"---\n{new_head}---\n\n{text.rstrip()}\n"
