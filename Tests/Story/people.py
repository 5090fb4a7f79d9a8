"""A throw-away repository with several people, each with a home and a key of their own."""

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path


class Failed(Exception):
    """A step did not go as the story tells it."""


class World:
    """One repository and the people who work in it, on days that the story chooses."""

    def __init__(self, bylaw, folder=None):
        self.bylaw = str(Path(bylaw).resolve())
        self.keeps = folder is not None
        self.top = Path(folder or tempfile.mkdtemp(prefix="bylaw-story-")).resolve()
        if folder and self.top.exists() and any(self.top.iterdir()):
            raise Failed(f"{self.top} is not empty")
        self.repository = self.top / "policies-of-quillwork"
        self.repository.mkdir(parents=True)
        self.day = "2026-01-05"
        self.person = None

    def leave(self):
        if not self.keeps:
            shutil.rmtree(self.top, ignore_errors=True)

    # People

    def home(self, person):
        return self.top / "people" / person

    def hire(self, person, name):
        """A person has a home folder with git's identity and an Ed25519 key."""
        home = self.home(person)
        (home / ".ssh").mkdir(parents=True)
        key = home / ".ssh" / "id_ed25519"
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", person, "-f", str(key)],
            check=True, capture_output=True, stdin=subprocess.DEVNULL)
        (home / ".gitconfig").write_text(
            f"[user]\n\tname = {name}\n\temail = {person}\n\tsigningkey = {key}\n"
            "[init]\n\tdefaultBranch = main\n[commit]\n\tgpgsign = false\n[gc]\n\tauto = 0\n"
            "[core]\n\tautocrlf = false\n[advice]\n\tdetachedHead = false\n", encoding="utf-8")

    def key(self, person):
        words = (self.home(person) / ".ssh" / "id_ed25519.pub").read_text().split()
        return f"{words[0]} {words[1]}"

    def environment(self, person=None):
        """Nothing of the machine but PATH: every clock of git stands at noon of the day."""
        return {
            "HOME": str(self.home(person or self.person)), "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1", "SWIFT_BACKTRACE": "enable=no",
            "GIT_AUTHOR_DATE": f"{self.day}T12:00:00Z",
            "GIT_COMMITTER_DATE": f"{self.day}T12:00:00Z"}

    # Steps

    def bylaw_says(self, *arguments, person=None, today=None):
        """Runs bylaw as the person on the day: its status and what it wrote to both streams.

        A commit that it made carries the machine's clock, so it is made again on the story's day.
        Signatures are over words and not over commits: they stay good."""
        head = self._head()
        done = subprocess.run(
            [self.bylaw, *arguments, "--today", today or self.day], cwd=self.repository,
            env=self.environment(person), capture_output=True, encoding="utf-8", timeout=120,
            stdin=subprocess.DEVNULL)
        # The days of the story are long past on this machine, which is of no interest to its readers.
        text = re.sub(r"^warning: the record says that it was signed on .*\n", "",
                      done.stdout + done.stderr, flags=re.MULTILINE)
        new = self._head()
        if new != head and head:
            self.git("commit", "--amend", "--no-edit", "-q",
                     "--date", f"{self.day}T12:00:00Z", person=person)
            text = text.replace(new[:12], self._head()[:12])
        return done.returncode, text

    def run(self, *arguments, status=0, person=None, today=None):
        code, text = self.bylaw_says(*arguments, person=person, today=today)
        if code != status:
            raise Failed(f"bylaw {shlex.join(arguments)}: status {code}, not {status}\n{text}")
        return text

    def _head(self):
        done = subprocess.run(
            ["git", "rev-parse", "-q", "--verify", "HEAD"], cwd=self.repository,
            env=self.environment(), capture_output=True, text=True)
        return done.stdout.strip()

    def git(self, *arguments, person=None):
        done = subprocess.run(
            ["git", *arguments], cwd=self.repository, env=self.environment(person),
            capture_output=True, encoding="utf-8", timeout=60, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise Failed(f"git {shlex.join(arguments)}\n{done.stdout}{done.stderr}")
        return done.stdout

    def commit(self, message, person=None):
        self.git("add", "-A", person=person)
        self.git("commit", "-q", "-m", message, person=person)

    def write(self, path, text):
        target = self.repository / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")

    def read(self, path):
        return (self.repository / path).read_bytes().decode("utf-8")

    def edit(self, path, old, new):
        text = self.read(path)
        if text.count(old) != 1:
            raise Failed(f"{path} holds {text.count(old)} times: {old}")
        self.write(path, text.replace(old, new))
