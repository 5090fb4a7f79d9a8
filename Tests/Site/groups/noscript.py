"""With JavaScript off, everything is there."""

import json
import re

from browser import Browser
from suite import expect, expect_none, test

browser = None


def setup(_):
    global browser
    browser = Browser()


def teardown():
    browser.close()


def words(text):
    return re.findall(r"\w+", text)


def squeeze(text):
    return " ".join(words(text))


def policies(world):
    return world.sites.ids()


def without_script():
    return browser.page(java_script_enabled=False)


@test("an article shows every rule, example and question", cases=policies)
def article(world, name):
    twin = json.loads((world.sites.root / "help" / name / "policy.json").read_text())
    with without_script() as page:
        page.goto(browser.address(world.sites, "help") + f"{name}/")
        shown = squeeze(page.locator("main").inner_text())
    texts = [twin["title"], twin["summary"], *twin.get("allowed", "").splitlines()]
    texts += [rule["id"] for rule in twin["rules"]] + [rule["text"] for rule in twin["rules"]]
    texts += [item["example"] for item in twin.get("examples", [])]
    texts += [item["question"] for item in twin.get("questions", [])]
    for item in twin.get("questions", []):
        texts += item["answer"].splitlines()
    expect_none(f"not shown: {text}" for text in texts if squeeze(text) not in shown)


@test("a workflow shows its decision as a list, and no dead stepper", cases=policies)
def workflow(world, name):
    with without_script() as page:
        page.goto(browser.address(world.sites, "moderators") + f"{name}/")
        steps = page.locator("[data-all] [data-step]")
        expect(steps.count() > 0, "there is no decision")
        problems = [
            f"step {index + 1} cannot be seen" for index in range(steps.count())
            if not steps.nth(index).is_visible()]
        if page.locator("[data-stepper]").is_visible():
            problems.append("the stepper shows without its script")
        if not page.locator("#ladder table").is_visible():
            problems.append("the ladder cannot be seen")
        expect_none(problems)


@test("a calibration set can be opened case by case", cases=policies)
def calibration(world, name):
    with without_script() as page:
        page.goto(browser.address(world.sites, "moderators") + f"{name}/calibration/")
        summaries = page.locator("[data-verdict] summary")
        expect(summaries.count() > 0, "no case can be opened")
        summaries.first.click()
        expect(page.locator("[data-verdict] .verdict").first.is_visible(), "the answer stays hidden")


@test("a button that needs script is not shown", cases=["help/", "moderators/", "emails/"])
def no_dead_buttons(world, site):
    site = site.rstrip("/")
    problems = []
    with without_script() as page:
        for address in world.sites.pages(site):
            page.goto(browser.address(world.sites, site) + address)
            for button in page.locator("button:not([type=submit])").all():
                if button.is_visible():
                    problems.append(f"{site}/{address}: {button.inner_text()}")
    expect_none(problems)


@test("the search form leads to a page with a link to the list of all", cases=["help", "moderators", "emails"])
def search(world, site):
    with without_script() as page:
        page.goto(browser.address(world.sites, site))
        field = page.locator("input[type=search]").first
        field.fill("gift card")
        field.press("Enter")
        page.wait_for_url("**/search/**")
        expect("q=gift" in page.url, f"the words got lost: {page.url}")
        links = [link for link in page.locator("main a").all() if link.is_visible()]
        expect(links, "the page has no link")
        links[0].click()
        listed = page.locator("main").inner_html()
        for name in world.sites.ids():
            expect(f"{name}/" in listed, f"{name} is not on {page.url}")
