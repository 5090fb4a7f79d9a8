"""Runs the site suite: python run.py --bylaw PATH [GROUP...]"""

import argparse
import concurrent.futures
import os
import pathlib
import shutil
import sys
import tempfile
import time

import suite
import world

# The longest first, so that no core waits at the end.
GROUPS = (
    "pages", "leaks", "markup", "desk", "search", "keyboard", "noscript", "paper", "disk",
    "serving", "scripts", "sameness", "quiet", "hostile", "mail", "links", "feeds", "faults", "reference",
)


def main():
    parser = argparse.ArgumentParser(description="Runs the site suite.")
    parser.add_argument("--bylaw", required=True, help="the program to test")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", action="store_true", help="leave the built sites behind")
    parser.add_argument("--slowest", type=int, default=0, help="name this many slowest tests")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    options = parser.parse_args()
    unknown = set(options.groups) - set(GROUPS)
    if unknown:
        parser.error(f"no group {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}")

    work = pathlib.Path(tempfile.mkdtemp(prefix="bylaw-site-"))
    try:
        results = run(options, work)
    finally:
        if options.keep:
            print(f"The built sites are in {work}")
        else:
            shutil.rmtree(work, ignore_errors=True)
    return report(results, options.slowest)


def run(options, work):
    shared = world.make_world(options.bylaw, work)
    groups = [group for group in GROUPS if group in options.groups or not options.groups]
    results = []
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        begin = time.monotonic()
        runs = {pool.submit(suite.run_group, group, shared): group for group in groups}
        for ended in concurrent.futures.as_completed(runs):
            some = ended.result()
            results += some
            count = {name: sum(r.outcome == name for r in some) for name in ("passed", "failed", "skipped")}
            words = ", ".join(f"{n} {name}" for name, n in count.items() if n) or "nothing to test"
            print(f"  {runs[ended]:<10}{words} ({time.monotonic() - begin:.0f} s)", flush=True)
    return results


def report(results, slowest):
    for result in sorted(results, key=lambda r: -r.seconds)[:slowest]:
        print(f"  {result.seconds:6.1f} s  {result.group}: {result.name}")
    for result in results:
        if result.outcome == "failed":
            print(f"\nFAILED {result.group}: {result.name}")
            print("\n".join("    " + line for line in result.detail.rstrip().splitlines()))
    skipped = [result for result in results if result.outcome == "skipped"]
    if skipped:
        print("\nSkipped:")
    for result in skipped:
        print(f"  {result.group}: {result.name}: {result.detail}")
    count = [sum(r.outcome == name for r in results) for name in ("passed", "failed", "skipped")]
    print("\n{} passed, {} failed, {} skipped".format(*count))
    return 1 if count[1] or not count[0] else 0


if __name__ == "__main__":
    sys.exit(main())
