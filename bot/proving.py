"""What `liandong verify` and `liandong keys` do: papers without the bot, and the keys that sign them."""

import json
from collections.abc import Sequence
from pathlib import Path

from bot.app import vault_of
from bot.reports.issued import keys as signing_keys
from bot.reports.issued.rules import Key
from bot.settings import Settings
from bot.store.database import in_transaction, open_database
from bot.store.migrating import demand_current
from bot.store.one_process.data_key import check_data_key
from bot.store.transaction import Tx
from bot.wire.clock import SystemClock


def proven(file: Path, keys: Sequence[str]) -> str | None:
    """What was signed, and with which key; None where it was not with one of these, or was changed since.

    Raises OSError.
    """
    from bot.paper import verifying  # noqa: PLC0415  # a third of a second that `run` need not pay
    from bot.paper.limits import LONGEST  # noqa: PLC0415  # as above

    with file.open("rb") as opened:
        pdf = opened.read(LONGEST + 1)
    try:
        content, key = verifying.verified(pdf, [key.lower() for key in keys])
    except verifying.NotOurs:
        return None
    said = json.dumps(json.loads(content), ensure_ascii=False, indent=1, sort_keys=True)
    return f"Genuine: signed with {key}, and nothing was changed since. What was signed:\n{said}"


async def public_keys(read: Settings, *, rotate: bool) -> tuple[Key, ...]:
    """The newest first. ``rotate``: from now on a new pair signs. Raises NoDataKey, WrongKey."""
    await demand_current(read.database_url)
    database = await open_database(read.database_url, beside=True, vault=vault_of(read))
    try:
        if rotate:
            await in_transaction(database, new_pair)
        return await database.see(signing_keys.known)
    finally:
        await database.close()


async def new_pair(tx: Tx) -> None:
    """Sealed with the key of this database or not at all."""
    await check_data_key(tx)
    await signing_keys.make(tx, SystemClock().now())
