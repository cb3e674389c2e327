"""What a minor hears of a guardian's answer, and a guardian of a minor's question."""

from typing import Any

from bot.guardians import acts as guardians
from bot.guardians import companions, wishes
from bot.guardians.rules import CompanionSought, ConsentEnded, MayJoin
from bot.people.readers import reader
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.guardians import companion_screens as companion_views
from handlers.guardians import screens as views


async def look(tx: Tx, notice: Notice, now: int) -> ConsentEnded:
    return await guardians.ended(tx, int(notice.facts["guardian"]))


async def may_join(tx: Tx, notice: Notice, now: int) -> MayJoin | None:
    by, shift = int(notice.facts["by"]), int(notice.facts["shift"])
    return await wishes.look(tx, notice.person_id or 0, now, by=by, shift_id=shift)


async def asked(tx: Tx, notice: Notice, now: int) -> CompanionSought | None:
    guardian = await reader(tx, notice.person_id or 0, "UTC")
    return await companions.still_sought(tx, guardian, int(notice.facts["child"])) if guardian else None


NOTICES: dict[str, LateNotice[Any]] = {
    wishes.AGREED: LateNotice(may_join, companion_views.guardian_agreed),
    wishes.COMPANION: LateNotice(may_join, companion_views.companion_named),
    companions.ASKED: LateNotice(asked, companion_views.asked_by_child),
    guardians.TAKEN_BACK: LateNotice(look, views.guardian_took_back),
}
