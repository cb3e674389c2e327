"""What one part of a button may be, with its bounds. What lies outside was written by no screen of ours: a stale card.

The line of a link says the types of its parts (``Link[Id]``), for mypy and for whoever takes the press: there is no
other place where a value out of a button is read. An enumeration, a ``Literal`` and ``X | None`` need nothing more;
None travels as ''. The bounds keep every number inside what the databases, calendars and clocks can hold.
"""

import re
from collections.abc import Iterable
from datetime import date
from enum import EnumMeta
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from bot.activities.kinds import KINDS
from bot.call_list.rules import MARKS as CALL_MARKS
from bot.ground.viewer import LANGUAGES, Language
from bot.reports.rules import PERIOD_KINDS
from bot.roll_call.rules import MARKS, AttendanceState

NUMBER = re.compile(r"0|-?[1-9][0-9]{0,16}")
YEARS = range(1970, 2101)
LATEST_MOMENT = 4_133_980_799  # the last second of 2100, UTC
MOST_ID = (1 << 53) - 1


class Misfit(ValueError):
    """Text that no button of ours carries here."""


class Part:
    """How a value travels. ``read`` raises Misfit, and nothing else, whatever the text is."""

    def read(self, text: str) -> Any:
        raise NotImplementedError

    def write(self, value: Any) -> str:
        return str(value)


class Whole(Part):
    """A whole number between two others, both allowed."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def read(self, text: str) -> int:
        if not NUMBER.fullmatch(text) or not self.least <= int(text) <= self.most:
            raise Misfit
        return int(text)


class OneOf(Part):
    """One of a few values, each by the text it is written as."""

    def __init__(self, values: Iterable[Any]) -> None:
        self.values = {str(value): value for value in values}

    def read(self, text: str) -> Any:
        try:
            return self.values[text]
        except KeyError:
            raise Misfit from None


class YesOrNo(Part):
    def read(self, text: str) -> bool:
        if text not in {"0", "1"}:
            raise Misfit
        return text == "1"

    def write(self, value: bool) -> str:
        return "1" if value else "0"


class Like(Part):
    """Text of one pattern, whole; a pattern admits ASCII only and says how long it may be."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def read(self, text: str) -> str:
        if not compiled(self.pattern).fullmatch(text):
            raise Misfit
        return text


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """At the first press, not at every start."""
    return re.compile(pattern)


class ADay(Part):
    """A day that every calendar has, within ``YEARS``. ``dash`` stands between its parts."""

    def __init__(self, dash: str) -> None:
        self.dash = dash
        self.pattern = dash.join((r"[12][0-9]{3}", r"[01][0-9]", r"[0-3][0-9]"))

    def read(self, text: str) -> date:
        if not compiled(self.pattern).fullmatch(text):
            raise Misfit
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise Misfit from None
        if day.year not in YEARS:
            raise Misfit
        return day

    def write(self, value: date) -> str:
        return value.isoformat().replace("-", self.dash)


class OrNothing(Part):
    """None travels as an empty part."""

    def __init__(self, part: Part) -> None:
        self.part = part

    def read(self, text: str) -> Any:
        return self.part.read(text) if text else None

    def write(self, value: Any) -> str:
        return "" if value is None else self.part.write(value)


Id = Annotated[int, Whole(1, MOST_ID)]
IdOrNone = Annotated[int, Whole(0, MOST_ID)]
"""0 is nobody, nothing, or 'ask which'."""
Revision = Annotated[int, Whole(0, MOST_ID)]
Page = Annotated[int, Whole(0, 9_999)]
Turned = Annotated[int, Whole(0, 9)]
"""A page of a calendar, five weeks each."""
Place = Annotated[int, Whole(0, 9_999)]
"""In a list, from 0 on."""
Offset = Annotated[int, Whole(0, 999_999)]
"""How many of a list come before."""
Minutes = Annotated[int, Whole(0, 24 * 60)]
People = Annotated[int, Whole(0, 100_000)]
DaysAgo = Annotated[int, Whole(0, 3_660)]
Moment = Annotated[int, Whole(0, LATEST_MOMENT)]
"""Seconds since 1970 UTC."""
Flag = Annotated[bool, YesOrNo()]

Day = Annotated[date, ADay("")]
"""20261205."""
DashedDay = Annotated[date, ADay("-")]
"""2026-12-05."""
Month = Annotated[str, Like(r"(?:19[789][0-9]|20[0-9]{2}|2100)-(?:0[1-9]|1[0-2])")]
Clock = Annotated[str, Like(r"(?:[01][0-9]|2[0-3])[0-5][0-9]")]
"""1430, for a button would not carry a colon."""

Spoken = Annotated[Language, OneOf(LANGUAGES)]
ServiceKind = Annotated[str, OneOf(("", *KINDS))]
"""'' is any kind."""
PeriodKind = Annotated[str, OneOf(PERIOD_KINDS)]
Mark = Annotated[AttendanceState, OneOf(MARKS)]
CallMark = Annotated[int, Whole(0, len(CALL_MARKS) - 1)]
"""What is said of a name on a call list, by its place among the marks."""

Scope = Annotated[str, Like(r"[ts][1-9][0-9]{0,14}")]
"""A team or a station with all below it: t5, s2."""
Audience = Annotated[str, Like(r"[tsa][1-9][0-9]{0,14}")]
"""A team, a station, or who takes part in an activity: t3, s4, a17."""
Code = Annotated[str, Like(r"[A-Za-z0-9_-]{22}")]
"""The secret of a link: 128 bits."""
Seal = Annotated[str, Like(r"[0-9a-f]{8}")]
Ready = Annotated[str, Like(r"[0-9A-Za-z_-]{1,24}(?: [0-9]{4})?")]
"""A ready answer to a question of a form, read there as if it had been typed."""
ZoneName = Annotated[str, Like(r"[A-Za-z0-9_+-]{1,20}(?:/[A-Za-z0-9_+-]{1,20}){0,2}")]
"""A name, never a path; whether there is such a zone is asked where it is set."""


def part_of(annotation: Any) -> Part:
    """How a part of this type travels. Raises TypeError for one that says no bounds, such as plain int or str."""
    for said in getattr(annotation, "__metadata__", ()):
        if isinstance(said, Part):
            return said
    return unannotated(annotation)


@cache
def unannotated(annotation: Any) -> Part:
    if get_origin(annotation) is Literal:
        return OneOf(get_args(annotation))
    if isinstance(annotation, EnumMeta):
        return OneOf(annotation)
    meant = [one for one in get_args(annotation) if one is not type(None)]
    if len(meant) == 1 and len(get_args(annotation)) == 2:
        return OrNothing(part_of(meant[0]))
    raise TypeError(f"a part of a button needs its bounds: {annotation}")
