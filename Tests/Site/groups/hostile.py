"""A repository that names a program wherever git takes one: no verb of bylaw starts any of them."""

import os
import re
import shutil
import signal
import subprocess
import time

from suite import Failure, Skip, expect, expect_none, test
from world import TODAY

ID = "unwanted-advertising"
POLICY = f"policies/{ID}.md"
ANA = "ana@example.com"

# Each key of git's configuration that takes a command.
COMMANDS = (
    "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy",
    "core.alternateRefsCommand", "pager.log", "pager.diff", "pager.show", "pager.rev-list", "filter.evil.clean",
    "filter.evil.smudge", "filter.evil.process", "diff.evil.textconv", "diff.evil.command", "diff.external",
    "merge.evil.driver", "gpg.program", "gpg.ssh.program", "gpg.x509.program", "gpg.ssh.defaultKeyCommand",
    "credential.helper", "sequence.editor", "uploadpack.packObjectsHook", "interactive.diffFilter",
    "trailer.evil.command", "man.evil.cmd", "browser.evil.cmd",
)
# What makes git more eager, and names that stand in for its verbs.
SETTINGS = {
    "commit.gpgSign": "true", "gpg.format": "ssh", "log.showSignature": "true", "filter.evil.required": "true",
    "i18n.commitEncoding": "latin1", "diff.renames": "copies", "log.mailmap": "true", "core.untrackedCache": "true",
}
ALIASES = ("rev-parse", "rev-list", "diff-tree", "ls-tree", "cat-file", "symbolic-ref", "config", "log", "status", "commit")
HOOKS = (
    "pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "post-index-change", "reference-transaction",
    "post-checkout", "pre-auto-gc", "fsmonitor-watchman", "post-rewrite",
)
# What the surroundings can name.
VARIABLES = (
    "GIT_EXTERNAL_DIFF", "GIT_PAGER", "PAGER", "GIT_EDITOR", "EDITOR", "VISUAL", "GIT_SSH", "GIT_SSH_COMMAND",
    "GIT_ASKPASS", "GIT_PROXY_COMMAND",
)


