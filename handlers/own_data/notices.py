"""The file with everything held of a person, made when it leaves; and the word that nothing is held any more."""

from typing import Any

from bot.own_data import acts as my_data
from bot.own_data import erasing
from bot.own_data.erased import Goodbye
from bot.own_data.rules import MyData
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.own_data.screens import erased, file


async def look(tx: Tx, notice: Notice, now: int) -> MyData | None:
    return await my_data.gather(tx, notice.person_id, now) if notice.person_id else None


async def look_back(tx: Tx, notice: Notice, now: int) -> Goodbye:
    return await erasing.goodbye(tx, notice.chat_id, str(notice.facts["language"]))


NOTICES: dict[str, LateNotice[Any]] = {
    my_data.KIND: LateNotice(look, file, heavy=True),
    erasing.GOODBYE: LateNotice(look_back, erased),
}
