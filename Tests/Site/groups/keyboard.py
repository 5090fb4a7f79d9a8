"""Without a mouse: skip link first, everything reachable, focus visible."""

from browser import Browser, sample
from suite import expect, expect_none, test
from world import SITES

INTERACTIVE = "a[href], button, input, select, textarea, summary, [tabindex='0']"

# What has the focus, and whether anything around it shows that.
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const seen = (e) => {
    const s = getComputedStyle(e);
    return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 1 || s.boxShadow !== "none";
  };
  const box = e.getBoundingClientRect();
  return {
    index: window.__all ? window.__all.indexOf(e) : -1, tag: e.tagName,
    name: (e.textContent || e.ariaLabel || e.id || "").trim().slice(0, 40),
    shows: seen(e) || [...document.querySelectorAll("label")].some((l) => l.contains(e) && seen(l)),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""

# Elements that Tab must reach: of a group of radio buttons, the chosen one.
COLLECT = """(selector) => {
  window.__all = [...document.querySelectorAll(selector)].filter((e) =>
    e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true })
    && !(e.type === "radio" && !e.checked) && e.type !== "hidden");
  return window.__all.map((e) => e.tagName + " " + (e.textContent || e.ariaLabel || e.name || "").trim().slice(0, 40));
}"""

browser = None


def setup(_):
    global browser
    browser = Browser()


def teardown():
    browser.close()


def some_pages(world):
    return [f"{site}/{page}" for site in SITES for page in sample(world.sites.pages(site), each=1)
            if not page.endswith(".html") or page == "404.html"]


def open_page(world, address):
    site, name = address.split("/", 1)
    # Without motion, the page has scrolled to what has the focus when it is asked.
    return browser.page(browser.address(world.sites, site) + name, reduced_motion="reduce")


@test("the skip link comes first, shows, and leads to the content", cases=["help/", "moderators/", "emails/", "help/pay-outside/"])
def skip_link(world, address):
    with open_page(world, address) as page:
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        expect(focused, "Tab goes nowhere")
        href = page.evaluate("document.activeElement.getAttribute('href')")
        expect(href == "#main", f"first comes {focused['tag']} {focused['name']}")
        expect(focused["inside"], "it has the focus and cannot be seen")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
        expect(inside, "after it, Tab goes on outside of the content")


@test("Tab reaches everything, and shows where it is", cases=some_pages)
def reachable(world, address):
    with open_page(world, address) as page:
        names = page.evaluate(COLLECT, INTERACTIVE)
        reached, problems = set(), []
        for _ in range(len(names) * 2 + 40):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            if focused is None:
                if reached:
                    break
                continue
            if focused["tag"] == "IFRAME":
                continue
            if focused["index"] in reached and len(reached) == len(names):
                break
            reached.add(focused["index"])
            if not focused["shows"]:
                problems.append(f"no visible focus: {focused['tag']} {focused['name']}")
            if not focused["inside"]:
                problems.append(f"focus out of sight: {focused['tag']} {focused['name']}")
        problems += [f"never reached: {name}" for i, name in enumerate(names) if i not in reached]
        expect_none(dict.fromkeys(problems))


@test("what is to be clicked is 24 px high and wide, or stands in a line of text")
def targets(world):
    problems = []
    script = """() => [...document.querySelectorAll("button, summary, input:not([type=hidden]), nav a, .row a")]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".skip, .vh"))
      .map((e) => [e, (e.closest("label") || e).getBoundingClientRect()])
      .filter(([e, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(([e, box]) => `${e.tagName} ${(e.textContent || e.name).trim().slice(0, 30)} ${box.width.toFixed()} × ${box.height.toFixed()}`)"""
    for address in some_pages(world):
        with open_page(world, address) as page:
            page.set_viewport_size({"width": 390, "height": 844})
            problems += [f"{address}: {one}" for one in page.evaluate(script)]
    expect_none(problems)
