"""One Chromium for each group, and pages that remember what went wrong in them."""

import contextlib
import os
import re
import shutil

from server import Server
from suite import Skip


def find():
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


class Browser:
    """Opens a site's pages. Made by a group's setup, closed by its teardown."""

    def __init__(self):
        try:
            from playwright.sync_api import sync_playwright
        except ImportError:
            raise Skip("the package playwright is missing") from None
        self.driver = sync_playwright().start()
        try:
            self.chromium = self.driver.chromium.launch(
                executable_path=find(), args=["--no-sandbox"] if os.geteuid() == 0 else [])
        except Exception as error:
            self.driver.stop()
            raise Skip(f"no browser starts: {str(error).splitlines()[0]}") from None
        self.servers = {}

    def close(self):
        self.chromium.close()
        self.driver.stop()
        for server in self.servers.values():
            server[0].__exit__()

    def address(self, build, site):
        """Where a site is served from now on."""
        key = (build.root, site)
        if key not in self.servers:
            server = Server(build.root / site, build.csp(site))
            self.servers[key] = (server, server.__enter__())
        return self.servers[key][1]

    @contextlib.contextmanager
    def page(self, url=None, **options):
        """A page in a context of its own; `page.troubles` lists messages and failed requests."""
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = self.chromium.new_context(**options)
        try:
            page = context.new_page()
            watch(page)
            if url:
                page.goto(url)
            yield page
        finally:
            context.close()


def watch(page):
    page.troubles, page.bytes = [], {}

    def answered(response):
        page.bytes[response.url] = int(response.headers.get("content-length", 0))
        if response.status >= 400:
            page.troubles.append(f"{response.status} for {response.url}")

    def failed(request):
        # What was still on its way when a test went on to the next page is no failure.
        if request.failure != "net::ERR_ABORTED":
            page.troubles.append(f"failed: {request.url}: {request.failure}")

    page.on("console", lambda m: page.troubles.append(f"console {m.type}: {m.text}"))
    page.on("pageerror", lambda error: page.troubles.append(f"script error: {error}"))
    page.on("requestfailed", failed)
    page.on("response", answered)


def kind(address):
    """The kind of a page by its address, so that a sample holds each."""
    parts = [part for part in address.split("/") if part]
    # A page in another language is of the kind of its source.
    if len(parts) > 1 and LANGUAGE.fullmatch(parts[0]):
        parts = parts[1:]
    if not parts:
        return "home"
    if len(parts) == 1:
        return parts[0] if parts[0] in FIXED else "policy"
    if parts[-1].endswith(".html"):
        return parts[-1]
    return parts[-1] if parts[-1] in ("changes", "calibration", "emails") else "/".join(
        [parts[0] if parts[0] in FIXED else "*"] + ["*"] * (len(parts) - 1))


LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")
FIXED = {"search", "a-z", "actions", "changes", "how-policies-are-made", "themes", "404.html"}


def sample(addresses, each=2):
    """Every page that shows a policy, and some of each other kind."""
    taken, counts = [], {}
    for address in addresses:
        name = kind(address)
        counts[name] = counts.get(name, 0) + 1
        if name == "policy" or counts[name] <= each:
            taken.append(address)
    return taken