class Place:
    """A workspace in such a repository, with a reviewer who has a key."""

    def __init__(self, world, name):
        self.world = world
        self.top = world.work / f"hostile-{name}"
        self.root, self.home = self.top / "work", self.top / "home"
        self.canary, self.trap = self.top / "canary", self.top / "trap"
        if self.top.exists():
            shutil.rmtree(self.top)
        self.home.mkdir(parents=True)
        (self.home / ".gitconfig").write_text("[user]\n\tname = You\n\temail = you@example.com\n")
        self.key = self.home / "key"
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(self.key)], check=True)
        world.run("init", self.root, "--today", "2026-06-01", status=0)
        self.settle()
        self.set_traps()

    def settle(self):
        key = " ".join((self.home / "key.pub").read_text().split()[:2])
        settings = (self.root / "bylaw.yml").read_text()
        for old, new in (
                ("people:\n", f"people:\n  {ANA}: {{name: Ana}}\n"),
                ("groups: {}\n", f"groups: {{legal: {{name: Legal, members: [{ANA}]}}}}\n"),
                ("living: {review_every: 6 months, groups: []}", "living: {review_every: 6 months, groups: [legal]}")):
            expect(settings.count(old) == 1, f"bylaw.yml of init no longer holds {old!r}")
            settings = settings.replace(old, new)
        (self.root / "bylaw.yml").write_text(settings)
        (self.root / "policies/signoffs").mkdir()
        (self.root / "policies/signoffs/allowed_signers").write_text(f"{ANA} {key}\n")
        with open(self.root / ".gitattributes", "a") as attributes:
            attributes.write("* filter=evil diff=evil merge=evil text ident working-tree-encoding=latin1\n")
        self.git("init", "-q", "--initial-branch=main")
        (self.root / ".gitattributes").rename(self.top / "attributes")
        self.commit("the workspace", "2026-06-02")
        self.write_settings("{article: [],", "{article: [legal],")
        self.commit("ask Legal about articles", "2026-06-03")
        self.git("checkout", "-q", "-b", "side")
        (self.root / "README.md").write_text("Beside.\n")
        self.commit("beside", "2026-06-04")
        self.git("checkout", "-q", "main")
        self.git("merge", "-q", "--no-ff", "--no-edit", "side")
        # Words that a round can ask about; they are committed, as `--commit` takes no edit but its own.
        self.edit("say that it is yours. Otherwise", "say whose it is. Otherwise")
        self.commit("other words", "2026-06-05")
        (self.top / "attributes").rename(self.root / ".gitattributes")

    def write_settings(self, old, new):
        text = (self.root / "bylaw.yml").read_text()
        expect(text.count(old) == 1, f"bylaw.yml holds no {old!r}")
        (self.root / "bylaw.yml").write_text(text.replace(old, new))

    def set_traps(self):
        self.trap.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{self.canary}'\nexit 1\n")
        self.trap.chmod(0o755)
        config = self.root / ".git/config"
        for key in COMMANDS:
            self.git("config", "--file", config, key, self.trap)
        for key, value in SETTINGS.items():
            self.git("config", "--file", config, key, value)
        for name in ALIASES:
            self.git("config", "--file", config, f"alias.{name}", f"!{self.trap}")
        hooks = self.root / ".git/hooks"
        hooks.mkdir(exist_ok=True)
        for hook in HOOKS:
            shutil.copy(self.trap, hooks / hook)
        # A workspace can hold programs of these names, and PATH can begin with the folder.
        for name in ("git", "ssh-keygen", "sh", "less"):
            shutil.copy(self.trap, self.root / name)

    def environment(self):
        variables = {name: str(self.trap) for name in VARIABLES}
        return {**variables, "HOME": str(self.home), "PATH": f".:{os.environ['PATH']}",
                "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": str(self.trap)}

    def git(self, *arguments, day="2026-06-02"):
        subprocess.run(
            ["git", *map(str, arguments)], cwd=self.root, check=True, capture_output=True,
            env={"PATH": os.environ["PATH"], "HOME": str(self.home), "GIT_CONFIG_NOSYSTEM": "1",
                 "GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z",
                 "GIT_AUTHOR_EMAIL": "you@example.com", "GIT_COMMITTER_EMAIL": "you@example.com"})

    def commit(self, message, day):
        self.git("add", "--all")
        self.git("commit", "-q", "-m", message, day=day)

    def edit(self, old, new):
        text = (self.root / POLICY).read_text()
        expect(text.count(old) == 1, f"the sample holds no {old!r}")
        (self.root / POLICY).write_text(text.replace(old, new))

    def run(self, *arguments, status=0, within=()):
        """Runs a verb; nothing that the repository names may have run by its end."""
        command = [*within, str(self.world.bylaw), *map(str, arguments)]
        done = subprocess.run(
            command, cwd=self.root, text=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=120,
            env=self.world.environment(**self.environment()))
        words = f"bylaw {' '.join(map(str, arguments))}"
        if self.canary.exists():
            raise Failure(f"{words} started what the repository names: {self.canary.read_text()}")
        if done.returncode not in (status if isinstance(status, tuple) else (status,)):
            raise Failure(f"{words} ended with {done.returncode}, not {status}\n{done.stdout[-800:]}{done.stderr[-800:]}")
        return done.stdout + done.stderr


def life(place, run):
    """Every verb, each so that it does its whole work: what it commits, it commits."""
    day = ("--today", "2026-06-10")
    for read in (
            ("check", "--history", *day), ("check", "--base", "side", *day),
            ("check", "--base", "main~1", "--output-format", "markdown", *day), ("list", *day), ("show", ID, *day),
            ("show", ID, "--as-of", "2026-06-03", *day), ("why", ID, *day), ("why", ID, "--output-format", "json", *day),
            ("log", ID, *day), ("diff", ID, *day), ("diff", ID, "HEAD~1", "HEAD", *day), ("due", *day),
            ("signoffs", "verify", *day), ("signoffs", "verify", "--print-commands", *day),
            ("build", *day), ("build", "--as-of", "2026-06-03", *day), ("explain", "gate-unmet"), ("schema",)):
        run(*read, status=(0, 1))
    run("build", "--preview", ID, *day, status=(0, 1))
    run("round", "open", ID, "--commit", *day)
    run("round", "status", ID, *day)
    sign = ("--key", place.key, "--by", ANA, *day)
    run("sign", ID, "--as", "legal", "--comment", "-m", "A word.", *sign)
    run("sign", ID, "--as", "legal", "--approve", *sign)
    text = run("round", "status", ID, *day)
    record = re.search(r"\S+\.signoff", text)
    expect(record, f"the status names no record:\n{text}")
    run("round", "close", ID, "--answer", f"{record[0]}=Thank you.", "--commit", *day)
    run("review", ID, "--as", "legal", "--keep", "--considered", "law,data", *sign)
    run("revise", ID, "-m", "It needs more.", "--commit", *day)
    run("advance", ID, "--commit", *day, status=(0, 1))
    run("send-back", ID, "-m", "No.", "--commit", *day, status=(0, 2))
    run("withdraw", ID, "-m", "It was wrong.", "--commit", *day)
    run("retire", ID, "-m", "Done.", "--on", "2026-09-01", "--commit", *day, status=(0, 1))
    run("new", "other-policy", "--theme", "integrity", "--title", "Another", *day)
    run("init", "another", "--today", "2026-06-10")
    run("round", "open", "nothing", *day, status=2)


