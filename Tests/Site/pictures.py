"""Takes the README's pictures: python pictures.py --bylaw PATH"""

import argparse
import pathlib
import sys
import tempfile

import browser
import world

FOLDER = world.REPOSITORY / "docs" / "images"
LIMIT = 200_000


def answer(page):
    """Goes through the decision as a moderator would."""
    for key in "21232212":
        page.keyboard.press(key)


# Name, site, page, and what is done before the picture is taken.
PICTURES = (
    ("help", "help", "pay-outside/", None),
    ("moderators", "moderators", "pay-outside/", answer),
    ("emails", "emails", "pay-outside/restriction/", None),
)


def main():
    parser = argparse.ArgumentParser(description="Takes the README's pictures.")
    parser.add_argument("--bylaw", required=True)
    options = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        place = world.World(pathlib.Path(options.bylaw).resolve(), pathlib.Path(work))
        build = place.build(pathlib.Path(work) / "sites")
        chromium = browser.Browser()
        try:
            return max(take(chromium, build, *picture) for picture in PICTURES)
        finally:
            chromium.close()


def take(chromium, build, name, site, address, prepare):
    path = FOLDER / f"{name}.png"
    url = chromium.address(build, site) + address
    view = {"width": 1280, "height": 860}
    with chromium.page(url, viewport=view, color_scheme="light", reduced_motion="reduce") as page:
        if prepare:
            prepare(page)
            page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")
        page.screenshot(path=path)
    size = path.stat().st_size
    print(f"{path.relative_to(world.REPOSITORY)}: {size} bytes")
    if size > LIMIT:
        print(f"error: more than {LIMIT} bytes", file=sys.stderr)
    return int(size > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
