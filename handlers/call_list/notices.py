"""Whom those who lead are asked to phone, and whose hours may be unseen; both as it stands when it leaves."""

from typing import Any

from bot.call_list import undelivered
from bot.call_list.unseen_hours import UnseenHours
from bot.ground.call_list import CallNews
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.call_list import screens as views


async def news(tx: Tx, notice: Notice, _now: int) -> CallNews | None:
    activity, told_at = int(notice.facts["activity"]), int(notice.facts["told_at"])
    return await undelivered.news(tx, activity, told_at=told_at, person_id=notice.person_id or 0)


async def unseen(tx: Tx, notice: Notice, _now: int) -> UnseenHours | None:
    record = int(notice.facts["record"])
    return await undelivered.unseen_hours(tx, record_id=record, person_id=notice.person_id or 0)


NOTICES: dict[str, LateNotice[Any]] = {
    undelivered.KIND: LateNotice(news, views.news),
    undelivered.HOURS: LateNotice(unseen, views.unseen_hours),
}
