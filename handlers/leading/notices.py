"""Notices about activities: announcements, changes, cancellations, calendar files, and words from staff."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.activities.rules import ActivityState
from bot.leading import news as looks
from bot.leading.news_rules import Call, Gathered, News
from bot.messages.looks import Letter, Progress
from bot.sign_ups import last_looks as sign_up_looks
from bot.sign_ups.looks import ShiftCard
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.activities.calendar_file import calendar_file
from handlers.leading import news as views
from handlers.messages import broadcast_screens as broadcast_views


async def call(tx: Tx, notice: Notice, now: int) -> Call | None:
    return await looks.call(tx, now, activity_id=notice.facts["activity"], person_id=notice.person_id or 0)


async def gathered(tx: Tx, notice: Notice, now: int) -> Gathered | None:
    return await looks.gathered(tx, now, since=notice.facts["since"], person_id=notice.person_id or 0)


async def entry(tx: Tx, notice: Notice, now: int) -> ShiftCard | None:
    return await looks.entry(tx, now, shift_id=notice.facts["shift"], person_id=notice.person_id or 0)


async def moved(tx: Tx, notice: Notice, now: int) -> Any:
    return await sign_up_looks.look_at(
        tx,
        notice.facts["sign_up"],
        reader_id=notice.person_id or 0,
        now=now,
        matters=sign_up_looks.is_live,
        revision=notice.facts["revision"],
    )


def while_it_is(state: ActivityState) -> Callable[[Tx, Notice, int], Awaitable[News | None]]:
    async def look(tx: Tx, notice: Notice, now: int) -> News | None:
        return await looks.news(tx, now, activity_id=notice.facts["activity"], state=state)

    return look


async def called_off(tx: Tx, notice: Notice, now: int) -> News | None:
    return await looks.called_off(tx, now, activity_id=notice.facts["activity"], person_id=notice.person_id or 0)


async def decision(tx: Tx, notice: Notice, now: int) -> News | None:
    return await looks.decision(tx, now, shift_id=notice.facts["shift"], decide_at=notice.facts["decide_at"])


async def led(tx: Tx, notice: Notice, now: int) -> News | None:
    return await looks.led_now(tx, now, activity_id=notice.facts["activity"], person_id=notice.person_id or 0)


async def helps(tx: Tx, notice: Notice, now: int) -> News | None:
    return await looks.helps_now(tx, now, activity_id=notice.facts["activity"], person_id=notice.person_id or 0)


async def letter(tx: Tx, notice: Notice, now: int) -> Letter | None:
    return await looks.letter(tx, broadcast_id=notice.facts["broadcast"])


async def finished(tx: Tx, notice: Notice, now: int) -> Progress | None:
    return await looks.finished(tx, now, broadcast_id=notice.facts["broadcast"], person_id=notice.person_id or 0)


NOTICES: dict[str, LateNotice[Any]] = {
    "recruiting": LateNotice(call, views.call),
    "recruiting_more": LateNotice(gathered, views.gathered),
    "calendar": LateNotice(entry, calendar_file),
    "moved": LateNotice(moved, views.moved),
    "held": LateNotice(while_it_is(ActivityState.ON_HOLD), views.held),
    "goes_ahead": LateNotice(while_it_is(ActivityState.PUBLISHED), views.goes_ahead),
    "cancelled": LateNotice(called_off, views.cancelled),
    "decide": LateNotice(decision, views.decide),
    "handed_over": LateNotice(led, views.handed_over),
    "helper_named": LateNotice(helps, views.helper_named),
    "broadcast": LateNotice(letter, broadcast_views.letter),
    "broadcast_done": LateNotice(finished, broadcast_views.finished),
}
