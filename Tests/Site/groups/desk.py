"""What script adds: the moderators' stepper, the self-test, and the choice of colours."""

import re

from browser import Browser
from suite import expect, expect_none, test

browser = None

# The decision as the page states it for readers without script.
DECISION = """() => Object.fromEntries([...document.querySelectorAll("[data-all] [data-step]")].map((li) => [
  li.dataset.step, {
    question: li.querySelector("p").textContent.trim(),
    answers: [...li.querySelectorAll("[data-to]")].map((a) => a.dataset.to) }]))"""

LADDER = """() => Object.fromEntries([...document.querySelectorAll("tr[data-severity]")].map((tr) => [
  tr.dataset.severity, [...tr.querySelectorAll("td[data-action]:not([data-refused])")].map((td) => [
    td.dataset.action, td.querySelector(".act").textContent])]))"""


def setup(_):
    global browser
    browser = Browser()


def teardown():
    browser.close()


def policies(world):
    return world.sites.ids()


def paths(decision, ladder):
    """Every way through: the keys to press, and the action at the end where the ladder gives it."""
    ways = []

    def follow(target, keys):
        kind, _, value = target.partition(":")
        if kind == "step":
            for index, answer in enumerate(decision[value]["answers"]):
                follow(answer, keys + [index + 1])
        elif kind == "severity":
            cells = ladder[value]
            if len({title for _, title in cells}) == 1:
                ways.append((keys, cells[0][0]))
            else:
                ways.extend((keys + [column + 1], action) for column, (action, _) in enumerate(cells))
        else:
            ways.append((keys, value if kind == "action" else None))

    follow("step:" + next(iter(decision)), [])
    return ways


