"""Makes the review rounds and signed records of Quillwork's policies and their translations anew.

  samples.py            new keys, rounds and records for policies/
  samples.py --enforce  afterwards, once they are committed: sets lifecycle.enforced_since to that commit, and commits

Words of policies are left alone: each life is replayed in a throw-away repository, on the days that its `history` names,
and what comes back are `rounds` and records. The keys live in a temporary folder and are deleted with it."""

import argparse
import os
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import enforcing
from auditing import is_good
from lives import LIVES
from people import Failed, World
from replay import Replay
from workspace_files import ROOT, Settings, policy_files, translation_files, with_rounds

SIGNOFFS = ROOT / "policies/signoffs"


def options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--bylaw", default=os.environ.get("BYLAW") or ROOT / ".build/bin/bylaw", type=Path)
    parser.add_argument("--only", metavar="ID", help="try one policy, and change nothing")
    parser.add_argument("--enforce", action="store_true")
    return parser.parse_args()


def main():
    chosen = options()
    try:
        if chosen.enforce:
            return enforcing.enforce()
        return renew(chosen)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1


def renew(chosen):
    settings = Settings((ROOT / "bylaw.yml").read_text(encoding="utf-8"))
    files = policy_files()
    wanted = [id for id in sorted(LIVES) if id in files] + ["common"]
    for id, file in files.items():
        text = file.read_text(encoding="utf-8")
        if re.search(r"(?m)^stage: (implementation|iteration)$", text) and id not in LIVES:
            raise Failed(f"lives.py says nothing of {id}, which has been through its rounds")
    if chosen.only:
        wanted = [chosen.only]
    keys = World(chosen.bylaw)
    try:
        for address in settings.everyone:
            keys.hire(address, settings.names[address])
        signers = "".join(f"{address} {keys.key(address)}\n" for address in sorted(settings.members))
        print(f"Replaying {len(wanted)} lives …", flush=True)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            lives = [Replay(chosen.bylaw, keys, settings, signers, id, place)
                     for place, id in enumerate(wanted)]
            results = dict(zip(wanted, pool.map(Replay.play, lives)))
        if chosen.only:
            print(results[chosen.only].rounds)
            return 0
        prove(chosen.bylaw, keys, settings, signers, results)
    finally:
        keys.leave()
    take_over(signers, files, results)
    records = sum(len(result.records) for result in results.values())
    print(f"""
{records} records of {len(results)} policies are in policies/signoffs, and their rounds are in the policies.
Now commit them, and in the next commit let the history be judged from there:
  git add policies && git commit -m "policies: rounds and records"
  make samples-enforce""")
    return 0


def prove(bylaw, keys, settings, signers, results):
    """All of it together, landed in one commit without `enforced_since`, must publish what is in iteration."""
    bad = [name for result in results.values() for name, record in result.records.items()
           if not is_good(record, signers)]
    if bad:
        raise Failed(f"ssh-keygen finds no good signature in {', '.join(bad)}")
    world = World(bylaw)
    try:
        shutil.rmtree(world.top / "people", ignore_errors=True)
        (world.top / "people").symlink_to(keys.top / "people")
        # Whoever commits words is an author of them, and no author's yes counts: take one who signs nothing.
        world.person = min(set(settings.everyone) - settings.members)
        world.write("bylaw.yml", settings.unenforced)
        world.write("policies/signoffs/allowed_signers", signers)
        world.git("init", "-q", "-b", "main")
        world.day = "2025-06-02"
        world.commit("settings")
        shutil.copytree(ROOT / "policies", world.repository / "policies", dirs_exist_ok=True,
                        ignore=shutil.ignore_patterns("signoffs"))
        shutil.copytree(ROOT / "site/pages", world.repository / "site/pages")
        expected = set()
        for id, result in results.items():
            world.write(result.path, with_rounds(world.read(result.path), result.rounds))
            for name, content in result.records.items():
                world.write(f"policies/signoffs/{id}/{name}", content.decode("utf-8"))
            if "\nstage: iteration\n" in world.read(result.path):
                expected.add(id)
        world.day = "2026-11-20"
        world.commit("policies")
        world.run("check", "--fail-on", "warning", "--output-format", "concise")
        world.run("build", "--output", str(world.top / "site"), "--only", "help")
        shown = {page.parent.name for page in (world.top / "site/help").glob("*/policy.json")}
        if shown != expected:
            raise Failed(f"published: {sorted(shown)}\nexpected: {sorted(expected)}")
        prove_translations(world.top / "site/help", expected)
        print(f"Published from these records alone: {', '.join(sorted(shown))}.")
    finally:
        world.leave()


def prove_translations(site, published):
    """Each translation of what is published has its page, and inherits nothing in the language of the source."""
    for id, locale in translation_files():
        if id not in published:
            continue
        page = site / locale / id / "index.html"
        if not page.is_file():
            raise Failed(f"{locale}/{id}/ is not published from these records")
        if '<div lang="' in page.read_text(encoding="utf-8"):
            raise Failed(f"{locale}/{id}/ has parts of common.md that are not translated into {locale}")
        print(f"Published from these records alone, in {locale}: {id}.")


def take_over(signers, files, results):
    SIGNOFFS.mkdir(exist_ok=True)
    for folder in SIGNOFFS.iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)
    (SIGNOFFS / "allowed_signers").write_text(signers, encoding="utf-8")
    (SIGNOFFS / ".gitattributes").write_text("* -text\n", encoding="utf-8")
    for id, result in results.items():
        file = ROOT / result.path
        text = file.read_bytes().decode("utf-8")
        file.write_bytes(with_rounds(text, result.rounds).encode("utf-8"))
        (SIGNOFFS / id).mkdir()
        for name, content in result.records.items():
            (SIGNOFFS / id / name).write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
