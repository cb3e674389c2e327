"""The file with everything held of a person, made when it leaves; and the word that nothing is held any more."""

from typing import Any

from bot.domain.erased import Goodbye
from bot.domain.my_data import MyData
from bot.storage.transaction import Tx
from bot.use_cases import erasing, my_data
from bot.views.my_data import erased, file
from bot.wire.rendering import LateNotice, Notice


async def look(tx: Tx, notice: Notice, now: int) -> MyData | None:
    return await my_data.gather(tx, notice.person_id, now) if notice.person_id else None


async def look_back(tx: Tx, notice: Notice, now: int) -> Goodbye:
    return await erasing.goodbye(tx, notice.chat_id, str(notice.facts["language"]))


NOTICES: dict[str, LateNotice[Any]] = {
    my_data.KIND: LateNotice(look, file, heavy=True),
    erasing.GOODBYE: LateNotice(look_back, erased),
}
