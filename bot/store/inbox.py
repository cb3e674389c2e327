"""Updates as they came. One is *new* until the very transaction that gives it its effect ticks it off.

Any of them may hold a phone number or a guardian's name: with a data key they are stored under lock, without one a
contact is stored without its number.
"""

from collections.abc import Sequence

from bot.ground.contacts import without_numbers
from bot.ground.frozen import Frozen
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value

WEEK = 7 * 86_400
EVERY = (-(2**62), 2**62)


class Arrival(Frozen):
    """An update to be kept. ``lane``: whose order it belongs to (sender's id, else the chat's)."""

    update_id: int
    lane: int
    raw: str


class Share(Frozen):
    """The lanes one worker takes: those that leave ``worker`` when divided by ``workers``."""

    worker: int = 0
    workers: int = 1


@sql("""
INSERT INTO inbox (bot_id, update_id, lane, raw, received_at) VALUES (:bot_id, :update_id, :lane, :raw, :now)
ON CONFLICT (bot_id, update_id) DO UPDATE
SET lane = :lane, raw = :raw, received_at = :now, state = 'new', attempts = 0
WHERE inbox.state <> 'new' AND inbox.received_at < :horizon
""")
async def take_update(
    tx: Tx, *, bot_id: Value, update_id: Value, lane: Value, raw: Value, now: Value, horizon: Value
) -> None:
    """Keeps an update for good; one that is there already stays as it is, unless the ids began again after a quiet
    week.
    """


async def take(tx: Tx, bot_id: int, arrivals: Sequence[Arrival], now: int) -> None:
    """Keeps them; one that is known from the last seven days changes nothing."""
    await take_update.many(
        tx,
        [
            {
                "bot_id": bot_id,
                "update_id": one.update_id,
                "lane": one.lane,
                "raw": stored(tx, bot_id, one),
                "now": now,
                "horizon": now - WEEK,
            }
            for one in arrivals
        ],
    )


def stored(tx: Tx, bot_id: int, one: Arrival) -> str:
    return tx.vault.seal(one.raw, place(bot_id, one.update_id)) if tx.vault.has_key else without_numbers(one.raw)


def raw_of(tx: Tx, bot_id: int, row: Row) -> str | None:
    """As it came; None for what was sealed and cannot be opened. Rows of before the data key are plain."""
    return tx.vault.unlocked(row["raw"], place(bot_id, row["update_id"]))


def place(bot_id: int, update_id: int) -> str:
    return f"inbox:{bot_id}:{update_id}"


@sql("""
SELECT i.update_id, i.lane, i.raw, i.attempts, i.received_at,
       (SELECT epoch FROM process WHERE process.bot_id = i.bot_id) AS epoch,
       p.id, p.telegram_id, p.state, p.name, p.language, p.client_language, p.age_band, p.age_band_at,
       p.home_team_id, p.managed_by_id, p.unreachable_at, p.strikes,
       coalesce(s.zone, (SELECT zone FROM station WHERE id = (SELECT min(id) FROM station))) AS zone,
       CASE WHEN EXISTS (SELECT 1 FROM call_entry c WHERE c.person_id = p.id AND c.state IN ('open', 'not_reached'))
         THEN 1 ELSE 0 END AS sought,
       CASE WHEN EXISTS (SELECT 1 FROM draft d WHERE d.person_id = p.id AND d.state = 'open')
         THEN 1 ELSE 0 END AS typing
FROM inbox i
LEFT JOIN person p ON p.telegram_id = i.lane
LEFT JOIN team t ON t.id = p.home_team_id
LEFT JOIN station s ON s.id = t.station_id
WHERE i.bot_id = :bot_id AND i.state = 'new' AND i.update_id >= :first AND i.update_id <= :last
  AND abs(i.lane) % :workers = :worker
ORDER BY i.update_id
LIMIT :limit
""")
async def waiting_updates(
    tx: Tx, *, bot_id: int, first: Value, last: Value, workers: Value, worker: Value, limit: int
) -> list[Row]:
    """The oldest updates of a worker's lanes, each with the person who sent it, the zone of that person's
    home (without one the root's), whether somebody is to phone that person, and whether a form of theirs is open.
    """


@sql("""
SELECT p.id AS person_id, 'grant' AS what, g.role AS value, g.station_id, s.path, 0 AS team_id, 0 AS captain
FROM inbox i
JOIN person p ON p.telegram_id = i.lane
JOIN role_grant g ON g.person_id = p.id AND g.withdrawn_at IS NULL
JOIN station s ON s.id = g.station_id
WHERE i.bot_id = :bot_id AND i.state = 'new' AND i.update_id >= :first AND i.update_id <= :last
UNION
SELECT p.id, 'member', '', t.station_id, s.path, m.team_id, m.captain
FROM inbox i
JOIN person p ON p.telegram_id = i.lane
JOIN membership m ON m.person_id = p.id AND m.left_at IS NULL
JOIN team t ON t.id = m.team_id
JOIN station s ON s.id = t.station_id
WHERE i.bot_id = :bot_id AND i.state = 'new' AND i.update_id >= :first AND i.update_id <= :last
ORDER BY 1, 2, 3, 4, 6
""")
async def roles_of_waiting(tx: Tx, *, bot_id: int, first: Value, last: Value) -> list[Row]:
    """Whatever those who sent these updates act by."""


async def waiting(
    tx: Tx, bot_id: int, share: Share, limit: int, span: tuple[int, int] = EVERY
) -> tuple[Sequence[Row], Sequence[Row]]:
    """The oldest new updates with their senders, in order, and the roles of those senders: two statements in all."""
    first, last = span
    rows = await waiting_updates(tx,
        bot_id=bot_id, first=first, last=last, worker=share.worker, workers=share.workers, limit=limit,
    )  # fmt: skip
    if not rows:
        return rows, ()
    roles = await roles_of_waiting(tx, bot_id=bot_id, first=rows[0]["update_id"], last=rows[-1]["update_id"])
    return rows, roles


@sql("UPDATE inbox SET state = 'done', raw = '' WHERE bot_id = :bot_id AND update_id = :update_id")
async def tick_off_statement(tx: Tx, *, bot_id: Value, update_id: Value) -> None:
    """The update has had its effect, in this very transaction; its words are erased."""


async def tick_off(tx: Tx, bot_id: int, update_ids: Sequence[int]) -> None:
    await tick_off_statement.many(tx, [{"bot_id": bot_id, "update_id": one} for one in update_ids])


@sql("UPDATE inbox SET attempts = attempts + 1 WHERE bot_id = :bot_id AND update_id = :update_id")
async def charge(tx: Tx, bot_id: int, update_id: int) -> None:
    """The update failed when it was alone."""


@sql("UPDATE inbox SET state = 'dead', raw = '' WHERE bot_id = :bot_id AND update_id = :update_id")
async def bury(tx: Tx, bot_id: int, update_id: int) -> None:
    """The update will not be tried again; its words are erased."""


@sql("DELETE FROM inbox WHERE bot_id = :bot_id AND state <> 'new' AND received_at < :horizon")
async def forget_old_updates(tx: Tx, *, bot_id: int, horizon: int) -> int:
    """Telegram keeps an update for a day; a week is enough to know a repeated one."""


async def forget_old(tx: Tx, bot_id: int, now: int) -> int:
    return await forget_old_updates(tx, bot_id=bot_id, horizon=now - WEEK)


@sql("SELECT cast(count(*) AS bigint) AS n FROM inbox WHERE bot_id = :bot_id AND state = 'new'")
async def count_new(tx: Tx, bot_id: int) -> int:
    """How many updates wait."""
