"""Lets the history of this repository be judged from the commit that renewed the records."""

import re
import subprocess

from people import Failed
from workspace_files import ROOT


def git(*arguments):
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failed(f"git {' '.join(arguments)}\n{done.stderr}")
    return done.stdout


def enforce():
    """Sets `enforced_since` to the last commit of the main line that changed the records, and commits that."""
    if git("status", "--porcelain", "--", "policies", "bylaw.yml").strip():
        raise Failed("policies/ or bylaw.yml holds changes: commit the rounds and records first")
    since = git("log", "-1", "--first-parent", "--format=%H", "--", "policies/signoffs").strip()
    if not since:
        raise Failed("no commit holds records: run `make samples`, and commit what it made")
    file = ROOT / "bylaw.yml"
    text = file.read_text(encoding="utf-8")
    line = f"  enforced_since: {since}\n"
    if re.search(r"(?m)^  enforced_since: ", text):
        new = re.sub(r"(?m)^  enforced_since: .*\n", line, text)
    else:
        new = re.sub(r"(?m)^lifecycle:\n", f"lifecycle:\n{line}", text)
    if new == text:
        print(f"The history is judged from {since[:12]} on already.")
        return 0
    file.write_text(new, encoding="utf-8")
    git("commit", "-q", "-m", "policies: the history is judged from the new records on", "--", "bylaw.yml")
    print(f"The history is judged from {since[:12]} on.")
    return 0
