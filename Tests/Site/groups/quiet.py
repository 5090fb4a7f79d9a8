"""The program keeps to itself: it starts git and nothing else, and opens no connection (P1)."""

import re
import shutil
import subprocess

from suite import Skip, expect_none, test
from world import REPOSITORY, TODAY

VERBS = {
    "check": ["check"], "list": ["list"], "show": ["show", "pay-outside"], "explain": ["explain"],
    "build": ["build", "--output", "OUTPUT"],
}


def setup(_):
    if not shutil.which("strace"):
        raise Skip("strace is missing")
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode:
        raise Skip("strace may not look at programs here")


# What a build asks of git: plumbing that starts nothing and writes nothing.
PLUMBING = {"rev-parse", "rev-list", "diff-tree", "ls-tree", "cat-file", "symbolic-ref", "config"}


def is_harmless(call):
    """Whether a call starts git, outside of the repository, with a verb of plumbing."""
    program = re.search(r'execve\("([^"]+)", \[(.*)', call)
    if not program or not re.fullmatch(r"/(usr/(local/)?)?bin/git", program[1]):
        return False
    words = re.findall(r'"([^"]*)"', program[2])
    return any(word in PLUMBING for word in words) and "core.hooksPath=/dev/null" in words


@test("no program but git's plumbing is started, and no connection opened, by", cases=VERBS)
def alone(world, verb):
    trace = world.work / f"trace-{verb}"
    arguments = [str(world.work / "traced") if a == "OUTPUT" else a for a in VERBS[verb]]
    if verb != "explain":
        arguments += ["-C", str(REPOSITORY), "--today", TODAY]
    subprocess.run(
        ["strace", "-f", "-s", "400", "-v", "-e", "trace=execve,execveat,connect,socket,bind", "-o", str(trace),
         str(world.bylaw), *arguments],
        capture_output=True, stdin=subprocess.DEVNULL, env=world.environment(), timeout=120)
    calls = [line for line in trace.read_text().splitlines() if re.search(r"\b(execve|execveat|connect|socket|bind)\(", line)]
    # The first is the program itself.
    expect_none(call for call in calls[1:] if not is_harmless(call))
