"""Nothing internal reaches the help site: no word of it, and no byte that depends on it."""

import base64
import hashlib
import html
import json
import re
import urllib.parse

from suite import expect, expect_none, test
from world import REPOSITORY

# A word that stands in no policy, and a sentence around it that is long enough for a guard.
WORD = "quuxcanary"


def canary(place):
    digest = hashlib.sha256(place.encode()).hexdigest()[:8]
    return f"{WORD}{digest}", f"The {WORD}{digest} went over seven quiet hills before noon today"


def insert_after(text, heading, addition):
    """Puts a paragraph below a heading; the text as it was where there is no such heading."""
    return re.sub(rf"^({re.escape(heading)}\n)", lambda m: m[1] + f"\n{addition}\n", text, count=1, flags=re.M)


def in_table(text, heading, addition):
    """Adds words to the last cell of the first row of the table below a heading."""
    pattern = rf"(^{re.escape(heading)}\n(?:(?!^#).*\n)*?\|[-| :]+\|\n\|.*?)( \|\n)"
    return re.sub(pattern, lambda m: m[1] + " " + addition + m[2], text, count=1, flags=re.M)


def in_list(text, heading, addition):
    pattern = rf"(^{re.escape(heading)}\n\n(?:(?!^#).*\n)*?)(- )"
    return re.sub(pattern, lambda m: f"{m[1]}- {addition}.\n{m[2]}", text, count=1, flags=re.M)


def history_reason(text, addition):
    return re.sub(r"(^  - \{stage: development, [^}]*)\}", rf'\1, reason: "{addition}"}}', text, count=1, flags=re.M)


def research(text, addition):
    return re.sub(r"^research:\n", f'research:\n  - {{kind: press, title: "{addition} indeed", finding: "{addition}"}}\n',
                  text, count=1, flags=re.M)


# Each place where something internal can stand, and how to put words there.
PLACES = {
    "the background": lambda t, a: insert_after(t, "### Background", a + "."),
    "the evidence": lambda t, a: in_list(t, "### Evidence", a),
    "the signals": lambda t, a: in_list(t, "### Signals", a),
    "the checklist": lambda t, a: in_list(t, "### Before you act", a),
    "the severity table": lambda t, a: re.sub(
        r"(^### Severity\n\n\|.*\n\|[-| :]+\|\n\| *1 *\| *)", rf"\g<1>{a}. ", t, count=1, flags=re.M),
    "the calibration": lambda t, a: in_table(t, "### Calibration", a),
    "a question of the decision": lambda t, a: re.sub(r"(^### Decision\n\n1\. )", rf"\g<1>{a}: ", t, count=1, flags=re.M),
    "a letter": lambda t, a: re.sub(
        r"(^### Warning\n\n(?:- .*\n)+\nHello [^\n]*\n)", rf"\g<1>\n{a}.\n", t, count=1, flags=re.M),
    "an unknown heading": lambda t, a: t + f"\n## Notes to ourselves\n\n{a}.\n",
    "the research": research,
    "a reason in the history": history_reason,
    "a comment in the front-matter": lambda t, a: t.replace("---\n", f"---\n# {a}\n", 1),
    "a comment on a line": lambda t, a: re.sub(r"^(owner: \S+)$", rf"\1  # {a}", t, count=1, flags=re.M),
}


def published(folder):
    for path in sorted((folder / "policies").rglob("*.md")):
        if path.name != "common.md" and re.search(r"^stage: iteration$", path.read_text(), re.M):
            yield path


def drafts(folder):
    for path in sorted((folder / "policies").rglob("*.md")):
        if re.search(r"^stage: (research|development|implementation)$", path.read_text(), re.M):
            yield path


def plant(folder):
    """Puts a canary into every internal place of every policy, and says where they are."""
    planted = {}

    def put(path, place, change):
        text = path.read_text()
        word, sentence = canary(f"{path.name}: {place}")
        changed = change(text, sentence)
        if changed != text:
            path.write_text(changed)
            planted[word] = f"{path.name}: {place}"

    for path in published(folder):
        for place, change in PLACES.items():
            put(path, place, change)
    for path in drafts(folder):
        put(path, "the summary of a draft", lambda t, a: re.sub(r"^summary: .*(\n  .*)*", f"summary: {a}.", t, count=1, flags=re.M))
        put(path, "a public part of a draft", lambda t, a: insert_after(t, "## Why we have this rule", a + "."))
    return planted


def forms(data):
    """The bytes as they are, and as a reader or a program may decode them."""
    text = data.decode("utf-8", "replace")
    yield text
    yield html.unescape(text)
    yield urllib.parse.unquote(text)
    yield text.replace("&#8203;", "").replace("\u00ad", "")
    for blob in re.findall(r"[A-Za-z0-9+/]{40,}={0,2}", text):
        try:
            yield base64.b64decode(blob, validate=True).decode("utf-8", "ignore")
        except ValueError:
            pass
    if text.lstrip().startswith("{"):
        yield json.dumps(json.loads(text), ensure_ascii=False)


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*")) if path.is_file()}


