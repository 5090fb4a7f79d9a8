"""Runs the command-line scripts of scripts/: a command as a person types it, and what must follow.

    A sentence that says what the script shows.
    in: quillwork            where it runs: quillwork, starter (after `bylaw init`), or empty
    $ bylaw check            one command for bash; lines that begin with `> ` go on
    status: 0                0 where it is left out
    stdout: words            that standard output holds; also `stdout is: …`, `stdout not: …`
    stderr: words            the same for standard error; `stdout is empty`
"""

import dataclasses
import pathlib
import shutil
import subprocess

from suite import expect_none, test
from world import REPOSITORY, settings_that_ask_nobody

SCRIPTS = pathlib.Path(__file__).resolve().parents[1] / "scripts"


@dataclasses.dataclass
class Step:
    line: int
    command: str
    expectations: list
    status: int = 0


def parse(path):
    place, steps = "empty", []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.startswith("$ "):
            steps.append(Step(number, line[2:], []))
        elif line.startswith("> ") or line == ">":
            steps[-1].command += "\n" + line[2:]
        elif line.startswith("in: "):
            place = line[4:].strip()
        elif line.startswith("status: "):
            steps[-1].status = int(line[8:])
        elif line.startswith(("stdout", "stderr")):
            stream, rest = line[:6], line[6:]
            if rest == " is empty":
                steps[-1].expectations.append((number, stream, "is", ""))
                continue
            how, _, words = rest.partition(": ")
            if how.strip() not in ("", "is", "not"):
                raise ValueError(f"{path.name}:{number}: {line}")
            steps[-1].expectations.append((number, stream, how.strip() or "has", words))
        elif line.strip() and steps:
            raise ValueError(f"{path.name}:{number}: {line}")
    if not steps:
        raise ValueError(f"{path.name} has no command")
    return place, steps


def starter(world):
    """A fresh workspace, made once."""
    made = world.work / "scripts" / ".starter"
    if not made.exists():
        made.parent.mkdir(parents=True, exist_ok=True)
        world.run("init", made, status=0)
    return made


def folder_for(world, name, place):
    folder = world.work / "scripts" / name
    if place == "quillwork":
        shutil.copytree(REPOSITORY / "policies", folder / "policies")
        (folder / "bylaw.yml").write_text(settings_that_ask_nobody())
    elif place == "starter":
        shutil.copytree(starter(world), folder)
    elif place == "empty":
        folder.mkdir(parents=True)
    else:
        raise ValueError(f"{name}: there is no place {place}")
    return folder


def differences(name, step, done):
    streams = {"stdout": done.stdout, "stderr": done.stderr}
    if done.returncode != step.status:
        yield f"{name}:{step.line}: status {done.returncode}, not {step.status}: {step.command}"
    for line, stream, how, words in step.expectations:
        text = streams[stream]
        holds = {"has": words in text, "not": words not in text, "is": text.rstrip("\n") == words}[how]
        if not holds:
            yield f"{name}:{line}: {stream} {how} {words!r} does not hold"
    if "Fatal error" in done.stderr or "Stack dump" in done.stderr:
        yield f"{name}:{step.line}: it trapped"


@test("script", cases=lambda world: sorted(path.stem for path in SCRIPTS.glob("*.txt")))
def script(world, name):
    place, steps = parse(SCRIPTS / f"{name}.txt")
    folder = folder_for(world, name, place)
    for step in steps:
        done = subprocess.run(
            ["bash", "-c", step.command], cwd=folder, stdin=subprocess.DEVNULL, timeout=60,
            capture_output=True, env=world.environment())
        done.stdout, done.stderr = (s.decode("utf-8", "replace") for s in (done.stdout, done.stderr))
        problems = list(differences(name, step, done))
        if problems:
            problems += [f"stdout: {done.stdout[-700:]}", f"stderr: {done.stderr[-700:]}"]
        expect_none(problems)


@test("every verb has two scripts at least", cases=[
    "init", "new", "list", "show", "check", "build", "serve", "explain", "schema"])
def covered(_, verb):
    users = [path.stem for path in SCRIPTS.glob("*.txt")
             if any(f"bylaw {verb}" in step.command for step in parse(path)[1])]
    expect_none([] if len(users) >= 2 else [f"{len(users)} scripts use it"])