@test("has traps that work")
def traps(world):
    place = Place(world, "traps")
    subprocess.run(
        ["git", "status"], cwd=place.root, capture_output=True,
        env={"PATH": os.environ["PATH"], "HOME": str(place.home)})
    expect(place.canary.exists(), "git status started nothing, so that the other tests prove nothing")


@test("no verb starts what a repository names: hooks, filters, drivers, monitors, pagers, aliases, programs")
def verbs(world):
    place = Place(world, "verbs")
    life(place, place.run)
    listed = world.run("--help", status=0).stdout
    verbs_of_help = re.findall(r"^  ([a-z-]+) {2,}", listed.split("SUBCOMMANDS:")[1], re.M)
    seen = set(re.findall(r'run\(?"([a-z-]+)"|\("([a-z-]+)"', open(__file__).read()))
    names = {name for pair in seen for name in pair} | {"serve", "help"}
    expect_none(f"{verb} is not tried here" for verb in verbs_of_help if verb not in names)


@test("serve starts nothing either")
def serve(world):
    place = Place(world, "serve")
    process = subprocess.Popen(
        [str(world.bylaw), "serve", "--port", "0", "--today", TODAY], cwd=place.root, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=world.environment(**place.environment()))
    try:
        time.sleep(2)
        place.edit("say whose it is. Otherwise", "say to whom it belongs. Otherwise")
        time.sleep(2)
        expect(process.poll() is None, "serve ended by itself")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
    expect(not place.canary.exists(), "serve started what the repository names")


@test("whatever a verb starts is git or ssh-keygen of the system, and nothing connects")
def traced(world):
    if not shutil.which("strace") or subprocess.run(
            ["strace", "-o", "/dev/null", "true"], capture_output=True).returncode:
        raise Skip("strace is missing, or may not look at programs here")
    place = Place(world, "traced")
    trace = place.top / "trace"
    problems = []

    def run(*arguments, **options):
        text = place.run(
            *arguments, within=("strace", "-f", "-e", "trace=execve,execveat,connect", "-o", str(trace)), **options)
        for line in trace.read_text().splitlines()[1:]:
            program = re.search(r'execve\("([^"]+)"', line)
            allowed = r"/usr/(local/)?bin/(git|ssh-keygen)|/usr/lib/git-core/git"
            if program and "= 0" in line and not re.fullmatch(allowed, program[1]):
                problems.append(f"{arguments[0]}: {line}")
            if "connect(" in line and "AF_INET" in line:
                problems.append(f"{arguments[0]}: {line}")
        return text

    life(place, run)
    expect_none(problems)


@test("a shallow clone is refused with status 3 and the command that mends it")
def shallow(world):
    target = world.work / "hostile-shallow"
    if target.exists():
        shutil.rmtree(target)
    place = Place(world, "origin")
    shutil.rmtree(place.root / ".git/hooks")
    (place.root / ".git/config").write_text("[core]\n\trepositoryformatversion = 0\n\tbare = false\n")
    place.git("clone", "-q", "--depth", "1", f"file://{place.root}", target)
    for arguments in (
            ("check", "--history"), ("check", "--base", "main"), ("log", ID), ("diff", ID), ("build",), ("why", ID),
            ("show", ID, "--as-of", "2026-06-03")):
        done = world.run(*arguments, "--today", "2026-06-10", "-C", target, status=3)
        expect("git fetch --unshallow" in done.stderr, f"bylaw {arguments[0]} does not say what to do:\n{done.stderr}")
    expect(not (target / "build").exists(), "build left something behind")
    world.run("check", "-C", target, "--today", "2026-06-10", status=0)
