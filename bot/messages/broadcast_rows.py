"""Rows of messages to many. What of it has left is read from the outbox, whose rows carry its subject."""

from enum import StrEnum

from bot.ground.frozen import Frozen
from bot.messages.broadcast_rules import Broadcast, BroadcastState
from bot.store.asking import sql
from bot.store.outbox import counts
from bot.store.transaction import Tx, Value

WAITING = ("pending", "sending")


class Reach(StrEnum):
    REACHED = "reached"
    BLOCKED = "blocked"  # is on Telegram, and has blocked the bot or deleted the account
    ABSENT = "absent"  # has no Telegram


class Addressee(Frozen):
    """`meant`: belongs to the audience, and is not the author."""

    id: int
    name: str
    reach: Reach
    meant: bool = True


@sql("""
INSERT INTO broadcast (author_id, audience, text, state, people, created_at)
VALUES (:author_id, :audience, :text, 'draft', 0, :now) RETURNING id
""")
async def add(tx: Tx, *, author_id: int, audience: str, text: str, now: int) -> int:
    """A message to many that is not sent yet; its id."""


@sql("""
SELECT id, author_id, audience, text, state, people, created_at, confirmed_at, gathered, unreachable, next_team,
  next_person
FROM broadcast WHERE id = :id
""")
async def get(tx: Tx, id: int) -> Broadcast | None:
    """One message to many."""


@sql("""
UPDATE broadcast SET state = 'sending', people = 0, gathered = 0, unreachable = 0, confirmed_at = :now
WHERE id = :id AND state = 'draft'
""")
async def start(tx: Tx, id: int, *, now: int) -> bool:
    """It leaves from now on. False where it was started before."""


@sql("""
UPDATE broadcast SET people = people + :people, gathered = gathered + :gathered,
  unreachable = unreachable + :unreachable, next_team = :team, next_person = :person
WHERE id = :id AND state = 'sending'
""")
async def add_people(
    tx: Tx, id: int, *, people: int, gathered: int, unreachable: int, team: int | None, person: int | None
) -> None:
    """So many more are to get it, and so many are not on Telegram; where queueing goes on, NULL where it is whole."""


@sql("""
UPDATE broadcast SET state = :state, next_team = NULL, next_person = NULL WHERE id = :id AND state = 'sending'
""")
async def end(tx: Tx, id: int, state: BroadcastState) -> bool:
    """It was stopped, or everything has left. False where it had ended before."""


@sql("UPDATE broadcast SET next_person = :person WHERE id = :id AND state = 'stopped'")
async def drop_on(tx: Tx, id: int, person: int | None) -> None:
    """More of what was stopped waits to be dropped: 0; NULL: no more."""


@sql("""
SELECT b.id FROM broadcast b
WHERE b.state = 'sending' AND b.next_person IS NULL AND NOT EXISTS (
    SELECT 1 FROM outbox o WHERE o.subject = 'broadcast:' || cast(b.id AS text) AND o.state IN ('pending', 'sending'))
ORDER BY b.id LIMIT :limit
""")
async def finished(tx: Tx, limit: int) -> list[int]:
    """Messages of which nothing waits any more."""


@sql("""
SELECT id, author_id, audience, text, state, people, created_at, confirmed_at, gathered, unreachable, next_team,
  next_person
FROM broadcast WHERE next_person IS NOT NULL
  AND CASE WHEN state = 'stopped' THEN 'stopped' WHEN substr(audience, 1, 6) = 'offer:' THEN 'offer' ELSE 'words' END
    = cast(:what AS text)
ORDER BY id LIMIT 1
""")
async def to_go_on(tx: Tx, what: str) -> Broadcast | None:
    """One that is not queued whole: an offer, or words; or one that was stopped and is not dropped whole."""


@sql("""
SELECT id, author_id, audience, text, state, people, created_at, confirmed_at, gathered, unreachable, next_team,
  next_person
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


async def sent_so_far(tx: Tx, broadcast: Broadcast) -> tuple[int, int, int, int]:
    """Of its own messages: delivered, still waiting, not delivered, and of unknown fate."""
    states = await counts(tx, broadcast.subject)
    waiting = sum(states.get(state, 0) for state in WAITING)
    failed = sum(states.get(state, 0) for state in ("dead", "expired"))
    return states.get("sent", 0), waiting, failed, states.get("unknown", 0)
