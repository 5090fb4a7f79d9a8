"""The portable build, opened from a disk."""

import subprocess

from browser import Browser, sample
from suite import expect, expect_none, test
from world import SITES, TODAY

browser = None


def setup(_):
    global browser
    browser = Browser()


def teardown():
    browser.close()


def file(world, site, page=""):
    path = world.portable.root / site / page
    return (path / "index.html" if not path.suffix else path).as_uri()


@test("pages open without a message", cases=SITES)
def silent(world, site):
    problems = []
    with browser.page() as page:
        for address in sample(world.portable.pages(site), each=1):
            if address == "404.html":
                continue
            page.troubles.clear()
            page.goto(file(world, site, address))
            problems += [f"{site}/{address}: {trouble}" for trouble in page.troubles]
            if "Times" in page.evaluate("getComputedStyle(document.body).fontFamily") \
                    and not address.endswith(".html"):
                problems.append(f"{site}/{address}: no style")
    expect_none(problems)


@test("links lead from page to page", cases=SITES)
def links(world, site):
    name = world.portable.ids()[0]
    with browser.page(file(world, site)) as page:
        page.locator(f"main a[href*='{name}/']").first.click()
        page.wait_for_load_state()
        expect(name in page.url and page.url.startswith("file:"), f"it led to {page.url}")
        expect(page.locator("h1").count() == 1, "there is no page")
        expect_none(page.troubles)


@test("search works", cases=SITES)
def search(world, site):
    name = world.portable.ids()[0]
    with browser.page(file(world, site)) as page:
        field = page.locator("input[type=search]").first
        field.fill(name.replace("-", " "))
        field.press("Enter")
        link = page.locator("[data-search-results] a").first
        link.wait_for(timeout=5000)
        link.click()
        page.wait_for_load_state()
        expect(page.locator("h1").count() == 1, f"it led to {page.url}")
        expect_none(page.troubles)


DRAFT = "academic-cheating"
drafts = {}


def draft(world, proof):
    """The draft of a round that is open, where keys or commits prove who signed."""
    if proof not in drafts:
        place = world.clone_workspace(f"draft-{proof}")
        settings = (place / "bylaw.yml").read_text()
        (place / "bylaw.yml").write_text(settings.replace("{proof: signature}", f"{{proof: {proof}}}"))
        who = {f"GIT_{role}_{key}": "kiran@quillwork.example"
               for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
        subprocess.run(
            ["git", "commit", "-qam", "settings", "--allow-empty"], cwd=place, check=True, env=world.environment(**who))
        for verb in (("round", "open"), ("build", "--preview")):
            world.run(*verb, DRAFT, "--today", TODAY, cwd=place, status=0)
        drafts[proof] = place / "build-preview" / DRAFT
    return drafts[proof]


# Neighbours of which one begins where the other ends.
STUCK = """() => [...document.querySelectorAll(
    ".pack section, .pack details, .pack li, .pack .unit")].flatMap((box) => {
  const shown = [...box.children].filter((kid) =>
    kid.getBoundingClientRect().height && !getComputedStyle(kid).display.startsWith("inline"));
  return shown.slice(1).filter((kid, at) =>
    kid.getBoundingClientRect().top - shown[at].getBoundingClientRect().bottom < 4)
    .map((kid) => kid.tagName + " after " + kid.previousElementSibling.tagName + ": " + kid.textContent.slice(0, 40));
})"""


@test("the parts of a round pack stand apart, and none is wider than the page",
      cases=[(proof, width) for proof in ("signature", "commit") for width in (1280, 768, 390, 320)])
def pack(world, case):
    proof, width = case
    place = draft(world, proof) / "moderators" / DRAFT / "round" / "index.html"
    with browser.page(place.as_uri(), viewport={"width": width, "height": 900}) as page:
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        expect(page.locator(".unit button:visible").count() > 3, "nothing can be copied")
        problems = page.evaluate(STUCK)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            problems.append("it is wider than the page")
        expect_none(problems + page.troubles)


@test("every link of a round pack leads to a page of the draft")
def pack_links(world):
    place = draft(world, "commit")
    with browser.page((place / "moderators" / DRAFT / "round" / "index.html").as_uri()) as page:
        targets = page.evaluate("[...document.querySelectorAll('main a')].map((a) => a.href)")
        expect(any("/help/" in target for target in targets), f"none leads to the article: {targets}")
        for target in targets:
            page.goto(target)
            expect(page.locator("h1").count() == 1, f"there is no {target}")


@test("a draft begins with a page of its own, light and dark", cases=["light", "dark"])
def beginning(world, colours):
    place = draft(world, "commit") / "index.html"
    with browser.page(place.as_uri(), color_scheme=colours) as page:
        expect(page.locator("h1").inner_text() == "Academic cheating", page.locator("h1").inner_text())
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        expect((paper == "rgb(19, 21, 24)") == (colours == "dark"), f"the paper is {paper}")
        page.get_by_role("link", name="What is asked").click()
        expect("round" in page.url, f"it led to {page.url}")
        expect_none(page.troubles)
