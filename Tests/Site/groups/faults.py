"""What a full disk, a killed process and missing permissions leave behind: the old site or the new one."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import time

from suite import Skip, expect, expect_none, test

DAYS = ("2026-07-10", "2026-11-20")


def tree(root):
    """All files below a folder, as one digest; `None` where there is no folder."""
    if not root.is_dir():
        return None
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def leftovers(folder):
    """What a build left beside its output, other than the lock."""
    return [path.name for path in folder.iterdir() if ".bylaw-" in path.name and not path.name.endswith("-lock")]


def starter(world, name):
    folder = world.work / "faults" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    world.run("init", folder, "--today", "2026-06-01", status=0)
    return folder


def change(folder):
    path = folder / "policies" / "unwanted-advertising.md"
    path.write_text(path.read_text().replace("People come here", "Many people come here"))


@test("a disk that is full is an error, the old site stays whole, and the next build succeeds")
def full_disk(world):
    """On a file system of its own, which the machine must let a test mount."""
    folder = starter(world, "full")
    disk = world.work / "faults" / "small"
    disk.mkdir(exist_ok=True)
    script = f"""
set -u
mount -t tmpfs -o size=3m,mode=755 none '{disk}' || exit 99
build() {{ '{world.bylaw}' build -C '{folder}' --today 2026-06-01 --output '{disk}/out'; }}
build || exit 98
cp -a '{disk}/out' '{disk.parent}/before'
sed -i 's/People come here/Many people come here/' '{folder}/policies/unwanted-advertising.md'
head -c 4m /dev/zero > '{disk}/filler' 2>/dev/null
build; status=$?
diff -r '{disk}/out' '{disk.parent}/before' > /dev/null; whole=$?
rest=$(ls -A '{disk}' | grep 'bylaw-[0-9]' | wc -l)
rm '{disk}/filler'
build; again=$?
grep -q 'Many people come here' '{disk}/out/help/unwanted-advertising/index.html'; new=$?
echo "status $status whole $whole rest $rest again $again new $new"
"""
    if not shutil.which("unshare"):
        raise Skip("there is no unshare")
    shutil.rmtree(disk.parent / "before", ignore_errors=True)
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", script], text=True, capture_output=True,
        stdin=subprocess.DEVNULL, timeout=120, env=world.environment())
    if done.returncode == 99 or "unshare" in done.stderr:
        raise Skip("no file system can be mounted here")
    expect(done.returncode == 0, f"{done.returncode}: {done.stderr[-500:]}")
    expect("status 2 whole 0 rest 0 again 0 new 0" in done.stdout, f"{done.stdout}{done.stderr[-700:]}")
    expect("No space left on device" in done.stderr, f"it says {done.stderr[-500:]}")


@test("a limit on the size of files is an error, not a signal", cases=["1", "10"])
def file_limit(world, blocks):
    folder = starter(world, f"limit-{blocks}")
    world.run("build", "-C", folder, "--today", "2026-06-01", status=0)
    before = tree(folder / "build")
    change(folder)
    # On another day no page is kept, so that the largest file is written as well.
    done = subprocess.run(
        ["bash", "-c", f"ulimit -f {blocks}; exec '{world.bylaw}' build -C '{folder}' --today 2026-06-02"],
        text=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=60, env=world.environment())
    expect(done.returncode == 2, f"status {done.returncode}: {done.stderr[-500:]}")
    expect("cannot be written: File too large" in done.stderr, f"it says {done.stderr[-500:]}")
    expect(tree(folder / "build") == before, "the old site changed")
    expect_none(leftovers(folder))


@test("a build that is killed at any time leaves the old site or the new one, and the next cleans up")
def killed(world):
    folder = world.copy_workspace("faults/killed")
    output = folder / "build"
    whole = {}
    begin = time.monotonic()
    for day in DAYS:
        world.run("build", "-C", folder, "--today", day, status=0)
        whole[day] = tree(output)
    length = (time.monotonic() - begin) / len(DAYS)
    expect(len(set(whole.values())) == 2, "both days give the same site")
    dice = random.Random(20)
    problems, ended = [], 0
    for number in range(24):
        day = DAYS[number % 2]
        child = subprocess.Popen(
            [str(world.bylaw), "build", "-C", str(folder), "--today", day], env=world.environment(),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0, 1.1 * length))
        child.send_signal(signal.SIGKILL)
        ended += child.wait(timeout=30) == 0
        if tree(output) not in whole.values():
            problems.append(f"run {number}: the site is neither the old one nor the new one")
    expect(ended < 24, "no run was killed")
    world.run("build", "-C", folder, "--today", DAYS[0], status=0)
    expect(tree(output) == whole[DAYS[0]], "the next build gives another site")
    expect_none(problems + leftovers(folder))


@test("a build of one changed policy that is killed leaves each page old or new, and the next ends it")
def killed_between_files(world):
    folder = world.copy_workspace("faults/pages")
    output, fresh = folder / "build", folder / "fresh"
    policy = folder / "policies" / "safety" / "harassment.md"
    text = policy.read_text()

    def build(target):
        world.run("build", "-C", folder, "--output", target, "--today", DAYS[1], status=0)

    def files():
        return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}

    build(output)
    begin = time.monotonic()
    policy.write_text(text.replace("\ntitle: ", "\ntitle: Now "))
    build(output)
    length = time.monotonic() - begin
    dice = random.Random(21)
    problems, ended = [], 0
    for number in range(24):
        old = files()
        policy.write_text(text.replace("\ntitle: ", f"\ntitle: {number} "))
        child = subprocess.Popen(
            [str(world.bylaw), "build", "-C", str(folder), "--today", DAYS[1]], env=world.environment(),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.3, 1.2) * length)
        child.send_signal(signal.SIGKILL)
        ended += child.wait(timeout=30) == 0
        between = files()
        build(fresh)
        new = {path.relative_to(fresh).as_posix(): path.read_bytes() for path in fresh.rglob("*") if path.is_file()}
        for name, found in between.items():
            if found not in (old.get(name), new.get(name)):
                problems.append(f"run {number}: {name} is neither the old one nor the new one")
        build(output)
        if files() != new:
            problems.append(f"run {number}: the next build gives another site")
    expect(ended < 24, "no run was killed")
    expect_none(problems + leftovers(folder))


def nobody(world, *arguments, cwd):
    """Runs the program without the superuser's rights."""
    if os.getuid() == 0:
        if not shutil.which("setpriv"):
            raise Skip("there is no setpriv")
        prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    else:
        prefix = []
    program = cwd / "program"
    shutil.copy(world.bylaw, program)
    for path in [cwd, *cwd.parents]:
        if path.stat().st_uid == os.getuid():
            path.chmod(path.stat().st_mode | 0o711)
    probe = subprocess.run(prefix + ["test", "-x", str(program)], capture_output=True)
    if probe.returncode != 0:
        raise Skip("nobody can reach the folder of this test")
    return subprocess.run(
        prefix + [str(program), *arguments], cwd=cwd, text=True, capture_output=True, timeout=60,
        stdin=subprocess.DEVNULL, env=world.environment())


@test("what may not be read is named, and nothing of it is published", cases=[
    "policies/unwanted-advertising.md", "policies/common.md", "policies", "policies/sub", "site",
    "site/templates", "site/templates/footer.mustache", "bylaw.yml"])
def unreadable(world, name):
    folder = starter(world, "unreadable-" + name.replace("/", "-"))
    (folder / "policies" / "sub").mkdir()
    (folder / "site" / "templates").mkdir(parents=True)
    (folder / "site" / "templates" / "footer.mustache").write_text("</body>\n</html>\n")
    subprocess.run(["chmod", "-R", "a+rX", str(folder)], check=True)
    (folder / name).chmod(0)
    try:
        done = nobody(world, "check", "--output-format", "concise", "--today", "2026-06-01", cwd=folder)
    finally:
        (folder / name).chmod(0o755)
    status = 2 if name == "bylaw.yml" else 1
    expect(done.returncode == status, f"status {done.returncode}: {done.stdout}{done.stderr}")
    said = done.stdout + done.stderr
    expect(name in said and "cannot be read" in said and "Permission denied" in said, f"it says {said}")
