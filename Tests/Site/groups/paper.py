"""On paper: light, complete, few pages."""

import re

from browser import LANGUAGE, Browser
from suite import expect, expect_none, test

browser = None


def setup(_):
    global browser
    browser = Browser()


def teardown():
    browser.close()


def policies(world):
    return world.sites.ids()


def count_pages(pdf):
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def print_page(world, site, address):
    with browser.page(browser.address(world.sites, site) + address, color_scheme="dark") as page:
        return count_pages(page.pdf(format="A4", print_background=False))


@test("a workflow takes two pages", cases=policies)
def workflow(world, name):
    count = print_page(world, "moderators", f"{name}/")
    expect(1 <= count <= 2, f"{count} pages")


def articles(world):
    """The policies, and the folders of those that have a page in another language."""
    translated = [page.rstrip("/") for page in world.sites.pages("help") if LANGUAGE.fullmatch(page.split("/")[0])]
    return policies(world) + [page for page in translated if page.split("/")[1] in policies(world)]


@test("an article takes five pages at most", cases=articles)
def article(world, name):
    count = print_page(world, "help", f"{name}/")
    expect(1 <= count <= 5, f"{count} pages")


def letters(world):
    """One of each kind."""
    found = {page.split("/")[1]: page for page in world.sites.pages("emails")
             if page.count("/") == 2 and page.endswith("/")}
    return sorted(found.values())


@test("a letter's page takes two pages at most: what it is for and with what, then the letter", cases=letters)
def letter(world, address):
    count = print_page(world, "emails", address)
    expect(1 <= count <= 2, f"{count} pages")


@test("tables stay tables on paper, which is no wider than a phone is for them")
def tables(world):
    problems, seen = [], 0
    name = world.sites.ids()[0]
    pages = (("help", f"{name}/"), ("moderators", f"{name}/"), ("emails", letters(world)[0]))
    for site, address in pages:
        # As wide as what is printed of A4.
        view = {"width": 688, "height": 1000}
        with browser.page(browser.address(world.sites, site) + address, viewport=view) as page:
            page.emulate_media(media="print")
            shown = page.evaluate("""() => [...document.querySelectorAll("table tbody tr")]
                .filter((tr) => tr.checkVisibility()).map((tr) => getComputedStyle(tr).display)""")
            seen += len(shown)
            if set(shown) - {"table-row"}:
                problems.append(f"{site}/{address}: rows are {sorted(set(shown))}")
    expect(seen > 6, f"only {seen} rows")
    expect_none(problems)


@test("paper is light, without navigation, and with what was folded")
def look(world):
    name = world.sites.ids()[0]
    problems = []
    for site, address in (("help", f"{name}/"), ("moderators", f"{name}/"), ("help", "actions/")):
        with browser.page(browser.address(world.sites, site) + address, color_scheme="dark") as page:
            page.emulate_media(media="print", color_scheme="dark")
            red, green, blue = map(int, re.findall(r"\d+", page.evaluate(
                "getComputedStyle(document.body).color"))[:3])
            if red + green + blue > 3 * 100:
                problems.append(f"{site}/{address}: the ink is light")
            for part in (".sitenav", ".find", ".skip", "button"):
                if any(one.is_visible() for one in page.locator(part).all()):
                    problems.append(f"{site}/{address}: {part} is printed")
            if site == "moderators":
                steps = page.locator("[data-all] [data-step]")
                hidden = [i for i in range(steps.count()) if not steps.nth(i).is_visible()]
                if hidden:
                    problems.append(f"{site}/{address}: the decision is folded")
    expect_none(problems)
