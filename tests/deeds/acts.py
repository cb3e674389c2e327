"""What can be done: every function of the acts whose arguments can be drawn."""

import inspect
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, get_type_hints

from tests.deeds.drawing import fits
from tests.mutants.in_python import ROOT
from tests.mutants.kinds import acts

Act = tuple[Callable[..., Any], dict[str, Any]]


@cache
def every() -> dict[str, Act]:
    """By its own name, with the types of what each takes: an act that moves house stays the same."""
    found: list[Act] = []
    for path in sorted(acts()):
        module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for _, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and (taken := takes(function)):
                found.append((function, taken))
    tails = [tails_of(function) for function, _ in found]
    many = Counter(tail for one in tails for tail in one)
    return {next(tail for tail in one if many[tail] == 1): act for one, act in zip(tails, found, strict=True)}


def tails_of(function: Callable[..., Any]) -> list[str]:
    """The shortest first: with its subject, and then with its module, only where several have one name."""
    _, subject, *_ = function.__module__.split(".")
    name = function.__name__
    return [name, f"{subject}.{name}", f"{function.__module__.removeprefix('bot.')}.{name}"]


def takes(function: Callable[..., Any]) -> dict[str, Any] | None:
    """None where something has to be given that cannot be drawn."""
    hints = get_type_hints(function)
    named = [one for one in inspect.signature(function).parameters.values() if one.kind is not one.VAR_KEYWORD]
    drawn = {one.name: hints[one.name] for one in named if fits(hints[one.name])}
    return drawn if all(one.name in drawn or one.default is not one.empty for one in named) else None
