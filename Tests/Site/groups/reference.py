"""The page on the command line and the program say the same."""

import re
import subprocess

from suite import expect_none, test
from world import REPOSITORY

PAGE = (REPOSITORY / "docs/cli.md").read_text(encoding="utf-8")
# Options that are told once for all verbs.
SHARED = {"--help", "--version", "--directory", "--today", "--color"}


def help_of(world, *verb):
    return subprocess.run(
        [str(world.bylaw), "help", *verb], capture_output=True, text=True, check=True,
        env=world.environment(), timeout=60).stdout


def verbs(world, *above):
    """Each verb that has no verbs below it."""
    listed = help_of(world, *above).partition("SUBCOMMANDS:")[2]
    for name in re.findall(r"(?m)^  ([a-z][a-z-]*)\b", listed):
        yield from verbs(world, *above, name)
    if not listed:
        yield above


def section(verb):
    """The part of the page that is about `verb`: its own, that of its parent, or the one that shows it."""
    parts = re.split(r"(?m)^## ", PAGE)[1:]
    for title in (" ".join(verb), verb[0]):
        for part in parts:
            if part.splitlines()[0] == title:
                return part
    shown = f"\nbylaw {' '.join(verb)} "
    return next((part for part in parts if shown in part), None)


@test("each verb has its place")
def every_verb(world):
    expect_none(" ".join(verb) for verb in verbs(world) if section(verb) is None)


@test("each option of a verb stands where the verb does")
def every_option(world):
    missing = []
    for verb in verbs(world):
        options = set(re.findall(r"(?m)^ .*?(--[a-z-]+)", help_of(world, *verb).partition("OPTIONS:")[2]))
        told = section(verb) or ""
        missing += [f"{' '.join(verb)} {option}" for option in sorted(options - SHARED) if option not in told]
    expect_none(missing)


@test("the page has no option that no verb knows")
def no_other(world):
    known = {"--help", "--version", "--generate-completion-script"}
    for verb in verbs(world):
        known |= set(re.findall(r"--[a-z-]+", help_of(world, *verb)))
    blocks = re.findall(r"(?ms)^```\n(bylaw .*?)^```", PAGE)
    expect_none(sorted(set(re.findall(r"--[a-z-]+", "\n".join(blocks))) - known))
