"""The program keeps to itself: it starts no other program, and opens no connection (P1)."""

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


@test("no program is started and no connection opened by", cases=VERBS)
def alone(world, verb):
    trace = world.work / f"trace-{verb}"
    arguments = [str(world.work / "traced") if a == "OUTPUT" else a for a in VERBS[verb]]
    if verb != "explain":
        arguments += ["-C", str(REPOSITORY), "--today", TODAY]
    subprocess.run(
        ["strace", "-f", "-e", "trace=execve,execveat,connect,socket,bind", "-o", str(trace),
         str(world.bylaw), *arguments],
        capture_output=True, stdin=subprocess.DEVNULL, env=world.environment(), timeout=120)
    calls = [line for line in trace.read_text().splitlines() if re.search(r"\b(execve|execveat|connect|socket|bind)\(", line)]
    # The first is the program itself.
    expect_none(calls[1:])
