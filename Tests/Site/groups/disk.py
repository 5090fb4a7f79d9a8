"""The portable build, opened from a disk."""

from browser import Browser, sample
from suite import expect, expect_none, test
from world import SITES

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
