"""Plays the whole life of a policy in a throw-away repository, and looks at what readers see each day.

  demo.py                        tell it in the terminal
  demo.py --keep FOLDER          and leave the repository there
  demo.py --markdown FILE        and write the tutorial
  demo.py --check FILE           and fail where the tutorial is out of date

The program is named by --bylaw or the environment's BYLAW."""

import argparse
import difflib
import os
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import chapters
from people import Failed, World
from sites import Builder
from telling import Telling

ROOT = Path(__file__).resolve().parents[2]
HEAD = """\
# The life of a policy

One policy from its first idea to its end, with everyone who has a say in it. `make demo` plays it on your machine, in a
repository that it throws away, and stops where something is not as it says.

What you see was made by running it: the commands, their output, and each ✓, which was looked at on the sites of that day,
in the files, or in what a verb said.

The words of the trade (gate, scope, round, record) are explained in [life-cycle.md](life-cycle.md), and each verb in
[cli.md](cli.md). To begin with policies of your own, see the [README](../README.md).

How to read it:

- The name before `$` is that of the person who types.
- Each command ran with the day of its place in the story as `--today`, and its commits were given that day too.
- Sites went into a folder of their own, with `--output`.
- Lines that are left out, names of commits, and keys are shown as `…`.
- Longer texts that Dana writes are told and not shown, and so are rounds that only repeat what was seen before.
"""


def options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--bylaw", default=os.environ.get("BYLAW") or ROOT / ".build/bin/bylaw", type=Path)
    parser.add_argument("--keep", metavar="FOLDER", help="leave the repository in this empty folder")
    parser.add_argument("--quiet", action="store_true", help="say only how it ended")
    parser.add_argument("--markdown", metavar="FILE", type=Path)
    parser.add_argument("--check", metavar="FILE", type=Path)
    return parser.parse_args()


def outdated(file, page):
    old = file.read_text(encoding="utf-8") if file.is_file() else ""
    return list(difflib.unified_diff(
        old.splitlines(), page.splitlines(), str(file), "what the story says now", lineterm=""))


def main():
    chosen = options()
    if not os.access(chosen.bylaw, os.X_OK):
        sys.exit(f"There is no program {chosen.bylaw}: run `make build`, or name one with BYLAW=.")
    began = time.monotonic()
    world = World(chosen.bylaw, chosen.keep)
    telling = Telling(world, chosen.quiet)
    builder = Builder(telling)
    try:
        for chapter in chapters.ALL:
            chapter(telling, builder)
    except (Failed, subprocess.SubprocessError, OSError) as failure:
        print(f"\nThe story stops on {world.day}, at: {telling.where}\n{failure}", file=sys.stderr)
        return 1
    finally:
        world.leave()
    page = telling.markdown(HEAD)
    if chosen.markdown:
        chosen.markdown.write_text(page, encoding="utf-8")
    if chosen.check and (lines := outdated(chosen.check, page)):
        print("\n".join(lines[:60]), file=sys.stderr)
        print(f"{chosen.check} is out of date: run `make tutorial`.", file=sys.stderr)
        return 1
    took = time.monotonic() - began
    where = f" It stays in {world.top}." if chosen.keep else ""
    print(f"\nThe story holds: {telling.checks} things looked at, {took:.0f} s.{where}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
