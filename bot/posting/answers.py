"""What was said becomes fields of the draft: kept as typed, but with days made definite, for tomorrow passes."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.activities import rows as activities
from bot.activities.fields import TYPED, Filled
from bot.activities.reading_times import moved, read_start
from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.reading.dates import PARTS, calendar_at
from bot.ground.reading.moments import split_day
from bot.ground.refusals import AmbiguousDate, AmbiguousTime, BadDate, BadTime, Refusal
from bot.ground.text import clean_lines, folded
from bot.ground.times import local_day, zone_named
from bot.posting.draft_card import EVERY, target_of, targets, zone_of
from bot.posting.form_values import read_post, settled
from bot.posting.rules import find_target, typed_on


async def taken(desk: Desk, fields: Mapping[str, Any], said: Mapping[str, str]) -> dict[str, Any]:
    """The draft's fields with what was said; the team first, because its zone reads the times."""
    made = {**fields, "typed": dict(fields["typed"])}
    if "team" in said:
        made = await with_target(desk, made, said["team"])
    if "start" in said:
        made = await with_start(desk, made, said["start"])
    made["typed"] |= {code: clean_lines(text) for code, text in said.items() if code not in {"team", "start"}}
    return await definite(desk, made)


async def with_target(desk: Desk, fields: dict[str, Any], text: str) -> dict[str, Any]:
    typed = {**fields["typed"], "team": clean_lines(text)}
    try:
        target = await target_of(desk, folded(text)) or find_target(text, await targets(desk, EVERY))
    except Refusal:
        return {**fields, "typed": typed, "target": ""}
    if target.team_id is None:
        del typed["team"]
        if typed.get("audience") == "team":
            del typed["audience"]
    else:
        typed["team"] = target.name
    return {**fields, "typed": typed, "target": target.code}


async def with_start(desk: Desk, fields: dict[str, Any], text: str) -> dict[str, Any]:
    """A whole moment, a day alone (the time is asked next), or the time of the day chosen before."""
    zone = zone_named(await zone_of(desk, fields))
    before = read_post(fields["typed"], now=desk.now, zone=zone).values
    day = chosen_day(text, desk.now, zone)
    if fields.get("like") and day is not None:
        shift = await activities.get_shift(desk.tx, fields["like"])
        if shift is not None:
            typed = {**fields["typed"], **typed_on(shift, day)}
            return {**fields, "typed": typed, "like": None, "day": None}
    if day is not None and day < local_day(zone, desk.now):
        return {**fields, "day": None, "typed": {**without_times(fields["typed"]), "start": f"{day} 00:00"}}
    if day is not None:
        return {**fields, "day": str(day), "typed": without_times(fields["typed"])}
    if fields.get("day"):
        with suppress(BadDate, BadTime, AmbiguousDate):
            read_start(text, desk.now, zone)
            return {**fields, "day": None, "typed": restarted(fields["typed"], before, text, desk.now, zone)}
        text = f"{fields['day']} {text}"
    return {
        **fields,
        "day": unsettled(text, desk.now, zone),
        "typed": restarted(fields["typed"], before, text, desk.now, zone),
    }


def unsettled(text: str, now: int, zone: ZoneInfo) -> str | None:
    """The day, where the time is asked back: night or afternoon."""
    try:
        read_start(text, now, zone)
    except AmbiguousTime:
        return str(split_day(text, calendar_at(zone, now))[0])
    except Refusal:
        return None
    return None


def chosen_day(text: str, now: int, zone: ZoneInfo) -> date | None:
    """The day, where nothing else was typed, or only its part (明天下午)."""
    with suppress(BadDate, AmbiguousDate):
        day, rest = split_day(text, calendar_at(zone, now))
        return day if not rest or rest in PARTS else None
    return None


def without_times(typed: Mapping[str, str]) -> dict[str, str]:
    return {field: text for field, text in typed.items() if field not in {"start", "end", "deadline"}}


def restarted(typed: Mapping[str, str], before: Filled, text: str, now: int, zone: ZoneInfo) -> dict[str, str]:
    """With the new start; end, meeting and deadline keep their distance from it."""
    try:
        after = replace(before, **moved(before, *read_start(text, now, zone)))
    except Refusal:
        return {**typed, "start": clean_lines(text)}
    kept = ("start", "end", "deadline", *(("meet",) if "meet" in typed else ()))
    return {**typed, **{code: said for code in kept if (said := TYPED[code].written(after, zone))}}


async def definite(desk: Desk, fields: dict[str, Any]) -> dict[str, Any]:
    """Typed words like tomorrow would mean another day tomorrow."""
    zone = zone_named(await zone_of(desk, fields))
    typed = {field: text for field, text in fields["typed"].items() if text}
    return {**fields, "typed": settled(typed, read_post(typed, now=desk.now, zone=zone), zone)}
