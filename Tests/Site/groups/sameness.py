"""The same commit and day give the same bytes, whatever is around them."""

import hashlib
import os
import subprocess

from suite import expect_none, test
from world import REPOSITORY, TODAY


def manifest(root):
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(root.rglob("*")) if path.is_file()}


def differences(one, other):
    for name in sorted(one.keys() | other.keys()):
        if one.get(name) != other.get(name):
            yield f"{name} differs" if name in one and name in other else f"{name} is in one of them"


SURROUNDINGS = {
    "a time zone in the far east": {"TZ": "Pacific/Kiritimati"},
    "a time zone in the far west": {"TZ": "Etc/GMT+12"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "no locale": {"LC_ALL": "C", "LANG": ""},
    "another umask": {},
    "another folder to start from": {},
    "one core": {},
    "another home": {"HOME": "/nonexistent"},
}


@test("the sites stay the same with", cases=SURROUNDINGS)
def same(world, name):
    output = world.work / "again" / name.replace(" ", "-")
    output.parent.mkdir(exist_ok=True)
    command = [str(world.bylaw), "build", "--output", str(output), "--today", TODAY, "-C", str(REPOSITORY)]
    cwd, umask = REPOSITORY, None
    if name == "another umask":
        umask = 0o077
    if name == "another folder to start from":
        cwd = "/"
    if name == "one core":
        command = ["taskset", "-c", "0", *command]
    run = subprocess.run(
        command, cwd=cwd, umask=-1 if umask is None else umask, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, env=world.environment(**SURROUNDINGS[name]), timeout=120)
    expect_none([run.stderr] if run.returncode else differences(manifest(world.sites.root), manifest(output)))


@test("a workspace elsewhere, with other dates on its files, gives the same sites")
def moved(world):
    copy = world.clone_workspace("moved to here")
    for path in copy.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    build = world.build(world.work / "again" / "moved", workspace=copy)
    expect_none(differences(manifest(world.sites.root), manifest(build.root)))


@test("building over an older build leaves nothing of it")
def replaced(world):
    output = world.work / "again" / "over"
    world.build(output, "--portable", today="2026-07-10")
    (output / "help" / "stale.html").write_text("old")
    world.build(output)
    expect_none(differences(manifest(world.sites.root), manifest(output)))


@test("one site alone is the same as among the others")
def only(world):
    problems = []
    for site in ("help", "moderators", "emails"):
        output = world.work / "again" / f"only-{site}"
        world.build(output, "--only", site)
        whole = {name: digest for name, digest in manifest(world.sites.root).items()
                 if name.startswith(f"{site}/") or name == ".bylaw"}
        problems += differences(whole, manifest(output))
    expect_none(problems)


@test("no path of this machine is in what is built, or in the program's reports")
def paths(world):
    here = [str(REPOSITORY).encode(), str(world.work).encode(), b"/home/", b"/Users/"]
    problems = [f"{path.relative_to(world.sites.root)}: {place.decode()}"
                for path in world.sites.root.rglob("*") if path.is_file()
                for place in here if place in path.read_bytes()]
    expect_none(problems)
