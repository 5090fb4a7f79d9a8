"""What machines read: feeds, sitemap, robots, JSON twins, structured data."""

import datetime
import json
import re
import xml.etree.ElementTree as xml

import html_tree
from suite import Skip, expect, expect_none, test
from world import SITES, TODAY

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HELP = "https://help.quillwork.example/"
# Pages that only list others need not be found themselves.
LISTS = re.compile(r"(^|/)(404\.html|search/|a-z/|changes/)$")
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")


def text(element, name):
    found = element.find(ATOM + name)
    return "" if found is None else "".join(found.itertext()).strip()


def atom_problems(feed, where):
    for name in ("id", "title", "updated"):
        if len(feed.findall(ATOM + name)) != 1 or not text(feed, name):
            yield f"{where}: one {name} is required"
    if not DATE.match(text(feed, "updated")):
        yield f"{where}: updated is {text(feed, 'updated')!r}"
    if not re.match(r"(https?:|urn:|tag:)\S+$", text(feed, "id")):
        yield f"{where}: the id {text(feed, 'id')!r} is no IRI"


@test("feeds have what RFC 4287 requires", cases=["changes.xml", "significant.xml"])
def feeds(world, name):
    for build in (world.sites, world.earlier):
        feed = xml.fromstring((build.root / "help" / name).read_bytes())
        expect(feed.tag == ATOM + "feed", f"the root is {feed.tag}")
        problems = list(atom_problems(feed, name))
        own = [link for link in feed.findall(ATOM + "link") if link.get("rel") == "self"]
        if len(own) != 1 or own[0].get("href") != HELP + name:
            problems.append("a link to itself is missing or wrong")
        entries = feed.findall(ATOM + "entry")
        expect(entries, "there is no entry")
        ids = [text(entry, "id") for entry in entries]
        problems += [f"the id {one} stands twice" for one in sorted({i for i in ids if ids.count(i) > 1})]
        for entry in entries:
            problems += atom_problems(entry, f"entry {text(entry, 'id')}")
            if feed.find(f"{ATOM}author/{ATOM}name") is None and entry.find(f"{ATOM}author/{ATOM}name") is None:
                problems.append("an author is required in the feed or in each entry")
            links = [link.get("href") for link in entry.findall(ATOM + "link")
                     if link.get("rel", "alternate") == "alternate"]
            if len(links) != 1 or not links[0].startswith(HELP):
                problems.append(f"{text(entry, 'id')}: the link is {links}")
            if not text(entry, "content") and not text(entry, "summary"):
                problems.append(f"{text(entry, 'id')}: nothing to read in a feed reader")
        dates = [text(entry, "updated") for entry in entries]
        if dates != sorted(dates, reverse=True):
            problems.append("the newest entry is not first")
        if dates and text(feed, "updated") < max(dates):
            problems.append("the feed is older than its newest entry")
        expect_none(dict.fromkeys(problems))


@test("the significant feed holds a part of all changes")
def significant(world):
    ids = {}
    for name in ("changes.xml", "significant.xml"):
        feed = xml.fromstring((world.sites.root / "help" / name).read_bytes())
        ids[name] = {text(entry, "id") for entry in feed.findall(ATOM + "entry")}
    extra = ids["significant.xml"] - ids["changes.xml"]
    expect_none(f"{one} is in significant.xml alone" for one in sorted(extra))


@test("pages announce the feeds")
def announced(world):
    page = html_tree.Page((world.sites.root / "help" / "changes" / "index.html").read_text())
    hrefs = " ".join(address for _, _, address, _ in page.addresses)
    expect_none(f"/changes/ does not link to {name}" for name in ("changes.xml", "significant.xml") if name not in hrefs)


@test("the sitemap names every page that should be found, with a true date")
def sitemap(world):
    root = xml.fromstring((world.sites.root / "help" / "sitemap.xml").read_bytes())
    problems, seen = [], set()
    for url in root.findall(SITEMAP + "url"):
        location = url.findtext(SITEMAP + "loc")
        expect(location.startswith(HELP), f"{location} is elsewhere")
        path = location[len(HELP):]
        if not (world.sites.root / "help" / path / "index.html").is_file():
            problems.append(f"{location} does not exist")
        if path in seen:
            problems.append(f"{location} stands twice")
        seen.add(path)
        modified = url.findtext(SITEMAP + "lastmod")
        if modified and datetime.date.fromisoformat(modified[:10]) > datetime.date.fromisoformat(TODAY):
            problems.append(f"{location} was changed in the future: {modified}")
    for page in world.sites.pages("help"):
        file = world.sites.root / "help" / (page + "index.html" if not page.endswith(".html") else page)
        parsed = html_tree.Page(file.read_text())
        if "noindex" in (parsed.meta.get("robots") or ""):
            if page in seen:
                problems.append(f"{page} is in the sitemap and not to be indexed")
        elif page not in seen and not LISTS.search(page):
            problems.append(f"{page} is not in the sitemap")
    expect_none(problems)


