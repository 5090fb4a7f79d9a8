"""`bylaw serve`: the sites open, follow changes, show errors, stay on this machine, and end."""

import contextlib
import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request

from browser import Browser
from suite import Skip, expect, expect_none, test
from world import SITES, TODAY

process, lines, entries, folder = None, [], {}, None


def setup(world):
    global process, folder
    # A job in the background of a shell ignores the interrupt, and its children would.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    folder = world.copy_workspace("served")
    process = start(world, folder, lines)
    wait("three addresses", lambda: len(found(lines)) == 3, process)
    entries.update(found(lines))


def teardown():
    if process and process.poll() is None:
        process.kill()


def start(world, folder, lines, port="0"):
    started = subprocess.Popen(
        [str(world.bylaw), "serve", "--port", port, "-C", str(folder), "--today", TODAY],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        env=world.environment(), cwd="/")
    threading.Thread(target=lambda: lines.extend(started.stderr), daemon=True).start()
    return started


def found(lines):
    return dict(re.findall(r"^\s*(help|moderators|emails)\s+(http\S+)", "".join(lines), re.M))


def wait(what, holds, process=None, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return
        if process and process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(f"no {what} after {seconds} s:\n{''.join(lines)[-1500:]}")


def opener():
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def get(url, by=None):
    with (by or opener()).open(url, timeout=10) as answer:
        return answer.read().decode()


def port(site):
    return int(re.search(r":(\d+)", entries[site]).group(1))


@test("each site opens at the address that is printed", cases=SITES)
def opens(_, site):
    by = opener()
    page = get(entries[site], by)
    expect("<h1" in page, "there is no page")
    name = get(f"http://localhost:{port(site)}/pay-outside/" if site != "emails"
               else f"http://localhost:{port(site)}/", by)
    expect("Taking payments outside" in name, "the policy is not there")


@test("an internal site asks for its address", cases=["moderators", "emails"])
def guarded(_, site):
    try:
        get(f"http://localhost:{port(site)}/pay-outside/")
    except urllib.error.HTTPError as error:
        expect(error.code == 403, f"it answers {error.code}")
        expect("Evidence" not in error.read().decode(), "it shows the page all the same")
        return
    raise AssertionError("it opens for anyone")


@test("answers carry the site's header and no permission for others", cases=SITES)
def headers(world, site):
    with opener().open(entries[site], timeout=10) as answer:
        fields = answer.headers
    wanted = {"Content-Security-Policy": world.sites.csp(site), "X-Content-Type-Options": "nosniff",
              "Cache-Control": "no-store"}
    problems = [f"{name} is {fields[name]}" for name, value in wanted.items() if fields[name] != value]
    problems += [f"{name} is there" for name in fields if name.lower().startswith("access-control")]
    expect_none(problems)


def ask(site, request):
    """Raw bytes to a site, and the status of the answer."""
    with socket.create_connection(("127.0.0.1", port(site)), timeout=5) as connection:
        connection.sendall(request)
        answer = b""
        while b"\r\n" not in answer:
            more = connection.recv(4096)
            if not more:
                break
            answer += more
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/") else 0


@test("what a stranger may try is refused")
def refused(_):
    attempts = {
        "another host": (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", (400, 403, 421)),
        "no host": (b"GET / HTTP/1.1\r\n\r\n", (400, 421)),
        "a path upwards": (b"GET /../bylaw.yml HTTP/1.1\r\nHost: localhost:%d\r\n\r\n", (400, 404)),
        "an encoded path upwards": (b"GET /%%2e%%2e/bylaw.yml HTTP/1.1\r\nHost: localhost:%d\r\n\r\n", (400, 404)),
        "an encoded slash": (b"GET /..%%2fbylaw.yml HTTP/1.1\r\nHost: localhost:%d\r\n\r\n", (400, 404)),
        "a NUL": (b"GET /%%00 HTTP/1.1\r\nHost: localhost:%d\r\n\r\n", (400, 404)),
        "POST": (b"POST / HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: 0\r\n\r\n", (405,)),
        "a proxy's form": (b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost:%d\r\n\r\n", (400, 404, 421)),
    }
    problems = []
    for name, (request, statuses) in attempts.items():
        if b"%d" in request:
            request = request % port("help")
        status = ask("help", request)
        if status not in statuses:
            problems.append(f"{name}: {status}")
    expect_none(problems)


@test("it listens on loopback alone")
def loopback(_):
    if not os.path.exists("/proc/net/tcp"):
        raise Skip("this machine has no /proc/net/tcp")
    ports = {port(site) for site in SITES}
    problems = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in open(table).readlines()[1:] if os.path.exists(table) else []:
            local, _, state = line.split()[1:4]
            address, number = local.split(":")
            if state == "0A" and int(number, 16) in ports and address not in (
                    "0100007F", "00000000000000000000000001000000"):
                problems.append(f"port {int(number, 16)} is open on {address}")
    expect_none(problems)


@contextlib.contextmanager
def changed(old, new, name="policies/platform-misuse/pay-outside.md"):
    """A file with other words in it, until the block ends."""
    path = folder / name
    text = path.read_text()
    expect(old in text, f"{name} has no {old!r}")
    path.write_text(text.replace(old, new))
    try:
        yield
    finally:
        path.write_text(text)


def mended(before):
    """Waits for the word that all is well, said after line `before`."""
    wait("word that all is well", lambda: "Nothing to mend" in "".join(lines[before:]), process)


TITLE = ("title: Taking payments outside the platform", "title: Paying somewhere else")
ERROR = ("stage: iteration", "stage: iterations")


@test("a changed file is on the page at once")
def follows(_):
    url = f"http://localhost:{port('help')}/pay-outside/"
    with changed(*TITLE):
        wait("new title", lambda: "<h1>Paying somewhere else" in get(url), process)
    wait("old title", lambda: "<h1>Taking payments" in get(url), process)


@test("another HEAD is noticed, although no file of the workspace changed")
def follows_head(world):
    who = {f"GIT_{role}_{key}": "dana@quillwork.example"
           for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}

    def git(*arguments):
        before = lines.count("Built. Nothing to mend.\n")
        subprocess.run(["git", *arguments], cwd=folder, check=True, env=world.environment(**who))
        wait("another build", lambda: lines.count("Built. Nothing to mend.\n") > before, process)

    git("init", "-q")
    subprocess.run(["git", "add", "--all"], cwd=folder, check=True, env=world.environment(**who))
    git("commit", "-qm", "the workspace")
    git("commit", "-qm", "nothing", "--allow-empty")
    git("reset", "-q", "--soft", "HEAD~1")


@test("an error shows in the terminal, and mending clears it")
def mends(_):
    before = len(lines)
    with changed(*ERROR):
        wait("error", lambda: "pay-outside.md:" in "".join(lines[before:]), process)
        before = len(lines)
    mended(before)


@test("while there is an error, the last good page stays")
def stays(_):
    url = f"http://localhost:{port('help')}/pay-outside/"
    before = len(lines)
    with changed(*ERROR):
        wait("error", lambda: "pay-outside.md:" in "".join(lines[before:]), process)
        before = len(lines)
        try:
            page = get(url)
        except urllib.error.HTTPError as error:
            page = f"status {error.code}"
    mended(before)
    expect("<h1>Taking payments" in page, f"instead of the page: {page[:60]}")


@test("broken settings are named, and mending clears that too")
def settings(_):
    before = len(lines)
    with changed("organization:", "organisation:", "bylaw.yml"):
        wait("error", lambda: "bylaw.yml" in "".join(lines[before:]), process)
        expect("<h1" in get(f"http://localhost:{port('help')}/"), "the last good page is gone")
        before = len(lines)
    mended(before)


@test("an open page reloads by itself, shows errors, and clears them")
def live(_):
    browser = Browser()
    try:
        with browser.page(f"http://localhost:{port('help')}/pay-outside/") as page:
            with changed(*TITLE):
                page.locator("h1", has_text="Paying somewhere else").wait_for(timeout=15000)
            page.locator("h1", has_text="Taking payments").wait_for(timeout=15000)
            page.goto(f"http://localhost:{port('help')}/")
            with changed(*ERROR):
                page.get_by_role("alert").filter(has_text="pay-outside.md").wait_for(timeout=15000)
            page.locator(".bylaw-errors").wait_for(state="detached", timeout=15000)
            expect_none(t for t in page.troubles if "events" not in t)
    finally:
        browser.close()


@test("a port that is taken is named")
def taken(world):
    more = []
    second = start(world, folder, more, port=str(port("help")))
    try:
        status = second.wait(timeout=20)
    except subprocess.TimeoutExpired:
        second.kill()
        raise AssertionError("it starts all the same") from None
    time.sleep(0.2)
    expect(status == 2, f"it ends with {status}")
    expect(str(port("help")) in "".join(more), f"it says {''.join(more)!r}")


@test("it ends by", cases=["SIGINT", "SIGTERM"])
def ends(world, name):
    said = []
    another = start(world, folder, said)
    wait("three addresses", lambda: len(found(said)) == 3, another)
    number = getattr(signal, name)
    another.send_signal(number)
    try:
        status = another.wait(timeout=10)
    except subprocess.TimeoutExpired:
        another.kill()
        raise AssertionError("it goes on") from None
    # As a shell sees it; a process that the signal ends by itself counts the same.
    expect(status in (128 + number, -number), f"it ends with {status}")
    expect("Fatal error" not in "".join(said), "".join(said)[-300:])
