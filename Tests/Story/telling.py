"""Tells the story while it is played: to the terminal, and as the pages of a tutorial."""

import re
import subprocess
import textwrap

from people import Failed

MONTHS = ("January February March April May June July August September October November "
          "December").split()


def spoken(day):
    """A day as people write it: 4 May 2026."""
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


class Telling:
    """Plays steps in a world. What is played is told, and what must be true is looked at."""

    def __init__(self, world, quiet=False):
        self.world = world
        self.quiet = quiet
        self.pages = []
        self.checks = 0
        self.where = "the beginning"

    # What is told

    def _say(self, text="", first="", more=None):
        """A line of the terminal. It begins with `first`, and what is folded of it with `more`."""
        if not self.quiet:
            for line in folded(text, first, first if more is None else more):
                print(line, flush=True)

    def _say_output(self, text, keep=None):
        for line in kept_lines(text, keep):
            margin = re.match(r"[ │├└─]*", line)[0]
            below = margin.replace("├─", "│ ").replace("└─", "  ")
            self._say(line[len(margin):], "    " + margin, "    " + below + "  ")

    def _page(self, text):
        self.pages.append(text.rstrip("\n"))

    def chapter(self, title, words, day):
        self.world.day = day
        self.where = title
        head = f"{title} · {spoken(day)}"
        self._say()
        self._say()
        self._say(head)
        self._say("─" * len(head))
        self._say(" ".join(words.split()))
        self._page(f"## {title}\n\n*{spoken(day)}*\n\n{wrapped(words)}")

    def day(self, day):
        self.world.day = day
        self._say()
        self._say(f"· {spoken(day)}", "  ")
        self._page(f"*{spoken(day)}*")

    def tell(self, sentence):
        """One plain sentence that says who does what."""
        self.where = sentence
        self._say()
        self._say(" ".join(sentence.split()))
        self._page(wrapped(sentence))

    # What is done

    def bylaw(self, person, *arguments, status=0, keep=None, told=True):
        """Runs a verb, and shows what it says; `keep` names the lines that the page shows."""
        shown = " ".join(quoted(word) for word in arguments)
        if told:
            self._say(f"{person}$ bylaw {shown}", "  ", "      ")
        try:
            text = self.world.run(*arguments, status=status, person=address(person))
        except Failed as failure:
            raise Failed(f"{person}$ {failure}") from None
        if told:
            self._say_output(text, keep)
            self._console(person, f"bylaw {shown}", text, keep)
        return text

    def git(self, person, *arguments):
        shown = " ".join(quoted(word) for word in arguments)
        self._say(f"{person}$ git {shown}", "  ", "      ")
        self.world.git(*arguments, person=address(person))
        self._console(person, f"git {shown}", "", None)

    def commit(self, person, message):
        command = f"git add -A && git commit -q -m {quoted(message)}"
        self._say(f"{person}$ {command}", "  ", "      ")
        self.world.commit(message, person=address(person))
        self._console(person, command, "", None)

    def edit(self, path, old, new, told=True):
        self.world.edit(path, old, new)
        if told:
            self._difference(old, new)

    def _difference(self, old, new):
        lines = [f"-{line}" for line in old.strip("\n").split("\n")]
        lines += [f"+{line}" for line in new.strip("\n").split("\n")]
        same = [line[1:] for line in lines if line[0] == "-" and f"+{line[1:]}" in lines]
        kept, seen = [], set()
        for line in lines:
            if line[1:] in same:
                if line[1:] not in seen and line[0] == "+":
                    kept.append(" " + line[1:])
                    seen.add(line[1:])
            else:
                kept.append(line)
        for line in kept:
            self._say(line[1:], "    " + line[:1], "      ")
        self._page("```diff\n" + "\n".join(kept) + "\n```")

    def shell(self, person, command, folder=None, keep=None):
        """Runs a line of shell, and shows what it prints."""
        done = subprocess.run(
            ["sh", "-c", command], cwd=folder or self.world.repository, encoding="utf-8",
            env=self.world.environment(address(person)), capture_output=True, timeout=60,
            stdin=subprocess.DEVNULL)
        text = done.stdout + done.stderr
        if done.returncode != 0:
            raise Failed(f"{person}$ {command}: status {done.returncode}\n{text}")
        self._say(f"{person}$ {command}", "  ", "      ")
        self._say_output(text, keep)
        self._console(person, command, text, keep)
        return text

    def built(self, day, text):
        self._say(f"dana$ bylaw build --today {day}", "  ")
        self._say_output(plain(text), ["^Built"])
        self._console("dana", f"bylaw build --today {day}", text, ["^Built"])

    # What must be true

    def see(self, sentence, condition):
        """One sentence that holds now; the story stops where it does not."""
        self.checks += 1
        if not condition:
            raise Failed(f"not true: {sentence}")
        self._say(f"✓ {sentence}", "  ", "    ")
        bullet = textwrap.fill(
            f"- ✓ {sentence}", 118, subsequent_indent="  ", break_on_hyphens=False)
        if self.pages and self.pages[-1].startswith("- ✓"):
            self.pages[-1] += "\n" + bullet
        else:
            self._page(bullet)

    # Pages

    def _console(self, person, command, text, keep):
        """Commands that follow each other share a block."""
        block = "\n".join([f"{person}$ {command}", *kept_lines(text, keep)])
        last = self.pages[-1] if self.pages else ""
        if last.startswith("```console\n") and last.count("\n") < 16:
            self.pages[-1] = last.removesuffix("```") + block + "\n```"
        else:
            self._page(f"```console\n{block}\n```")

    def markdown(self, head):
        return plain(head.rstrip("\n") + "\n\n" + "\n\n".join(self.pages) + "\n")


def address(person):
    return f"{person}@quillwork.example"


def quoted(word):
    """A word as people type it in a shell."""
    if re.fullmatch(r"[\w@%+=:,./-]+", word, re.ASCII):
        return word
    return '"' + re.sub(r'(["\\$`])', r"\\\1", word) + '"'


def folded(text, first, more):
    """Lines of at most 100 columns. Words that are longer, such as a key, stay whole."""
    return textwrap.wrap(
        text, 100, initial_indent=first, subsequent_indent=more, break_long_words=False,
        break_on_hyphens=False) or [""]


def wrapped(words):
    return textwrap.fill(
        " ".join(words.split()), 120, break_on_hyphens=False, break_long_words=False)


def kept_lines(text, keep):
    """The lines of an output that a page shows; an ellipsis stands for those between."""
    lines = text.rstrip("\n").splitlines() if text.strip() else []
    if keep is None:
        return lines
    result = []
    for line in lines:
        if any(re.search(pattern, line) for pattern in keep):
            result.append(line)
        elif not result or result[-1] != "…":
            result.append("…")
    return result


def plain(text):
    """The same on every machine and in every run: no commit ids, no times, no folders."""
    text = re.sub(r"\b[0-9a-f]{12,64}\b", "…", text)
    text = re.sub(r"\b\d+\.\d+ s\b", "… s", text)
    text = re.sub(r"(ssh-ed25519 AAAA)[A-Za-z0-9+/=]+", r"\1…", text)
    text = re.sub(r"SHA256:[A-Za-z0-9+/]{43}", "SHA256:…", text)
    text = text.replace("Commit ….", "Commit …")
    text = re.sub(r" in /\S*/sites/\S+, … s: .*", ".", text)
    return re.sub(r"/\S*bylaw-story-[^\s/]+", "…", text)
