"""Questions with known answers."""

import json
import urllib.parse

from browser import Browser
from suite import expect, expect_none, test

browser = None


def setup(_):
    global browser
    browser = Browser()


def teardown():
    browser.close()


def twins(world):
    return [json.loads((world.sites.root / "help" / name / "policy.json").read_text())
            for name in world.sites.ids()]


def ask(page, base, query):
    """What is found, best first: (address, words), and the line above."""
    page.goto(base + "search/?q=" + urllib.parse.quote(query))
    page.locator("[data-search-status]:not(:empty)").wait_for(timeout=5000)
    hits = page.eval_on_selector_all(
        "[data-search-results] li a", "(all) => all.map((a) => [a.getAttribute('href'), a.textContent])")
    return hits, page.locator("[data-search-status]").inner_text()


def questions(world):
    """Query, policy, and the place it must have."""
    for twin in twins(world):
        name = twin["id"]
        yield twin["title"], name, 1
        yield twin["title"].upper(), name, 1
        for rule in twin["rules"]:
            yield rule["id"], name, 1
        yield twin["rules"][0]["id"].lower(), name, 1
        for synonym in twin["synonyms"]:
            yield synonym, name, 3


@test("rule ids and titles come first, synonyms among the first three", cases=["help", "moderators"])
def known(world, site):
    problems = []
    base = browser.address(world.sites, site)
    with browser.page() as page:
        for query, name, place in questions(world):
            hits, said = ask(page, base, query)
            found = [i + 1 for i, (href, _) in enumerate(hits) if f"/{name}/" in f"/{href}"]
            if not found or found[0] > place:
                got = ", ".join(href for href, _ in hits[:3]) or said
                problems.append(f"{query}: {name} is at {found[:1] or 'no'} place, not {place}; {got}")
        problems += page.troubles
    expect_none(problems)


@test("the beginning of a word, other accents and one wrong letter find it too")
def forgiving(world):
    wanted = [
        ("harass", "harassment"), ("impers", "misrepresentation"), ("ránsömware", "phishing-and-malware"),
        ("harasment", "harassment"), ("phising", "phishing-and-malware"), ("gfit card", "pay-outside"),
        ("PAY-", "pay-outside"), ("rent acc", "account-sharing"),
    ]
    problems = []
    base = browser.address(world.sites, "help")
    with browser.page() as page:
        for query, name in wanted:
            hits, said = ask(page, base, query)
            if not any(f"/{name}/" in f"/{href}" for href, _ in hits[:3]):
                problems.append(f"{query}: {name} is not among the first three of {hits[:3]}; {said}")
    expect_none(problems)


@test("a wrong word is named with the right one")
def correction(world):
    with browser.page() as page:
        _, said = ask(page, browser.address(world.sites, "help"), "harasment")
        expect("did you mean" in said.lower() and "harassment" in said.lower(), f"it says {said!r}")
        expect("no match" not in said.lower() and "results for it" in said.lower(), f"it says {said!r}")


@test("a severity finds the workflows that have it, at its row")
def severity(world):
    base = browser.address(world.sites, "moderators")
    with browser.page() as page:
        for number in ("1", "4", "9"):
            hits, said = ask(page, base, f"severity {number}")
            having = [name for name in world.sites.ids()
                      if f'id="severity-{number}"' in (world.sites.root / "moderators" / name / "index.html").read_text()]
            at_row = [href for href, _ in hits if href.endswith(f"#severity-{number}")]
            expect(len(at_row) == len(having), f"severity {number}: {at_row}, and {having} have it; {said}")
            if having and len(having) < len(world.sites.ids()):
                expect(len(hits) < len(world.sites.ids()), f"severity {number} finds everything")


@test("every hit leads to a page that exists, and rule ids to their place")
def leads(world):
    base = browser.address(world.sites, "help")
    with browser.page() as page:
        hits, _ = ask(page, base, "PAY-3")
        expect(hits and "#PAY-3" in hits[0][0], f"the first hit is {hits[:1]}")
        page.locator("[data-search-results] li a").first.click()
        page.wait_for_load_state()
        expect(page.locator("#PAY-3").count() == 1, f"{page.url} has no such rule")
        expect_none(page.troubles)


@test("what nobody wrote finds nothing, and the list of all stays in reach")
def nothing(world):
    with browser.page() as page:
        hits, said = ask(page, browser.address(world.sites, "help"), "xylophone quartz")
        expect(not hits, f"it finds {hits[:2]}")
        expect(said.strip(), "it says nothing")
        expect(page.locator("main a[href*='a-z']").first.is_visible(), "there is no way on")


@test("a hostile question is only text")
def hostile(world):
    with browser.page() as page:
        for query in ('<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', "__proto__", "constructor", "%00", "((((", "a" * 3000):
            # Some of these hold no word at all, so that no answer is to be waited for.
            page.goto(browser.address(world.sites, "help") + "search/?q=" + urllib.parse.quote(query))
            page.wait_for_timeout(400)
            injected = page.locator("main script, main img").count()
            expect(injected == 0, f"{query} became markup")
        expect_none(trouble for trouble in page.troubles if "script error" in trouble or "Content Security" in trouble)


@test("a question loads less than 50 kB of index")
def thrifty(world):
    base = browser.address(world.sites, "help")
    problems = []
    for query in ("harassment", "gift card", "PAY-3", "account of somebody else"):
        with browser.page() as page:
            ask(page, base, query)
            size = sum(n for url, n in page.bytes.items() if url.endswith(".js") and "/assets/" not in url)
            if size > 50_000:
                problems.append(f"{query}: {size} bytes")
    expect_none(problems)


@test("results come while one types, and the address keeps the question")
def live(world):
    with browser.page(browser.address(world.sites, "help") + "search/") as page:
        field = page.locator("main input[type=search]")
        field.press_sequentially("harass", delay=30)
        page.locator("[data-search-results] a").first.wait_for(timeout=5000)
        expect("q=harass" in page.url, f"the address is {page.url}")
        page.reload()
        page.locator("[data-search-results] a").first.wait_for(timeout=5000)
