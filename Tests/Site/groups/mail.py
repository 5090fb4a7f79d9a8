"""Letters, judged by a parser that is not ours."""

import email
import email.policy
import email.utils
import re

import html_tree
from suite import expect, expect_none, test


def folders(world):
    return sorted(path.parent for path in (world.sites.root / "emails").glob("*/*/message.eml"))


def where(folder):
    return f"{folder.parent.name}/{folder.name}"


def parse(folder):
    return email.message_from_bytes((folder / "message.eml").read_bytes(), policy=email.policy.default)


def each(world, problems_of):
    """All problems of all letters, each with its place."""
    found = folders(world)
    expect(found, "there is no letter")
    expect_none(f"{where(folder)}: {problem}" for folder in found for problem in problems_of(folder))


def parts(message):
    return message.get_body(("plain",)), message.get_body(("html",))


def text_of(part):
    return part.get_content().replace("\r\n", "\n")


@test("no part of any message has a defect")
def defects(world):
    def problems(folder):
        message = parse(folder)
        for part in message.walk():
            yield from (f"{part.get_content_type()}: {defect!r}" for defect in part.defects)
            for name, value in part.items():
                yield from (f"{name}: {defect!r}" for defect in getattr(value, "defects", ()))
            if not part.is_multipart():
                part.get_content()

    each(world, problems)


@test("plain text first, then HTML")
def alternative(world):
    def problems(folder):
        message = parse(folder)
        if message.get_content_type() != "multipart/alternative":
            yield f"it is {message.get_content_type()}"
        kinds = [part.get_content_type() for part in message.iter_parts()]
        if kinds != ["text/plain", "text/html"]:
            yield f"its parts are {kinds}"
        for part in message.iter_parts():
            if part.get_content_charset() != "utf-8":
                yield f"{part.get_content_type()} is in {part.get_content_charset()}"

    each(world, problems)


@test("headers are those a letter needs, once, in ASCII")
def headers(world):
    def problems(folder):
        raw = (folder / "message.eml").read_bytes()
        head = raw.split(b"\r\n\r\n", 1)[0]
        if b"\r\n\r\n" not in raw or b"\n" in raw.replace(b"\r\n", b""):
            yield "lines must end in CRLF"
        if not head.isascii():
            yield "the head is not ASCII"
        message = parse(folder)
        for name in ("From", "To", "Subject", "MIME-Version", "Content-Type"):
            if len(message.get_all(name, [])) != 1:
                yield f"{name} stands {len(message.get_all(name, []))} times"
        if message["X-Unsent"] != "1":
            yield "it does not open as a draft"
        for name in ("From", "To"):
            for address in message[name].addresses:
                if not address.domain or not address.addr_spec.isascii():
                    yield f"{name} is {message[name]}"
        if "no-reply" in str(message["From"]).lower() or "noreply" in str(message["From"]).lower():
            yield "nobody can reply"
        for line in head.split(b"\r\n"):
            if len(line) > 78 and b" " in line.strip():
                yield f"a header line of {len(line)} bytes: {line[:60]!r}"

    each(world, problems)


@test("every line passes any mail server as it is")
def lines(world):
    def problems(folder):
        raw = (folder / "message.eml").read_bytes()
        longest = max(len(line) for line in raw.split(b"\r\n"))
        if longest > 998:
            yield f"a line of {longest} bytes"
        encoded = [line for line in raw.split(b"\r\n") if len(line) > 78]
        if encoded:
            yield f"{len(encoded)} lines above 78 bytes, first {encoded[0][:60]!r}"
        if not raw.isascii():
            yield "it needs an eight-bit clean path"
        for line in raw.split(b"\r\n"):
            if line.startswith(b"From ") or line == b".":
                yield f"a line that mail programs change: {line[:50]!r}"

    each(world, problems)


@test("the subject is the one that the gallery shows")
def subject(world):
    gallery = html_tree.Page((world.sites.root / "emails" / "index.html").read_text())
    listed = " ".join(gallery.words)

    def problems(folder):
        said = parse(folder)["Subject"]
        page = html_tree.Page((folder / "index.html").read_text())
        if page.h1.strip() != said:
            yield f"{said!r} and on its page {page.h1.strip()!r}"
        if " ".join(re.findall(r"\w+", said)) not in listed:
            yield f"{said!r} is not in the gallery"
        if len(said) > 60 or not said.strip():
            yield f"{len(said)} characters"

    each(world, problems)


@test("the text says every word of the HTML letter")
def twin(world):
    def problems(folder):
        plain, html = (text_of(part) for part in parts(parse(folder)))
        missing = [w for w in dict.fromkeys(html_tree.Page(html).words)
                   if w.lower() not in set(x.lower() for x in re.findall(r"\w+", plain))]
        if missing:
            yield f"only in HTML: {' '.join(missing[:12])}"

    each(world, problems)


@test("the text has every address of the HTML letter")
def addresses(world):
    def problems(folder):
        plain, html = (text_of(part) for part in parts(parse(folder)))
        for _, _, address, _ in html_tree.Page(html).addresses:
            if address.startswith("http") and address.split("#")[0] not in plain:
                yield f"only in HTML: {address}"

    each(world, problems)


@test("text lines are at most 78 characters, and none looks like a quotation")
def prose(world):
    def problems(folder):
        for line in text_of(parts(parse(folder))[0]).splitlines():
            if len(line) > 78 and "http" not in line:
                yield f"{len(line)} characters: {line[:50]}"
            if line.startswith(">"):
                yield f"it looks quoted: {line[:50]}"

    each(world, problems)


@test("HTML letters are below 100 kB, whole, and load nothing")
def letters(world):
    def problems(folder):
        for name in ("template.html", "preview.html", "preview-dark.html"):
            text = (folder / name).read_text()
            if len(text.encode()) >= 100_000:
                yield f"{name}: {len(text.encode())} bytes"
            if not re.search(r"<html[^>]* lang=\"[a-z]", text) or not re.search(r"<html[^>]* dir=\"", text):
                yield f"{name}: no lang or dir"
            for tag, _, address, _ in html_tree.Page(text).addresses:
                if tag != "a":
                    yield f"{name}: <{tag}> loads {address}"
            if re.search(r"<(script|form|img|link|iframe|object)\b|\son\w+=", text):
                yield f"{name}: more than a letter may hold"

    each(world, problems)


@test("templates keep their tokens, and samples leave none")
def tokens(world):
    def found(text):
        return set(re.findall(r"\{\{[#^/]?\s*([\w.]+)\s*\}\}", text))

    def problems(folder):
        html, plain = ((folder / f"template.{kind}").read_text() for kind in ("html", "txt"))
        if found(html) != found(plain):
            yield f"only in one template: {' '.join(sorted(found(html) ^ found(plain)))}"
        if not found(plain):
            yield "no token"
        left = [name for name in ("preview.html", "preview-dark.html") if "{{" in (folder / name).read_text()]
        left += ["message.eml"] * any("{{" in text_of(part) for part in parts(parse(folder)))
        yield from (f"{name}: a token was left over" for name in left)

    each(world, problems)


@test("a reply is offered, and Customer Service is not")
def ticket(world):
    def problems(folder):
        plain = text_of(parts(parse(folder))[0]).lower()
        if "reply" not in plain:
            yield "it does not say that a reply helps"
        if re.search(r"contact (our )?customer (service|support)", plain):
            yield "it sends the reader to Customer Service"

    each(world, problems)