def plain(world):
    """Quillwork as it is, built from a copy like those that tests change."""
    built = world.work / "plain-built"
    if not built.exists():
        world.build(built, workspace=world.copy_workspace("plain"))
    return built


def tainted(world):
    """Quillwork with canaries in it, built once."""
    folder = world.work / "leaks"
    if not (folder / "planted.json").exists():
        world.copy_workspace("leaks")
        planted = plant(folder)
        world.build(world.work / "leaks-built", workspace=folder)
        (folder / "planted.json").write_text(json.dumps(planted))
    return json.loads((folder / "planted.json").read_text()), world.work / "leaks-built"


@test("every internal place was reached")
def reached(world):
    planted, _ = tainted(world)
    places = {place.split(": ", 1)[1] for place in planted.values()}
    wanted = set(PLACES) | {"the summary of a draft", "a public part of a draft"}
    expect_none(f"nothing was put into {place}" for place in sorted(wanted - places))


@test("what is for moderators and letters is shown there, so that the canaries are alive")
def alive(world):
    planted, built = tainted(world)
    shown = b"".join(data for site in ("moderators", "emails") for data in files(built / site).values()).decode()
    wanted = ("background", "evidence", "signals", "checklist", "severity", "calibration", "decision", "letter")
    missing = [place for word, place in planted.items()
               if any(name in place.split(": ")[1] for name in wanted) and word not in shown]
    expect_none(f"not shown anywhere: {place}" for place in missing)


@test("no canary is on the help site, in any form")
def silent(world):
    planted, built = tainted(world)
    problems = []
    for name, data in files(built / "help").items():
        for text in [name, *forms(data)]:
            for word in set(re.findall(rf"{WORD}\w{{8}}", text, re.I)):
                problems.append(f"{name}: {planted.get(word, word)}")
    expect_none(dict.fromkeys(problems))


@test("the help site stays the same, byte for byte, when all that is internal changes")
def noninterference(world):
    _, built = tainted(world)
    before, after = files(plain(world) / "help"), files(built / "help")
    expect_none(name for name in sorted(before.keys() | after.keys()) if before.get(name) != after.get(name))


@test("people, groups, drafts and settings behind the scenes leave the help site the same")
def backstage(world):
    folder = world.copy_workspace("backstage")
    settings = (folder / "bylaw.yml").read_text()
    settings = settings.replace("Dana Okonkwo", "Dana Quuxcanary").replace("name: Legal,", "name: Quuxcanary,")
    settings = settings.replace("review_every: 6 months", "review_every: 5 months")
    (folder / "bylaw.yml").write_text(settings)
    for path in drafts(folder):
        text = re.sub(r"^title: .*", "title: A quuxcanary of a draft", path.read_text(), count=1, flags=re.M)
        path.write_text(text)
    world.run("new", "quuxcanary-draft", "--theme", "quality", "--title", "Quuxcanary", "-C", folder, status=0)
    build = world.build(world.work / "backstage-built", workspace=folder)
    before, after = files(plain(world) / "help"), files(build.root / "help")
    expect_none(name for name in sorted(before.keys() | after.keys()) if before.get(name) != after.get(name))


@test("no draft is named, and no person")
def names(world):
    settings = (REPOSITORY / "bylaw.yml").read_text()
    people = set(re.findall(r"^  ([\w.]+@quillwork\.example): \{", settings, re.M))
    people |= set(re.findall(r"\{name: ([^,}]+)", settings)) & set(re.findall(
        r"^  [\w.]+@quillwork\.example: \{name: ([^,}]+)", settings, re.M))
    ids = {re.search(r"^id: (\S+)", path.read_text(), re.M)[1] for path in drafts(REPOSITORY)}
    expect(people and ids, "there is nothing to look for")
    problems = []
    for name, data in files(world.sites.root / "help").items():
        for text in forms(data):
            problems += [f"{name}: {person}" for person in people if person in text]
            problems += [f"{name}: {draft}" for draft in ids if re.search(rf"(?<![\w-]){draft}(?![\w-])", text)]
    expect_none(dict.fromkeys(problems))


@test("internal words in a public part stop the build, and both places are named")
def guarded(world):
    folder = world.copy_workspace("guarded")
    path = next(iter(published(folder)))
    _, sentence = canary("both")
    text = insert_after(path.read_text(), "### Background", sentence + ".")
    # The same words in a file that replaces a page of the theme: no reader of policies sees those.
    (folder / "site" / "pages").mkdir(parents=True)
    page = (REPOSITORY / "site" / "pages" / "actions.md").read_text()
    (folder / "site" / "pages" / "actions.md").write_text(page + f"\n{sentence}.\n")
    path.write_text(text)
    done = world.run("build", "--output", world.work / "guarded-built", "-C", folder, "--today", "2026-11-20")
    expect(done.returncode == 1, f"status {done.returncode}\n{done.stderr}")
    expect("actions/" in done.stderr, f"the page is not named:\n{done.stderr}")
    expect(path.name in done.stderr, f"the policy is not named:\n{done.stderr}")
    expect(not (world.work / "guarded-built" / "help").exists(), "it was published all the same")