@test("robots are let in, or kept out", cases=SITES)
def robots(world, site):
    lines = (world.sites.root / site / "robots.txt").read_text().splitlines()
    if site == "help":
        expect(f"Sitemap: {HELP}sitemap.xml" in lines, f"no sitemap in {lines}")
        expect("Disallow: /" not in lines, "the public site keeps robots out")
        return
    expect(lines[:2] == ["User-agent: *", "Disallow: /"], f"it says {lines}")
    problems = []
    for path in sorted((world.sites.root / site).rglob("index.html")):
        page = html_tree.Page(path.read_text())
        if "noindex" not in (page.meta.get("robots") or ""):
            problems.append(f"{path.relative_to(world.sites.root)}: may be indexed")
        if "Internal" not in page.words:
            problems.append(f"{path.relative_to(world.sites.root)}: has no internal mark")
    expect_none(problems)


@test("JSON twins follow the published schema")
def twins(world):
    try:
        import jsonschema
    except ImportError:
        raise Skip("the package jsonschema is missing") from None
    for build in (world.sites, world.earlier):
        root = build.root / "help"
        schema = json.loads((root / "policy.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        judge = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        problems = []
        for path in sorted(root.glob("*/policy.json")):
            twin = json.loads(path.read_text())
            if not isinstance(twin, dict) or twin["id"] != path.parent.name:
                problems.append(f"{path.parent.name}: holds another policy")
            problems += [f"{path.parent.name}: {e.json_path}: {e.message[:200]}" for e in judge.iter_errors(twin)]
            extra = set(twin) - set(schema["properties"])
            if extra:
                problems.append(f"{path.parent.name}: the schema does not know {', '.join(sorted(extra))}")
        expect_none(problems)


@test("policies.json lists what is published")
def listed(world):
    policies = json.loads((world.sites.root / "help" / "policies.json").read_text())["policies"]
    expect(sorted(policy["id"] for policy in policies) == world.sites.ids(), "it lists others")


@test("an article and its twin say the same", cases=lambda world: world.sites.ids())
def same(world, name):
    folder = world.sites.root / "help" / name
    twin = json.loads((folder / "policy.json").read_text())
    page = html_tree.Page((folder / "index.html").read_text())
    shown = " ".join(page.words)
    problems = [f"#{rule['id']} is missing" for rule in twin["rules"] if rule["id"] not in page.ids]
    for sentence in [twin["title"], twin["summary"]] + [rule["text"] for rule in twin["rules"]]:
        if " ".join(re.findall(r"\w+", sentence)) not in shown:
            problems.append(f"not on the page: {sentence}")
    expect_none(problems)


@test("structured data parses, and names the page")
def structured(world):
    problems, kinds = [], set()
    for page in world.sites.pages("help"):
        file = world.sites.root / "help" / (page + "index.html" if not page.endswith(".html") else page)
        parsed = html_tree.Page(file.read_text())
        for text in parsed.data:
            value = json.loads(text)
            items = value.get("@graph", [value]) if isinstance(value, dict) else value
            for item in items:
                kinds.add(item.get("@type"))
                for date in ("datePublished", "dateModified"):
                    if date in item:
                        datetime.date.fromisoformat(item[date][:10])
        if page.rstrip("/") in world.sites.ids() and not parsed.data:
            problems.append(f"{page} has none")
    missing = {"Article", "BreadcrumbList"} - kinds
    problems += [f"no {kind} anywhere" for kind in sorted(missing)]
    expect_none(problems)


@test("a page and the same page in another language name each other")
def languages(world):
    root, named = world.sites.root / "help", {}
    for page in world.sites.pages("help"):
        words = (root / page / "index.html" if page.endswith("/") or not page else root / page).read_text()
        others = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', words))
        if others:
            named[HELP + page] = (re.search(r'<html lang="([^"]+)"', words)[1], others, words)
    expect(named, "no page is there in another language")
    problems = []
    for address, (own, others, words) in named.items():
        if others.get(own) != address:
            problems.append(f"{address} does not name itself as {own}")
        problems += [f"{address} and {other} do not name the same pages" for other in others.values()
                     if other not in named or named[other][1] != others]
        for tag, link in re.findall(r'<a ([^>]*hreflang="([^"]+)"[^>]*)>', words):
            if link == own:
                problems.append(f"{address} marks a link as in its own language: {tag}")
    expect_none(problems)


@test("articles name themselves, and describe themselves")
def heads(world):
    problems = []
    for name in world.sites.ids():
        page = html_tree.Page((world.sites.root / "help" / name / "index.html").read_text())
        canonical = [address for _, rel, address, _ in page.addresses if rel == "canonical"]
        if canonical != [f"{HELP}{name}/"]:
            problems.append(f"{name}: canonical is {canonical}")
        for key in ("description", "og:title", "og:description", "og:url", "og:type"):
            if not page.meta.get(key):
                problems.append(f"{name}: no {key}")
    expect_none(problems)
