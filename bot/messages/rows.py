"""Rows of messages to many. What of it has left is read from the outbox, whose rows carry its subject."""

from enum import StrEnum

from bot.ground.frozen import Frozen
from bot.messages.rules import Broadcast, BroadcastState
from bot.store.asking import sql
from bot.store.outbox import counts
from bot.store.transaction import Row, Tx, Value

WAITING = ("pending", "sending")


class Reach(StrEnum):
    REACHED = "reached"
    BLOCKED = "blocked"  # is on Telegram, and has blocked the bot or deleted the account
    ABSENT = "absent"  # has no Telegram


class Addressee(Frozen):
    id: int
    name: str
    reach: Reach


def made(row: Row) -> Broadcast:
    return Broadcast(
        id=row["id"],
        author_id=row["author_id"],
        audience=row["audience"],
        text=row["text"],
        state=BroadcastState(row["state"]),
        people=row["people"],
        gathered=row["gathered"],
        unreachable=row["unreachable"],
        created_at=row["created_at"],
        confirmed_at=row["confirmed_at"],
    )


@sql("""
INSERT INTO broadcast (author_id, audience, text, state, people, created_at)
VALUES (:author_id, :audience, :text, 'draft', 0, :now) RETURNING id
""")
async def add(tx: Tx, *, author_id: int, audience: str, text: str, now: int) -> int:
    """A message to many that is not sent yet; its id."""


@sql("""
SELECT id, author_id, audience, text, state, people, created_at, confirmed_at, gathered, unreachable
FROM broadcast WHERE id = :id
""")
async def get(tx: Tx, id: int) -> Broadcast | None:
    """One message to many."""


@sql("""
UPDATE broadcast SET state = 'sending', people = :people, gathered = :gathered, unreachable = :unreachable,
    confirmed_at = :now
WHERE id = :id AND state = 'draft'
""")
async def start_broadcast(tx: Tx, *, people: Value, gathered: Value, unreachable: Value, now: Value, id: Value) -> int:
    """It leaves from now on; none is changed where somebody pressed before."""


async def start(tx: Tx, id: int, *, people: int, gathered: int, unreachable: int, now: int) -> bool:
    """False where it was started before. `people`: whom it leaves for."""
    counted = {"people": people, "gathered": gathered, "unreachable": unreachable}
    return await start_broadcast(tx, id=id, now=now, **counted) == 1


@sql("UPDATE broadcast SET state = :state WHERE id = :id AND state = 'sending'")
async def end(tx: Tx, id: int, state: BroadcastState) -> bool:
    """It was stopped, or everything has left. False where it had ended before."""


@sql("""
SELECT b.id FROM broadcast b
WHERE b.state = 'sending' AND NOT EXISTS (
    SELECT 1 FROM outbox o WHERE o.subject = 'broadcast:' || cast(b.id AS text) AND o.state IN ('pending', 'sending'))
ORDER BY b.id LIMIT :limit
""")
async def finished(tx: Tx, limit: int) -> list[int]:
    """Messages of which nothing waits any more."""


@sql("""
SELECT id, author_id, audience, text, state, people, created_at, confirmed_at, gathered, unreachable
FROM broadcast WHERE audience = :audience ORDER BY id DESC
""")
async def about(tx: Tx, audience: str) -> list[Broadcast]:
    """Everything that was sent to or about one audience, the latest first."""


@sql("""
SELECT DISTINCT p.id, p.name, CASE WHEN p.telegram_id IS NULL THEN 'absent'
    WHEN p.unreachable_at IS NOT NULL THEN 'blocked' ELSE 'reached' END AS reach
FROM person p JOIN sign_up u ON u.person_id = p.id JOIN shift h ON h.id = u.shift_id
WHERE h.activity_id = :id AND u.state <> 'withdrawn' AND p.id <> :author_id ORDER BY p.id
""")
async def people_of_activity(tx: Tx, *, id: Value, author_id: Value) -> list[Addressee]:
    """Everybody with a live sign-up for a shift of it that is not over."""


@sql("""
SELECT DISTINCT p.id, p.name, CASE WHEN p.telegram_id IS NULL THEN 'absent'
    WHEN p.unreachable_at IS NOT NULL THEN 'blocked' ELSE 'reached' END AS reach
FROM person p JOIN membership m ON m.person_id = p.id JOIN team t ON t.id = m.team_id
JOIN station b ON b.id = t.station_id JOIN station s ON b.path LIKE s.path || '%'
WHERE s.id = :id AND m.left_at IS NULL AND p.state IN ('active', 'managed') AND p.id <> :author_id ORDER BY p.id
""")
async def people_of_station(tx: Tx, *, id: Value, author_id: Value) -> list[Addressee]:
    """Everybody in a team of the station or below it."""


@sql("""
SELECT p.id, p.name, CASE WHEN p.telegram_id IS NULL THEN 'absent'
    WHEN p.unreachable_at IS NOT NULL THEN 'blocked' ELSE 'reached' END AS reach
FROM person p JOIN membership m ON m.person_id = p.id
WHERE m.team_id = :id AND m.left_at IS NULL AND p.state IN ('active', 'managed') AND p.id <> :author_id ORDER BY p.id
""")
async def people_of_team(tx: Tx, *, id: Value, author_id: Value) -> list[Addressee]:
    """The members, with whether Telegram reaches them: who is not on it, and who has blocked the bot."""


PEOPLE = {"team": people_of_team, "station": people_of_station, "activity": people_of_activity}


async def addressees(tx: Tx, broadcast: Broadcast) -> list[Addressee]:
    """Everybody of its audience but the author."""
    return await PEOPLE[broadcast.kind](tx, id=broadcast.target_id, author_id=broadcast.author_id)


async def sent_so_far(tx: Tx, broadcast: Broadcast) -> tuple[int, int, int, int]:
    """Of its own messages: delivered, still waiting, not delivered, and of unknown fate."""
    states = await counts(tx, broadcast.subject)
    waiting = sum(states.get(state, 0) for state in WAITING)
    failed = sum(states.get(state, 0) for state in ("dead", "expired"))
    return states.get("sent", 0), waiting, failed, states.get("unknown", 0)
