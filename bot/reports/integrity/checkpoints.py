"""Once a day each administrator gets the end of the chain of notes, to be kept where nobody who can write the database
can reach it: held against it, a chain that was written anew shows (fault 73).
"""

import re
from zoneinfo import ZoneInfo

from bot import telling
from bot.ground import notices
from bot.ground.frozen import Frozen
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.times import DAY
from bot.reports.integrity import checkpoint_rows as rows
from bot.reports.integrity.checkpoint_rows import Administrator, End
from bot.reports.rules import Fault
from bot.stations import rows as stations
from bot.store import occurrences
from bot.store.ticks import Due
from bot.store.transaction import Tx

WRITTEN = re.compile(r"(?P<number>[1-9][0-9]{0,17})[\s:]+(?P<hash>[0-9a-f]{64})", re.IGNORECASE)


class Checkpoint(Frozen):
    """So many notes there were, and this was the last one's hash."""

    number: int
    hash: str


def read_checkpoint(text: str) -> Checkpoint | None:
    """As it stands in the message, with whatever else was copied along. None where there is none in it."""
    found = WRITTEN.search(text)
    return Checkpoint(int(found["number"]), found["hash"].lower()) if found else None


async def unlike(tx: Tx, checkpoint: Checkpoint) -> Fault | None:
    """Where the chain does not go through this checkpoint. Whether it is whole before it, ``check`` asks by itself."""
    hash = await rows.hash_of_note(tx, number=checkpoint.number)
    return None if hash == checkpoint.hash else Fault("checkpoint", f"audit:{checkpoint.number}")


async def tell_checkpoint(tx: Tx, now: int) -> int:
    """Once a day, where something was noted since the last one; how many were told."""
    day = f"checkpoint:{now // DAY}"
    if await rows.happened(tx, key=day):
        return 0
    end = await rows.end_now(tx)
    if end is None or not await occurrences.claim(tx, day, now):
        return 0
    if not await occurrences.claim(tx, f"checkpoint_of:{end.notes}", now):
        return 0
    readers = await rows.administrators(tx)
    for reader in readers:
        await tell(tx, reader, end, now)
    return len(readers)


async def tell(tx: Tx, reader: Administrator, end: End, now: int) -> None:
    settings = await stations.settings_of(tx, reader.station_id)
    await telling.tell(
        tx,
        notices.Checkpoint(end.notes, end.hash),
        reader.person_id,
        key=f"checkpoint:{end.notes}:person:{reader.person_id}",
        subject=None,
        now=now,
        due_at=out_of_quiet(now, now + DAY, ZoneInfo(reader.zone), settings.quiet),
    )


async def coming_checkpoint(tx: Tx, now: int) -> list[Due]:
    """With the next day, if something has been noted since the last one."""
    end = await rows.end_now(tx)
    if end is None or await rows.happened(tx, key=f"checkpoint_of:{end.notes}"):
        return []
    readers = await rows.administrators(tx)
    return [Due((now // DAY + 1) * DAY, "checkpoint", len(readers))] if readers else []
