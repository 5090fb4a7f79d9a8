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
    td.dataset.action, td.querySelector(".step").textContent])]))"""


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


def open_workflow(world, name, **options):
    return browser.page(browser.address(world.sites, "moderators") + f"{name}/", **options)


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


# What is too wide for the window after each key of each way; ways that begin alike are walked once.
WALK = """(ways) => {
  const press = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const wide = new Set();
  for (const keys of ways) {
    keys.forEach((key, index) => {
      press(String(key));
      const width = document.documentElement.scrollWidth;
      if (width > innerWidth) wide.add(`keys ${keys.slice(0, index + 1).join(" ")}: ${width} px wide`);
    });
    keys.forEach(() => press("Backspace"));
  }
  return [...wide];
}"""


@test("no step of a decision scrolls sideways on a phone", cases=policies)
def narrow_stepper(world, name):
    problems = []
    with open_workflow(world, name, viewport={"width": 320, "height": 640}) as page:
        ways = [keys for keys, _ in paths(page.evaluate(DECISION), page.evaluate(LADDER))]
        for width in (320, 390):
            page.set_viewport_size({"width": width, "height": 640})
            problems += [f"{width} px, {one}" for one in page.evaluate(WALK, ways)]
        page.keyboard.press("1")
        # Words of an answer given stand below its question, and not in a column of their own.
        column = page.locator(".trail b").first.bounding_box()["width"]
        if column < 200:
            problems.append(f"an answer given has {column} px")
        expect_none(problems + page.troubles)


@test("the note names one rule, which the moderator picks where a severity has several")
def one_rule(world):
    picked = 0
    for name in world.sites.ids():
        with open_workflow(world, name) as page:
            ways = paths(page.evaluate(DECISION), page.evaluate(LADDER))
            for keys, _ in spread(ways, 6):
                for key in keys:
                    page.keyboard.press(str(key))
                rules = page.locator("[data-fact=rule] button")
                if rules.count():
                    expect("rule: …" in page.locator("#note").inner_text(), "a rule is noted unasked")
                    last = rules.last.inner_text()
                    rules.last.click()
                    noted = page.locator("#note").inner_text()
                    expect(f"rule: {last}\n" in noted, f"{last} was picked; the note says {noted!r}")
                    picked += 1
                for _ in keys:
                    page.keyboard.press("Backspace")
            expect_none(page.troubles)
    expect(picked > 0, "no severity has several rules")


@test("at the end nothing is asked and no key is offered")
def ended(world):
    with open_workflow(world, world.sites.ids()[0]) as page:
        keys, _ = paths(page.evaluate(DECISION), page.evaluate(LADDER))[0]
        for key in keys:
            page.keyboard.press(str(key))
        expect(not page.locator(".ask").is_visible(), "something is asked")
        expect(not page.get_by_text("answer", exact=True).first.is_visible(), "keys are offered")
        expect(page.evaluate("document.activeElement.id") == "outcome", "the result has no focus")
        page.keyboard.press("Backspace")
        expect(page.locator(".ask").is_visible(), "Backspace asks nothing again")


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
                labels = page.locator("[data-stepper] .answers button .a").all_inner_texts()
                pills = page.locator("[data-stepper] .answers .step").all_inner_texts()
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


@test("a letter's frame is as tall as the letter, in light and in dark")
def frames(world):
    page_of = {page.split("/")[1]: page for page in world.sites.pages("emails")
               if page.count("/") == 2 and page.endswith("/")}
    problems = []
    for address in sorted(page_of.values()):
        with browser.page(browser.address(world.sites, "emails") + address) as page:
            for colours in ("Light", "Dark"):
                page.get_by_label(colours, exact=True).check()
                for frame in page.locator("iframe:visible").element_handles():
                    letter = frame.content_frame().evaluate("document.body.offsetHeight")
                    height = frame.bounding_box()["height"]
                    if not 0 <= height - letter <= 4:
                        problems.append(f"{address}: {colours}: {letter} px in {height} px")
            problems += page.troubles
    expect_none(problems)


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