def spread(ways, count=14):
    step = max(1, len(ways) // count)
    return ways[::step]


def open_workflow(world, name):
    return browser.page(browser.address(world.sites, "moderators") + f"{name}/")


@test("every way through a decision ends at its result, by keys alone", cases=policies)
def stepper(world, name):
    with open_workflow(world, name) as page:
        decision, ladder = page.evaluate(DECISION), page.evaluate(LADDER)
        problems = []
        for keys, action in spread(paths(decision, ladder)):
            for key in keys:
                page.keyboard.press(str(key))
            words = f"keys {' '.join(map(str, keys))}"
            if not page.locator("[data-result]").is_visible():
                problems.append(f"{words}: no result")
            elif action and page.locator(f"[data-result] .big .act-{action}").count() != 1:
                said = page.locator("[data-result] .big").inner_text()
                problems.append(f"{words}: should be {action}, and says {said}")
            elif action and page.locator(f"[data-email='{action}'] a").count() \
                    and page.locator("[data-result] [data-fact=mail] a").count() != 1:
                problems.append(f"{words}: no e-mail to send")
            for _ in keys:
                page.keyboard.press("Backspace")
            if page.locator(".trail li").count():
                problems.append(f"{words}: Backspace does not lead back")
        problems += page.troubles
        expect_none(problems)


@test("the stepper asks how often only where that matters, and never whether somebody refused", cases=policies)
def occasions(world, name):
    with open_workflow(world, name) as page:
        decision, ladder = page.evaluate(DECISION), page.evaluate(LADDER)
        question = page.locator("table.ladder").get_attribute("data-question")
        problems = []
        for keys, action in paths(decision, ladder):
            for key in keys[:-1]:
                page.keyboard.press(str(key))
            if page.locator("[data-stepper] h3").inner_text().strip() == question:
                labels = page.locator("[data-stepper] .answers button span:not(.act)").all_inner_texts()
                pills = page.locator("[data-stepper] .answers .act").all_inner_texts()
                if any("refused" in label.lower() for label in labels):
                    problems.append(f"keys {keys}: it offers {labels}")
                if len(set(pills)) == 1:
                    problems.append(f"keys {keys}: all answers lead to {pills[0]}")
            for _ in keys[:-1]:
                page.keyboard.press("Backspace")
        expect_none(problems + page.troubles)


@test("the stepper asks the first question, notes the way, and starts again")
def trail(world):
    with open_workflow(world, world.sites.ids()[0]) as page:
        decision = page.evaluate(DECISION)
        first = next(iter(decision.values()))["question"]
        title = page.locator("[data-stepper] h3")
        expect(title.inner_text().strip() == first, f"it asks {title.inner_text()!r}, not {first!r}")
        page.keyboard.press("1")
        expect(page.locator(".trail li").count() == 1, "the answer is not noted")
        page.keyboard.press("9")
        expect(page.locator(".trail li").count() == 1, "a key without an answer does something")
        page.keyboard.press("Control+1")
        expect(page.locator(".trail li").count() == 1, "Control-1 belongs to the browser")
        page.locator(".keys button").click()
        expect(page.locator(".trail li").count() == 0, "it does not start again")


@test("typing into the search field answers no question")
def typing(world):
    with open_workflow(world, world.sites.ids()[0]) as page:
        field = page.locator("input[type=search]").first
        field.focus()
        page.keyboard.type("12")
        page.keyboard.press("Backspace")
        expect(page.locator(".trail li").count() == 0, "a digit in the field answered")
        expect(field.input_value() == "1", "Backspace in the field did something else")


@test("a self-test counts what agrees, and gives the reason after the answer", cases=policies)
def calibration(world, name):
    url = browser.address(world.sites, "moderators") + f"{name}/calibration/"
    with browser.page(url) as page:
        cases = page.locator("[data-verdict]")
        count = cases.count()
        expect(count >= 6, f"{count} cases")
        verdicts = [cases.nth(i).get_attribute("data-verdict") for i in range(count)]
        labels = {"Allowed": "allowed", "Not allowed": "denied", "It depends": "depends"}
        expect(set(verdicts) <= set(labels.values()), f"verdicts {set(verdicts)}")
        for index in range(count):
            case = cases.nth(index)
            expect(not case.locator(".verdict").is_visible(), f"case {index + 1} shows its answer")
            case.get_by_role("button", name="Not allowed", exact=True).click()
            expect(case.locator(".verdict").is_visible(), f"case {index + 1} hides its answer")
        score = page.locator("[data-score]").inner_text()
        same = verdicts.count("denied")
        numbers = [int(n) for n in re.findall(r"\d+", score)]
        expect(numbers == [count, count, same], f"the score is {score!r}, and {same} of {count} agree")


@test("the button for colours changes them, and the choice stays", cases=["light", "dark"])
def colours(world, scheme):
    site = browser.address(world.sites, "help")
    other = {"light": "dark", "dark": "light"}[scheme]
    paper = "getComputedStyle(document.body).backgroundColor"
    with browser.page(site, color_scheme=scheme) as page:
        before = page.evaluate(paper)
        button = page.locator("button.theme")
        expect(other in button.get_attribute("aria-label"), "its name does not say what it does")
        button.click()
        after = page.evaluate(paper)
        expect(before != after, "the colours stay")
        page.goto(site + "a-z/")
        expect(page.evaluate(paper) == after, "the next page forgets the choice")
        expect(scheme in page.locator("button.theme").get_attribute("aria-label"), "its name is old")
    with browser.page(site, color_scheme=other) as page:
        expect(page.evaluate(paper) == after, "the choice looks different from the preference")


@test("reduced motion and forced colours leave every page readable")
def preferences(world):
    problems = []
    name = world.sites.ids()[0]
    for site, address in (("help", ""), ("help", f"{name}/"), ("moderators", f"{name}/")):
        options = {"reduced_motion": "reduce", "forced_colors": "active"}
        with browser.page(browser.address(world.sites, site) + address, **options) as page:
            moving = page.evaluate("document.getAnimations().length")
            if moving or page.troubles:
                problems.append(f"{site}/{address}: {moving} animations {page.troubles}")
    expect_none(problems)
