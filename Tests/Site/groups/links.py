"""Every address inside a site leads somewhere, in both modes."""

import posixpath
import urllib.parse

import html_tree
from suite import expect, expect_none, test
from world import SITES

HELP = "https://help.quillwork.example/"


def builds(world):
    return {"served": world.sites, "portable": world.portable, "earlier": world.earlier}


def read(build, site):
    root = build.root / site
    return {path.relative_to(root).as_posix(): html_tree.Page(path.read_text())
            for path in sorted(root.rglob("*.html"))}


def resolve(source, address, mode):
    """The file that an address means, and its fragment; None for one that leads out."""
    parts = urllib.parse.urlsplit(address)
    if parts.scheme or parts.netloc:
        if not address.startswith(HELP):
            return None
        path, parts = address[len(HELP):].split("#")[0].split("?")[0], urllib.parse.urlsplit(address)
        mode = "served"
    else:
        base = posixpath.dirname(source)
        path = urllib.parse.unquote(parts.path)
        if path.startswith("/"):
            path = path.lstrip("/")
        elif path:
            path = posixpath.normpath(posixpath.join(base, path)) + ("/" if path.endswith("/") else "")
            path = path.removeprefix("./")
        else:
            return source, parts.fragment
    if mode != "portable" and (path == "" or path.endswith("/")) or path == ".":
        path += "index.html"
    return path, urllib.parse.unquote(parts.fragment)


def check_page(build, site, mode, name, page, pages, help_pages):
    for tag, rel, address, line in page.addresses:
        where = f"{site}/{name}:{line}: {address}"
        scheme = urllib.parse.urlsplit(address).scheme
        if scheme not in ("", "https", "http", "mailto"):
            yield f"{where}: the scheme {scheme}"
            continue
        if scheme == "mailto":
            continue
        if "{{" in address:
            if not name.endswith("template.html"):
                yield f"{where}: a token was left over"
            continue
        found = resolve(name, address, mode)
        if found is None:
            if tag in ("script", "img", "iframe") or tag == "link" and "stylesheet" in rel:
                yield f"{where}: something of another host is loaded"
            continue
        target, fragment = found
        outside = address.startswith(HELP)
        home = "help" if outside else site
        file = build.root / home / target
        # A letter names what only the live site knows: the account, the address of a change.
        if not file.is_file():
            yield f"{where}: there is no {home}/{target}"
            continue
        known = help_pages if outside else pages
        if fragment and target in known and fragment not in known[target].ids:
            yield f"{where}: {home}/{target} has no #{fragment}"


@test("links, pictures, styles and anchors exist", cases=["served", "portable", "earlier"])
def internal(world, mode):
    build = builds(world)[mode]
    help_pages = read(build, "help")
    problems = []
    for site in SITES:
        pages = help_pages if site == "help" else read(build, site)
        expect(pages, f"{site}/ has no page")
        for name, page in pages.items():
            problems += check_page(build, site, mode, name, page, pages, help_pages)
    expect_none(problems)


@test("ids are unique on a page", cases=SITES)
def unique(world, site):
    problems = []
    for name, page in read(world.sites, site).items():
        twice = {one for one in page.ids if page.ids.count(one) > 1}
        if twice:
            problems.append(f"{site}/{name}: {', '.join(sorted(twice))}")
    expect_none(problems)


@test("a site holds all that it needs, and no page nobody links to", cases=["help", "moderators", "emails"])
def reachable(world, site):
    pages = read(world.sites, site)
    seen, ahead = set(), ["index.html"]
    while ahead:
        name = ahead.pop()
        if name in seen or name not in pages:
            continue
        seen.add(name)
        for _, _, address, _ in pages[name].addresses:
            found = resolve(name, address, "served")
            if found:
                ahead.append(found[0])
    # 404 is the host's to show; a template is downloaded, and has no links of its own. A version has an
    # address for ever, also while it is the one that is shown.
    expect_none(
        f"nothing leads to {site}/{name}" for name in pages
        if name not in seen and name != "404.html" and "/v/" not in name)


@test("portable links end in a file")
def portable(world):
    problems = []
    for site in SITES:
        for name, page in read(world.portable, site).items():
            for _, rel, address, line in page.addresses:
                parts = urllib.parse.urlsplit(address)
                if not parts.scheme and parts.path.endswith("/") or parts.path.startswith("/"):
                    if not parts.scheme:
                        problems.append(f"{site}/{name}:{line}: {address}")
    expect_none(problems)


@test("nothing in a style sheet or a script loads from elsewhere", cases=SITES)
def assets(world, site):
    problems = []
    for path in (world.sites.root / site / "assets").iterdir():
        text = path.read_text()
        for word in ("http://", "https://", "//cdn", "@import", "url("):
            if word in text.replace("http://www.w3.org/", "").replace("url(#", ""):
                problems.append(f"{path.name}: {word}")
    expect_none(problems)
