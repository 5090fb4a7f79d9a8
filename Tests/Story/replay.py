"""Replays the life of one policy of Quillwork, on the days that its history names."""

import re
import shutil
from dataclasses import dataclass
from datetime import date, timedelta

from lives import COMMON, LIVES
from people import Failed, World
from workspace_files import ROOT, policy_files, split_rounds, translation_files


@dataclass
class Result:
    path: str
    rounds: str
    # Bytes by file name.
    records: dict


class Replay:
    def __init__(self, bylaw, keys, settings, signers, id, place):
        self.world = World(bylaw)
        self.settings, self.signers, self.id, self.place = settings, signers, id, place
        (self.world.top / "people").symlink_to(keys.top / "people")
        file = policy_files()[id]
        self.path = file.relative_to(ROOT).as_posix()
        self.text = split_rounds(file.read_bytes().decode("utf-8"))[0]
        self.owner = re.search(r"(?m)^owner: (\S+)", self.text)[1]
        self.steps = re.findall(r"(?m)^  - \{stage: (\w+), on: ([\d-]+)", self.text)
        self.translations = {
            locale: file for (policy, locale), file in translation_files().items() if policy == id}

    def play(self):
        try:
            self.begin()
            if self.id == "common":
                self.play_common()
            else:
                self.play_stages()
            self.translate()
            result = self.result()
            print(f"  {self.id}: {len(result.records)} records", flush=True)
            return result
        finally:
            self.world.leave()

    def begin(self):
        """The workspace lands with its keys, and with every other policy and its translations as they are."""
        world = self.world
        world.person = self.owner
        world.day = "2025-06-02"
        world.git("init", "-q", "-b", "main")
        shutil.copytree(ROOT / "policies", world.repository / "policies",
                        ignore=shutil.ignore_patterns("signoffs"))
        shutil.copytree(ROOT / "site/pages", world.repository / "site/pages")
        world.write("bylaw.yml", self.settings.unenforced)
        world.write("policies/signoffs/allowed_signers", self.signers)
        if self.id == "common":
            # It is in force from the beginning, and its rounds are made anew.
            world.write(self.path, self.text)
        else:
            (world.repository / self.path).unlink()
        for file in self.translations.values():
            (world.repository / file.relative_to(ROOT)).unlink()
        world.commit("the workspace")

    # The life

    def play_stages(self):
        world, life = self.world, LIVES[self.id]
        days = {stage: date.fromisoformat(day) for stage, day in self.steps}
        first = re.sub(r"(?m)^stage: .*$", "stage: research", self.text, count=1)
        first = re.sub(
            r"(?m)^(history:\n  - .*\n)(?:  - .*\n)+", r"\1", first, count=1)
        self.on(days["research"])
        world.write(self.path, first)
        world.commit(f"{self.id}: begin")
        self.on(days["development"])
        self.bylaw("advance")
        span = days["implementation"] - days["development"]
        self.draft_round(life.rule, days["development"] + span * 0.45, life.guests)
        self.round(days["implementation"] - timedelta(13))
        self.on(days["implementation"])
        self.bylaw("advance")
        if "iteration" in days:
            if life.practice:
                self.draft_round(life.practice, days["iteration"] - timedelta(29))
            self.round(days["iteration"] - timedelta(13))
            self.on(days["iteration"])
            self.bylaw("advance")

    def play_common(self):
        self.draft_round(COMMON, date(2026, 3, 2))
        self.round(date(2026, 3, 16))

    def translate(self):
        """Once the words are approved: the owner lands what was written, and each group of the language signs it."""
        for locale, file in self.translations.items():
            self.on(date.fromisoformat(self.world.day) + timedelta(8))
            self.world.write(
                file.relative_to(ROOT).as_posix(), file.read_bytes().decode("utf-8"))
            self.world.commit(f"{self.id}: {locale}")
            for group in self.settings.translators[locale]:
                self.on(date.fromisoformat(self.world.day) + timedelta(1))
                self.bylaw(
                    "sign", "--as", group, "--for", "translation", "--locale", locale, "--approve",
                    person=self.member(group))

    def draft_round(self, voice, opened, guests=None):
        """A round on a first draft: one group speaks up, the owner answers, and the words become what they are."""
        now = pattern(voice.now)
        found = now.findall(self.world.read(self.path))
        if len(found) != 1:
            raise Failed(f"{self.path} holds {len(found)} times what lives.py quotes: {voice.now}")
        self.on(opened - timedelta(1))
        self.world.edit(self.path, found[0], voice.then)
        self.world.commit(f"{self.id}: a draft")
        self.round(opened, voice, guests or {})
        self.world.edit(self.path, voice.then, found[0])
        self.world.commit(f"{self.id}: what the round asked for")

    def round(self, opened, voice=None, guests=None):
        day = self.on(opened)
        more = [word for guest in guests or {} for word in ("--add", guest)]
        said = self.bylaw("round", "open", *more)
        groups = re.search(r" asks (.*) about ", said)[1].split(", ")
        answers = []
        for number, group in enumerate(groups):
            self.on(day + timedelta(1 + number))
            spoken = [(self.member(group), "approve", "", "")]
            if voice and voice.group == group:
                person = self.member(group, 1 if voice.verdict == "comment" else 0)
                own = (person, voice.verdict, voice.words, voice.answer)
                spoken = [own] + (spoken if voice.verdict == "comment" else [])
            elif guests and group in guests:
                spoken = [(self.member(group), "comment", *guests[group])] + spoken
            for person, verdict, words, answer in spoken:
                text = ["-m", words] if words else []
                said = self.bylaw("sign", *["--as", group, f"--{verdict}", *text], person=person)
                if answer:
                    name = re.search(r"/([^/\s]+\.signoff)", said)[1]
                    answers += ["--answer", f"{name}={answer}"]
        self.on(day + timedelta(2 + len(groups)))
        self.bylaw("round", "close", *answers)

    def member(self, group, other=0):
        members = self.settings.groups[group]
        return members[(self.place + other) % len(members)]

    # Parts

    def on(self, day):
        """Nobody works at the weekend."""
        while day.weekday() > 4:
            day += timedelta(1)
        if day.isoformat() < self.world.day:
            raise Failed(f"{self.id}: {day} comes after {self.world.day}")
        self.world.day = day.isoformat()
        return day

    def bylaw(self, verb, *arguments, person=None):
        arguments = list(arguments)
        inner = [arguments.pop(0)] if verb == "round" else []
        commit = [] if verb == "sign" else ["--commit"]
        return self.world.run(
            verb, *inner, self.id, *arguments, *commit, person=person or self.owner)

    def result(self):
        bare, rounds = split_rounds(self.world.read(self.path))
        if bare != self.text:
            raise Failed(f"the replay changed more than the rounds of {self.path}")
        numbers = [int(number) for number in re.findall(r"(?m)^  - round: (\d+)$", rounds)]
        if numbers != list(range(1, len(numbers) + 1)):
            raise Failed(f"the rounds of {self.path} do not count from 1: {numbers}")
        folder = self.world.repository / "policies/signoffs" / self.id
        return Result(
            self.path, rounds, {file.name: file.read_bytes() for file in sorted(folder.glob("*.signoff"))})


def pattern(words):
    """Finds words however they are wrapped."""
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()))
