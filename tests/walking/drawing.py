"""Draws what a walk has found: ``docs/map.md``, which button stands where, what it leads to, and who is shown it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from bot.speech.buttons import KINDS
from tests.walking.steps import Found

MAP = Path(__file__).parents[2] / "docs" / "map.md"
ROLES = ("newcomer", "child", "minor", "volunteer", "captain", "social_worker", "coordinator", "administrator")
TOGETHER = (
    (ROLES[1:], "everybody who joined"),
    (ROLES[3:], "adults"),
    (ROLES[4:], "captains and staff"),
    (ROLES[5:], "staff"),
    (ROLES[6:], "the office"),
)
"""Names of the groups that most buttons are for, the largest first."""
HEAD = """# The map

Which button stands where, what it leads to, and who is shown it: as a walk through the demo's agency finds it
(`tests/walking/`, `make map`). A button may stand in more places than these; one that stands nowhere fails the walk.

Whoever has not joined is shown the privacy notice (`ReadIn`, `Agree`) whatever was pressed or typed.
*writes* is a form that waits for typed words, *tells* a notice to others. The names of buttons are those of
`handlers/links/`.
"""


def drawn(found: Found) -> str:
    """The same for the same walk."""
    parts = [HEAD, section("Commands", sources(found, "/")), section("Forms", sources(found, "form "))]
    parts.append(section("Notices", sources(found, "notice ")))
    return "\n".join((*parts, *subjects(found)))


def section(title: str, lines: Iterable[str]) -> str:
    return "\n".join((f"## {title}", "", "| from | leads to |", "|---|---|", *lines, ""))


def sources(found: Found, begins: str) -> Iterator[str]:
    for source in sorted({*found.shown, *found.forms} - {"time"}):
        if source.startswith(begins):
            yield f"| {source.removeprefix(begins) if begins != '/' else source} | {leads(found, source)} |"


def subjects(found: Found) -> Iterator[str]:
    """Those of each folder in ``handlers/``."""
    stands = defaultdict[str, set[str]](set)
    seen_by = defaultdict[str, set[str]](set)
    for source, kinds in found.shown.items():
        for kind, roles in kinds.items():
            if not is_threshold(source, kind, roles):
                stands[kind].add(source)
            seen_by[kind] |= roles
    by_subject = defaultdict[str, list[str]](list)
    for button in (one for one in KINDS.values() if one.module.startswith("handlers.")):
        home = str(getattr(button, "module", button.__module__))
        by_subject[home.rsplit(".", 1)[1]].append(button.__name__)
    for subject, names in sorted(by_subject.items()):
        yield "\n".join((f"## {subject}", "", "| button | stands after | leads to | for |", "|---|---|---|---|"))
        for name in sorted(names):
            after = listed(stands[name] - {name}) or "—"
            yield f"| **{name}** | {after} | {leads(found, name) or '—'} | {people(seen_by[name])} |"
        yield ""


def leads(found: Found, source: str) -> str:
    """To which buttons, what is typed then, and who is told."""
    shown = found.shown.get(source, {}).items()
    ways = [listed({kind for kind, roles in shown if not is_threshold(source, kind, roles)} - {source})]
    ways += [f"*writes* {listed(found.forms[source])}"] if source in found.forms else []
    told = found.told.get(source)
    ways += [f"*tells* {listed(told)}"] if told and not source.startswith("notice ") else []
    return " · ".join(way for way in ways if way)


def is_threshold(source: str, kind: str, roles: set[str]) -> bool:
    """Whoever has not joined is asked to, whatever was pressed: that is said once."""
    return roles == {"newcomer"} and kind in {"ReadIn", "Agree"} and source not in {"/start", "ReadIn"}


def listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names))


def people(roles: set[str]) -> str:
    for group, name in TOGETHER:
        if set(group) == roles:
            return name
    return ", ".join(role.replace("_", " ") for role in ROLES if role in roles)
