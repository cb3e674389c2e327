"""What a minor hears of a guardian's answer."""

from bot.storage.transaction import Tx
from bot.use_cases import guardians
from bot.views import guardians as views
from bot.wire.rendering import LateNotice, Notice


async def look(tx: Tx, notice: Notice, now: int) -> str | None:
    """The guardian's name; None once the guardian is erased."""
    return await guardians.name_of(tx, int(notice.facts["guardian"]))


NOTICES: dict[str, LateNotice[str]] = {
    guardians.AGREED: LateNotice(look, views.guardian_agreed),
    guardians.TAKEN_BACK: LateNotice(look, views.guardian_took_back),
}
