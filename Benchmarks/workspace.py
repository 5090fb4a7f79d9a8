"""Writes a workspace of many policies with invented words: the same bytes for the same count."""
import os, random

THEMES = ["safety", "security", "integrity", "quality", "platform-misuse"]

CONFIG = """workspace: bench
organization: {name: Bench, contact: trust@bench.example, time_zone: UTC}
applies_to: [members]
sites: {help: {title: Bench Help, url: "https://help.bench.example"}}
people: {owner@bench.example: {name: Owner}}
groups: {}
lifecycle:
  comprehensive: {research: []}
  good_fit: {rounds: 0, groups: []}
  performable: {rounds: 0, groups: {article: [], workflow: [], emails: [], release: []}, calibration: 0, notice: 0 days, notice_significant: 0 days}
  living: {review_every: 12 months, groups: []}
  urgent: {groups: []}
  retire: {groups: []}
  overrule: {groups: []}
escalation: [senior queue]
emails: {from: "Bench <trust@bench.example>"}
"""

LETTER = """Hello {{customer.first_name}},

On {{case.opened_at}} we found this: {{case.facts}}

It concerns rule {{rule.id}}, [{{rule.title}}]({{rule.url}}). {{rule.why}}
"""

END = """If you think this is a mistake, reply to this e-mail by {{appeal.deadline}}. It reaches the team that
handles your case. {{recurrence.next}}
"""


def words(source, count):
    """Sentences of four to sixteen words from a vocabulary of 4,000."""
    out = []
    while count > 0:
        length = source.randint(4, 16)
        sentence = " ".join(source.choice(VOCABULARY) for _ in range(length))
        out.append(sentence.capitalize() + ".")
        count -= length
    return " ".join(out)


def vocabulary():
    source = random.Random(1)
    syllables = ["ba", "re", "lo", "ti", "mu", "ka", "ven", "sol", "dri", "pan", "ter", "os", "el", "in", "gra"]
    return ["".join(source.choice(syllables) for _ in range(source.randint(2, 4))) for _ in range(4000)]


VOCABULARY = vocabulary()


def different(source):
    """Two words: the same one twice would be a finding."""
    first = second = source.choice(VOCABULARY)
    while second == first:
        second = source.choice(VOCABULARY)
    return first, second


def wrapped(text):
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + len(word) > 110:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join(lines + [line])


FIRST_LIFE = """\
stage: iteration
version: 1
announced: 2026-01-02
effective: 2026-02-01
history:
  - {stage: research, on: 2025-09-01, by: owner@bench.example}
  - {stage: development, on: 2025-10-01, by: owner@bench.example}
  - {stage: implementation, on: 2025-12-01, by: owner@bench.example}
  - {stage: iteration, on: 2026-01-02, by: owner@bench.example}
changes: [{version: 1, class: significant, summary: The first version.}]
"""


def policy(index, theme=None, life=FIRST_LIFE, exception=None):
    """A policy file. `life` is what its front-matter says of stages and versions; `exception` is one more rule."""
    source = random.Random(index)
    code = f"B{index}"
    prose = lambda count: wrapped(words(source, count))
    items = lambda n, count: "\n".join(f"- {words(source, count)}" for _ in range(n))
    rules = "\n".join(f"- **{code}-{n}** {words(source, 14)}" for n in range(1, 6))
    ids = ", ".join(f"{code}-{n}" for n in range(1, 6))
    examples = "\n".join(
        f"| {words(source, 12)} | {'not allowed' if n % 2 else 'allowed'} | {code}-{n % 5 + 1} | {words(source, 8)} |"
        for n in range(6))
    cases = "\n".join(
        f"| {words(source, 16)} | not allowed | {code}-{n % 5 + 1} | 1 | Warning | {words(source, 10)} |"
        for n in range(6))
    return f"""---
id: policy-{index}
title: Policy {index}
summary: {words(source, 10)}
theme: {theme or THEMES[index % 5]}
applies_to: [members]
basis: [{{kind: terms, ref: Section 4}}]
synonyms: [{", ".join(different(source))}]
owner: owner@bench.example
{life}---

## Why we have this rule

{prose(150)}

{prose(110)}

## What's allowed

{items(8, 14)}

## What's not allowed

{rules}

## Exceptions

{items(3, 20)}{f"{chr(10)}- {exception}" if exception else ""}

## What can happen

A warning the first time, a restriction after that.

{prose(80)}

## Examples

| Example | Verdict | Rule | Why |
|---|---|---|---|
{examples}

## Questions

### May I ask?

{prose(60)}

### Does it bind everyone?

{prose(60)}

## For moderators

### Severity

| Severity | What it looks like | Rules |
|---|---|---|
| 1 | {words(source, 10)} | {ids} |

### Enforcement ladder

| Severity | First time | Second time |
|---|---|---|
| 1 | Warning | Restriction |

**Counts:** same rule, within 12 months

### Background

{prose(150)}

### Evidence

{items(6, 16)}

### Signals

{items(5, 14)}

### Decision

1. {words(source, 8)[:-1]}?
   - Yes → next
   - No → no action
2. {words(source, 8)[:-1]}?
   - Yes → severity 1
   - Cannot tell → escalate: senior queue

### Calibration

| Case | Verdict | Rule | Severity | Action | Why |
|---|---|---|---|---|---|
{cases}

## E-mails

### Warning

- **Subject:** A warning about policy {index}
- **Preview:** Your account stays active, and one change is needed.
- **Says:** stays-active, reply, contest

{LETTER}
Your account stays active.

{END}
### Restriction

- **Subject:** Your account is limited until you act
- **Preview:** What stops, what still works, and how to lift the limit.
- **Says:** reply, contest

{LETTER}
From {{{{action.effective_at}}}} this stops: {{{{action.stops}}}} This still works: {{{{action.keeps}}}}

To lift it: {{{{lift.steps}}}} Then [recommit to the terms]({{{{lift.recommit_url}}}}).

{{{{automation.statement}}}}

{END}"""


def write_workspace(folder, count):
    """Returns the bytes written."""
    os.makedirs(folder)
    with open(os.path.join(folder, "bylaw.yml"), "w", encoding="utf-8") as file:
        file.write(CONFIG)
    total = 0
    for theme in THEMES:
        os.makedirs(os.path.join(folder, "policies", theme))
    for index in range(count):
        text = policy(index)
        total += len(text.encode())
        path = os.path.join(folder, "policies", THEMES[index % 5], f"policy-{index}.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return total
