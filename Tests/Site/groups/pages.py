"""Every page in a browser: silent, accessible in light and dark, and not too wide or heavy."""

from browser import Browser, kind, sample
from suite import Skip, expect_none, test
from world import SITES

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# A letter is shown by a mail program, which brings the page around it.
NOT_FOR_LETTERS = ["region", "landmark-one-main", "page-has-heading-one"]

browser = None


def setup(_):
    global browser
    browser = Browser()


def teardown():
    browser.close()


def all_pages(world):
    return [f"{site}/{page}" for site in SITES for page in world.sites.pages(site)]


def some_pages(world):
    return [f"{site}/{page}" for site in SITES for page in sample(world.sites.pages(site))]


def early_pages(world):
    """Pages with an announcement on them, which the other day does not have."""
    return ["help/"] + [
        f"help/{name}/" for name in world.earlier.ids()
        if '"isUpcoming":true' in (world.earlier.root / "help" / name / "policy.json").read_text()]


def split(address):
    site, page = address.split("/", 1)
    return site, page


def is_letter(address):
    return kind(address).startswith(("preview", "template"))


def violations(page, is_letter):
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        raise Skip("the package axe-playwright-python is missing") from None
    options = {
        "runOnly": {"type": "tag", "values": STANDARDS + ["best-practice"]},
        # Letters are pages of their own here; a sandboxed frame cannot run the engine.
        "iframes": False,
        "rules": {rule: {"enabled": False} for rule in NOT_FOR_LETTERS} if is_letter else {},
    }
    for violation in Axe().run(page, options=options).response["violations"]:
        node = violation["nodes"][0]
        why = node.get("failureSummary", "").replace("\n", " ")
        yield f"{violation['id']} ({violation['impact']}, {len(violation['nodes'])} ×): " \
            f"{node['html'][:160]} {why[:240]}"


@test("no page brings a message or a failed request")
def silent(world):
    problems = []
    for site in SITES:
        base = browser.address(world.sites, site)
        with browser.page() as page:
            for address in world.sites.pages(site):
                if address == "404.html":
                    continue
                page.troubles.clear()
                page.goto(base + address)
                problems += [f"{site}/{address}: {trouble}" for trouble in page.troubles]
    expect_none(problems)


def look(build, address):
    site, name = split(address)
    problems = []
    with browser.page(browser.address(build, site) + name) as page:
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                problems += [
                    f"{width} px, {scheme}: {one}" for one in violations(page, is_letter(address))]
    expect_none(problems)


@test("axe finds nothing", cases=some_pages)
def accessible(world, address):
    look(world.sites, address)


@test("axe finds nothing where a rule is announced", cases=early_pages)
def accessible_announced(world, address):
    look(world.earlier, address)


@test("no page scrolls sideways at 320 px")
def reflows(world):
    problems = []
    for build in (world.sites, world.earlier):
        for site in SITES if build is world.sites else ("help",):
            with browser.page(viewport={"width": 320, "height": 640}) as page:
                for address in build.pages(site):
                    page.goto(browser.address(build, site) + address)
                    wide, inner = page.evaluate(
                        "[document.documentElement.scrollWidth, window.innerWidth]")
                    if wide > inner:
                        problems.append(f"{site}/{address}: {wide} px wide")
    expect_none(problems)


WIDE_TABLE = """
| What the arrangement was about | Introduced by | Announcement | Introductory correspondence |
|---|---|---|---|
| Long-standing collaboration | Recommendation | Straightforward | Unconditionally acknowledged |

"""


@test("a table in prose that is too wide scrolls in a named box of its own")
def wide_table(world):
    work = world.copy_workspace("wide-table")
    policy = next(p for p in sorted(work.rglob("*.md")) if "\n### Evidence\n" in p.read_text())
    text = policy.read_text()
    for heading in ("## Exceptions", "### Evidence"):
        text = text.replace(f"\n{heading}\n", f"\n{heading}\n{WIDE_TABLE}", 1)
    policy.write_text(text)
    build = world.build(world.work / "wide-table-sites", workspace=work)
    problems = []
    for site in ("help", "moderators"):
        address = browser.address(build, site) + f"{policy.stem}/"
        with browser.page(address, viewport={"width": 320, "height": 640}) as page:
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > 320:
                problems.append(f"{site}: {width} px wide")
            box = page.locator(".scroll", has_text="Introductory correspondence").first
            if box.evaluate("box => box.scrollWidth <= box.clientWidth"):
                problems.append(f"{site}: the table is not wide: nothing was tested")
            if "Introduced by" not in (box.get_attribute("aria-label") or ""):
                problems.append(f"{site}: the box has no name")
            if not box.get_attribute("role"):
                problems.append(f"{site}: the box has no role that could have a name")
    expect_none(problems)


@test("a first view takes 60 kB at most")
def light(world):
    problems = []
    for address in all_pages(world):
        site, name = split(address)
        # What a gallery page frames is the letters themselves.
        if is_letter(address) or name == "404.html":
            continue
        with browser.page(browser.address(world.sites, site) + name) as page:
            weights = {url: size for url, size in page.bytes.items() if "/preview" not in url}
        if sum(weights.values()) > 60_000:
            parts = ", ".join(f"{url.rsplit('/', 1)[1] or 'page'} {n}" for url, n in weights.items())
            problems.append(f"{address}: {sum(weights.values())} bytes ({parts})")
    expect_none(problems)


@test("the style sheet is below 25 kB and the script below 10 kB", cases=SITES)
def small(world, site):
    assets = world.sites.root / site / "assets"
    problems = []
    for name, limit in (("site.css", 25_000), ("site.js", 10_000)):
        size = (assets / name).stat().st_size
        if size >= limit:
            problems.append(f"{name}: {size} bytes")
    expect_none(problems)


@test("an address that does not exist shows a page with style and search")
def missing_page(world):
    with browser.page() as page:
        page.goto(browser.address(world.sites, "help") + "no/such/page/")
        problems = [t for t in page.troubles if "no/such/page/ " not in t + " " and "404 (" not in t]
        # The page itself is a 404; what it loads must not be.
        failed = [t for t in page.troubles if t.startswith("404 for ") and not t.endswith("no/such/page/")]
        if failed:
            problems += failed
        if page.locator("input[type=search]").count() == 0:
            problems.append("it has no search")
        family = page.evaluate("getComputedStyle(document.body).fontFamily")
        if "Times" in family:
            problems.append("it has no style")
    expect_none(sorted(set(problems)))
