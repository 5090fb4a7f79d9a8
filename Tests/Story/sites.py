"""What readers see: the sites, built for a day, as text."""

import html
import re


class Sites:
    """The sites of one build."""

    def __init__(self, folder):
        self.folder = folder

    def page(self, path):
        """The words of one page, without tags; nothing where there is no such page."""
        file = self.folder / path / "index.html"
        if not file.is_file():
            return ""
        main = re.search(r"(?s)<main\b.*?</main>", file.read_text(encoding="utf-8"))
        text = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", main[0] if main else "")
        text = re.sub(r"<[^>]+>", " ", text)
        return " ".join(html.unescape(text).split())

    @property
    def article(self):
        return self.page("help/handing-on")

    @property
    def home(self):
        return self.page("help")

    @property
    def cases(self):
        return self.page("moderators/handing-on/calibration") + self.page("moderators/handing-on")

    def version(self, number):
        return self.page(f"help/handing-on/v/{number}")


class Builder:
    """Builds the sites of a world for any day."""

    def __init__(self, telling):
        self.telling = telling
        self.world = telling.world

    def on(self, day=None, as_of=None, told=False):
        """The sites as a build on that day makes them. `as_of` leaves later commits out of sight."""
        day = day or self.world.day
        folder = self.world.top / "sites" / f"{day}-{as_of or 'now'}"
        arguments = ["build", "--output", str(folder)]
        if as_of:
            arguments += ["--as-of", as_of]
        text = self.world.run(*arguments, today=day)
        if told:
            self.telling.built(day, text)
        return Sites(folder)
