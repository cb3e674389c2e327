"""Who hears of what happens, found by looking: each function under ``@hears``, those of the lowest subject first."""

from collections.abc import Sequence
from importlib import import_module
from pkgutil import walk_packages

from bot.happened import HAPPENED, AnyHappened, Hearer

SUBJECTS = (
    "stations", "people", "teams", "members", "roles", "invitations", "activities", "joining", "rosters", "sign_ups",
    "hours", "roll_call", "guardians", "messages", "reminders", "reports", "posting", "call_list", "leading",
    "own_data",
)  # fmt: skip
"""From the lowest up, as the layers of the linter say it: a test holds the one against the other."""


def find() -> None:
    """Whatever hears stands in its line once its module is there."""
    for subject in SUBJECTS:
        folder = import_module(f"bot.{subject}")
        for module in walk_packages(folder.__path__, f"{folder.__name__}."):
            import_module(module.name)


def subject_of(hear: Hearer) -> str:
    return hear.__module__.split(".")[1]


def in_order(line: AnyHappened, found: Sequence[Hearer]) -> tuple[Hearer, ...]:
    """Raises ValueError where that is not one order: nobody hears, one subject twice, or what is no subject."""
    by_subject = {subject_of(hear): hear for hear in found}
    if not by_subject:
        raise ValueError(f"nobody hears of {line}")
    if len(by_subject) < len(found):
        raise ValueError(f"a subject hears of {line} twice: which comes first?")
    if strange := by_subject.keys() - set(SUBJECTS):
        raise ValueError(f"{', '.join(sorted(strange))} hears of {line} and is no subject")
    return tuple(by_subject[subject] for subject in SUBJECTS if subject in by_subject)


def listen() -> None:
    """Once, before anything happens. Raises ValueError as `in_order`."""
    find()
    for line in HAPPENED.values():
        line.order = in_order(line, line.found)
