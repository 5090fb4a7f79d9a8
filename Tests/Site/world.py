"""What all groups share: the program, Quillwork's sites, and a folder to work in."""

import dataclasses
import os
import pathlib
import re
import shutil
import subprocess

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]

# Sites say what is in force, and that depends on the day. On the second day, some rules are
# announced and not yet in force.
TODAY = "2026-11-20"
EARLIER = "2026-07-10"

SITES = ("help", "moderators", "emails")


@dataclasses.dataclass
class Build:
    root: pathlib.Path
    report: str
    policies: dict = dataclasses.field(default_factory=dict)

    def csp(self, site):
        """The header that the build printed for a site."""
        found = re.search(rf"Serve {site}/ with: Content-Security-Policy: (.+)", self.report)
        if not found:
            raise AssertionError(f"the build printed no header for {site}/:\n{self.report}")
        return found.group(1).strip()

    def pages(self, site):
        """Addresses of all pages of a site, as they are served: folders for index.html."""
        root = self.root / site
        pages = []
        for path in sorted(root.rglob("*.html")):
            name = path.relative_to(root).as_posix()
            pages.append(name.removesuffix("index.html") if name.endswith("index.html") else name)
        return pages

    def ids(self):
        """The policies that are published."""
        return sorted(path.parent.name for path in (self.root / "help").glob("*/policy.json"))


@dataclasses.dataclass
class World:
    bylaw: pathlib.Path
    work: pathlib.Path
    sites: Build = None
    portable: Build = None
    earlier: Build = None

    def environment(self, **more):
        keep = {name: os.environ[name] for name in ("TMPDIR", "TZ") if name in os.environ}
        return {
            **keep, "PATH": f"{self.bylaw.parent}:{os.environ.get('PATH', '/usr/bin:/bin')}",
            "HOME": str(self.work), "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", **more,
        }

    def run(self, *arguments, cwd=None, status=None, env=None, timeout=120):
        """Runs the program; `status` is what it must end with."""
        done = subprocess.run(
            [str(self.bylaw), *map(str, arguments)], cwd=cwd or REPOSITORY, text=True,
            capture_output=True, stdin=subprocess.DEVNULL, timeout=timeout,
            env=self.environment(**(env or {})))
        if status is not None and done.returncode != status:
            raise AssertionError(
                f"bylaw {' '.join(map(str, arguments))} ended with {done.returncode}, "
                f"not {status}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done

    def build(self, output, *options, workspace=REPOSITORY, today=TODAY):
        done = self.run(
            "build", "--output", output, "--today", today, "-C", workspace, *options, status=0)
        return Build(pathlib.Path(output), done.stderr)

    def copy_workspace(self, name):
        """Quillwork without git, in a folder of its own that a test may change. No record counts
        there, so the gates ask nobody."""
        target = self._folder(name)
        target.mkdir(parents=True)
        (target / "bylaw.yml").write_text(settings_that_ask_nobody())
        shutil.copytree(REPOSITORY / "policies", target / "policies")
        return target

    def clone_workspace(self, name):
        """Quillwork with its whole history, in a folder of its own."""
        target = self._folder(name)
        subprocess.run(
            ["git", "clone", "-q", "--no-hardlinks", str(REPOSITORY), str(target)], check=True,
            env=self.environment(), timeout=120)
        return target

    def _folder(self, name):
        target = self.work / name
        if target.exists():
            shutil.rmtree(target)
        return target


def settings_that_ask_nobody():
    """Quillwork's bylaw.yml with gates and languages that need no signature."""
    settings = (REPOSITORY / "bylaw.yml").read_text()
    settings = re.sub(r"^    groups: \[[^\]]*\]$", "    groups: []", settings, flags=re.M)
    before, gates, after = re.split(r"(^lifecycle:\n(?:[ #].*\n|\n)*)", settings, flags=re.M)
    gates = re.sub(r"(groups|article|workflow|emails|release): \[[^\]]*\]", r"\1: []", gates)
    gates = re.sub(r"^  enforced_since: .*\n", "", gates, flags=re.M)
    return before + gates + after


def make_world(bylaw, work):
    world = World(pathlib.Path(bylaw).resolve(), pathlib.Path(work).resolve())
    world.sites = world.build(world.work / "sites")
    world.portable = world.build(world.work / "portable", "--portable")
    world.earlier = world.build(world.work / "earlier", today=EARLIER)
    return world
