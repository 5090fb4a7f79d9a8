"""A small runner: a group is a module, a test is a function that is named by a sentence."""

import dataclasses
import importlib
import time
import traceback


class Skip(Exception):
    """Something optional is missing on this machine."""


class Failure(AssertionError):
    """What should hold does not."""


@dataclasses.dataclass
class Result:
    group: str
    name: str
    outcome: str  # passed, failed, skipped
    detail: str = ""
    seconds: float = 0.0


_registered = {}


def test(name, cases=None):
    """Names a test. `cases` gives one test for each of its values, from the world or a list."""

    def register(function):
        _registered.setdefault(function.__module__, []).append((name, cases, function))
        return function

    return register


def expect(holds, message):
    if not holds:
        raise Failure(message)


def expect_none(problems, limit=20):
    problems = list(problems)
    if problems:
        more = [f"… and {len(problems) - limit} more"] if len(problems) > limit else []
        raise Failure("\n".join([str(problem) for problem in problems[:limit]] + more))


def run_group(group, world):
    """Runs one group; a group that cannot begin is one skip or one failure."""
    results = []
    try:
        module = importlib.import_module(f"groups.{group}")
        setup = getattr(module, "setup", None)
        if setup:
            setup(world)
    except Exception as error:
        return [_result(group, "can begin", error, 0)]
    for name, cases, function in _registered.get(module.__name__, []):
        if cases is None:
            runs = [(name, ())]
        else:
            try:
                values = cases(world) if callable(cases) else cases
            except Exception as error:
                results.append(_result(group, name, error, 0))
                continue
            runs = [(f"{name}: {value}", (value,)) for value in values]
        for title, arguments in runs:
            begin = time.monotonic()
            error = None
            try:
                function(world, *arguments)
            except Exception as caught:
                error = caught
            results.append(_result(group, title, error, time.monotonic() - begin))
    teardown = getattr(module, "teardown", None)
    if teardown:
        teardown()
    return results


def _result(group, name, error, seconds):
    if error is None:
        return Result(group, name, "passed", "", seconds)
    if isinstance(error, Skip):
        return Result(group, name, "skipped", str(error), seconds)
    if isinstance(error, AssertionError):
        return Result(group, name, "failed", str(error) or "an assertion failed", seconds)
    detail = "".join(traceback.format_exception(error)[-3:])
    return Result(group, name, "failed", detail, seconds)
