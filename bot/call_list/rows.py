"""Names on the call list. What was lost is kept; who has no Telegram stands there without a row, until marked."""

from collections.abc import Sequence

from bot.ground.call_list import STANDS, CallLine, Entry, Mark, Matter, Undelivered, Why
from bot.ground.frozen import Frozen, asdict
from bot.store.transaction import Row, Tx, Value

MONTH = 30 * 86_400


class Found(Frozen):
    """Some lines of a list, with how many the whole has, and how many of these wait."""

    lines: tuple[CallLine, ...]
    total: int
    waiting: int


def line_of(row: Row) -> CallLine:
    return CallLine(
        person_id=row["person_id"],
        name=row["name"],
        what=Matter(row["what"]),
        shift_id=row["shift_id"],
        version=row["version"],
        why=Why(row["why"]),
        state=Mark(row["state"]),
        starts_at=row["starts_at"],
        manager=row["manager"],
        carried=bool(row["carried"]),
        marked_by=row["marked_by"],
        marked_at=row["marked_at"],
    )


async def newly_undelivered(tx: Tx, limit: int) -> list[Undelivered]:
    return [Undelivered(**row) for row in await tx.rows("newly_undelivered", limit=limit)]


async def name_undelivered(tx: Tx, ids: Sequence[int]) -> None:
    """They are looked at once."""
    await tx.change_many("name_undelivered", [{"id": one} for one in ids])


async def add(tx: Tx, entry: Entry, now: int) -> None:
    await tx.change("add_call", **asdict(entry), now=now)


async def end_moot(tx: Tx, activity_id: int = 0) -> None:
    """Of one activity; of all, where none is named."""
    await tx.change("end_moot_calls", activity_id=activity_id)


async def hear_from(tx: Tx, person_id: int, now: int) -> None:
    await tx.change("hear_from", person_id=person_id, now=now)


async def to_tell(tx: Tx, *, before: int, limit: int) -> list[int]:
    """Activities with names that came in before then, and that nobody was told of."""
    return [row["activity_id"] for row in await tx.rows("activities_to_tell", before=before, limit=limit)]


async def first_untold(tx: Tx) -> int | None:
    """When the longest waiting of the names came in that nobody was told of."""
    at: int | None = await tx.value("first_untold_call")
    return at


async def untold(tx: Tx, activity_id: int) -> list[tuple[Matter, int]]:
    """What it is about, and which session; 0 is the whole activity."""
    return [(Matter(row["what"]), row["shift_id"]) for row in await tx.rows("untold_calls", activity_id=activity_id)]


async def tell(tx: Tx, activity_id: int, told_at: int) -> None:
    await tx.change("tell_calls", activity_id=activity_id, told_at=told_at)


async def told(tx: Tx, activity_id: int, *, told_at: int, reader_id: int) -> list[CallLine]:
    """Names told of at that moment that still wait, but the reader's own."""
    rows = await tx.rows("told_calls", activity_id=activity_id, told_at=told_at, reader_id=reader_id)
    return [line_of(row) for row in rows]


async def lines(tx: Tx, activity_id: int, now: int, *, limit: int, skip: int = 0, person_id: int = 0) -> Found:
    """A page; of one person only, where one is named."""
    since = now - STANDS
    rows = await tx.rows(
        "call_lines", activity_id=activity_id, now=now, since=since, limit=limit, skip=skip, person_id=person_id
    )
    if not rows:
        return Found((), 0, 0)
    return Found(tuple(line_of(row) for row in rows), rows[0]["total"], rows[0]["waiting"])


async def mark(tx: Tx, activity_id: int, line: CallLine, state: Mark, *, by: int, now: int) -> None:
    key: dict[str, Value] = {
        "activity_id": activity_id,
        "person_id": line.person_id,
        "shift_id": line.shift_id,
        "what": line.what.value,
    }
    if state is not Mark.OPEN:
        said: dict[str, Value] = {
            "version": line.version,
            "why": Why.ABSENT.value,
            "state": state.value,
            "by": by,
            "now": now,
        }
        await tx.change("mark_call", **key, **said)
    elif not await tx.change("unmark_call", **key):
        await tx.change("forget_mark", **key)


async def count_waiting(tx: Tx, now: int) -> int:
    return int(await tx.value("count_waiting_calls", now=now))


async def forget_old(tx: Tx, now: int) -> None:
    await tx.change("forget_old_calls", horizon=now - MONTH)
