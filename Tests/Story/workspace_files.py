"""Reads as much of a workspace's files as the samples need, and puts rounds into a policy."""

import re
from pathlib import Path

from people import Failed

ROOT = Path(__file__).resolve().parents[2]


class Settings:
    """People, groups and gates of bylaw.yml, as this workspace writes them: one line each."""

    def __init__(self, text):
        self.names = dict(re.findall(r"(?m)^  ([a-z0-9.]+@[a-z0-9.]+): \{name: ([^,}]+)", text))
        block = re.search(r"(?ms)^groups:\n(.*?)^\S", text)[1]
        self.groups = {
            name: [member.strip() for member in members.split(",")]
            for name, members in re.findall(r"(?m)^  ([a-z-]+): \{.*members: \[([^\]]+)\]", block)}
        self.members = {member for members in self.groups.values() for member in members}
        self.everyone = sorted(self.names)
        # Who approves translations, by language.
        languages = re.search(r"(?ms)^locales:\n(.*?)^\S", text)
        self.translators = {
            tag: [group.strip() for group in groups.split(",") if group.strip()]
            for tag, groups in re.findall(
                r"(?m)^  ([A-Za-z0-9-]+):\n(?:    .*\n)*?    groups: \[([^\]]*)\]",
                languages[1] if languages else "")}
        if not self.groups or not self.members <= set(self.names):
            raise Failed("bylaw.yml is not written as samples.py reads it")
        # The throw-away repositories have other commits: nothing there is taken as approved.
        self.unenforced = re.sub(r"(?m)^  enforced_since: .*\n", "", text)


def policy_files():
    """Each policy's file by its id."""
    files = {}
    for file in sorted((ROOT / "policies").rglob("*.md")):
        match = re.match(r"---\nid: ([a-z0-9-]+)\n", file.read_text(encoding="utf-8"))
        if match and "translations" not in file.parts:
            files[match[1]] = file
    return files


def translation_files():
    """Each translation's file by the id of its policy and its language."""
    folder = ROOT / "policies/translations"
    return {(file.parent.name, file.stem): file for file in sorted(folder.glob("*/*.md"))}


ROUNDS = re.compile(r"(?m)^rounds:.*\n(?:[ ].*\n)*")


def split_rounds(text):
    """The text without its rounds, and the rounds."""
    head, rest = text.split("\n---\n", 1)
    found = ROUNDS.search(head + "\n")
    rounds = found[0] if found else ""
    return ROUNDS.sub("", head + "\n") + "---\n" + rest, rounds


def with_rounds(text, rounds):
    """The text with these rounds, after its history; all else stays as it is."""
    bare, _ = split_rounds(text)
    anchor = re.search(r"(?m)^history:\n(?:[ ].*\n)+|^owner: .*\n", bare) if "\nhistory:" not in bare \
        else re.search(r"(?m)^history:\n(?:[ ].*\n)+", bare)
    return bare[:anchor.end()] + rounds + bare[anchor.end():]
