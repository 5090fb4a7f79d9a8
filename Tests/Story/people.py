"""A throw-away repository with several people, each with a home, a key and a clone of nothing else."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path


class Failed(Exception):
    """A step did not go as the story tells it."""


class World:
    """One repository and the people who work in it, on days that the story chooses."""

    def __init__(self, bylaw, folder=None, quiet=False):
        self.bylaw = str(Path(bylaw).resolve())
        self.top = Path(folder or tempfile.mkdtemp(prefix="bylaw-story-"))
        self.repository = self.top / "policies-of-quillwork"
        self.repository.mkdir(parents=True)
        self.day = "2026-01-05"
        self.quiet = quiet
        self.person = None
        self.asserted = 0

    # People

    def home(self, person):
        return self.top / "people" / person

    def hire(self, person, name):
        """A person has a home folder with git's identity and an Ed25519 key."""
        home = self.home(person)
        (home / ".ssh").mkdir(parents=True)
        key = home / ".ssh" / "id_ed25519"
        self._plain(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", person, "-f", str(key)])
        (home / ".gitconfig").write_text(
            f"[user]\n\tname = {name}\n\temail = {person}\n\tsigningkey = {key}\n"
            "[init]\n\tdefaultBranch = main\n[commit]\n\tgpgsign = false\n")

    def key(self, person):
        words = (self.home(person) / ".ssh" / "id_ed25519.pub").read_text().split()
        return f"{words[0]} {words[1]}"

    def environment(self, person=None):
        return {
            "HOME": str(self.home(person or self.person)), "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1", "SWIFT_BACKTRACE": "enable=no",
            "GIT_AUTHOR_DATE": f"{self.day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{self.day}T12:00:00Z"}

    # Steps

    def say(self, text):
        if not self.quiet:
            print(text)

    def _plain(self, command, **more):
        return subprocess.run(command, check=True, capture_output=True, text=True, **more)

    def run(self, *arguments, status=0, person=None):
        """Runs bylaw as the person on the day; gives what it wrote to both streams."""
        command = [self.bylaw, *arguments, "--today", self.day]
        self.say(f"  {person or self.person}$ bylaw {' '.join(arguments)}")
        done = subprocess.run(
            command, cwd=self.repository, env=self.environment(person), capture_output=True, text=True,
            timeout=120)
        if done.returncode != status:
            raise Failed(
                f"bylaw {' '.join(arguments)}: status {done.returncode}, not {status}\n"
                f"{done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def git(self, *arguments, person=None, check=True):
        done = subprocess.run(
            ["git", *arguments], cwd=self.repository, env=self.environment(person),
            capture_output=True, text=True, timeout=60)
        if check and done.returncode != 0:
            raise Failed(f"git {' '.join(arguments)}\n{done.stdout}{done.stderr}")
        return done.stdout

    def commit(self, message, person=None):
        self.git("add", "-A", person=person)
        self.git("commit", "-q", "-m", message, person=person)

    def write(self, path, text):
        target = self.repository / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

    def read(self, path):
        return (self.repository / path).read_text()

    def edit(self, path, old, new):
        text = self.read(path)
        if text.count(old) != 1:
            raise Failed(f"{path} holds {text.count(old)} times: {old}")
        self.write(path, text.replace(old, new))

    # What must be true

    def expect(self, condition, what):
        self.asserted += 1
        if not condition:
            raise Failed(f"not true: {what}")

    def site(self, day=None):
        """Builds the sites for a day, and gives their folder."""
        out = self.top / "site"
        arguments = ["build", "--output", str(out)]
        keep, self.day = self.day, day or self.day
        try:
            self.run(*arguments)
        finally:
            self.day = keep
        return out
