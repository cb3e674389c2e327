"""The file with everything held of a person, made when it leaves."""

from bot.domain.my_data import MyData
from bot.storage.transaction import Tx
from bot.use_cases import my_data
from bot.views.my_data import file
from bot.wire.rendering import LateNotice, Notice


async def look(tx: Tx, notice: Notice, now: int) -> MyData | None:
    return await my_data.gather(tx, notice.person_id, now) if notice.person_id else None


NOTICES: dict[str, LateNotice[MyData]] = {my_data.KIND: LateNotice(look, file, heavy=True)}
