"""What must leave the house. Acts only queue: they name no bot, open no connection and word nothing.

A key makes a repeated notice harmless; the bot's number is put before it here. The bot is the one that started last
on this database (one process per database), or 0 until one has: the first to start adopts those.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from bot.ground.frozen import Frozen
from bot.ground.notices import Told
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


@sql("""
INSERT INTO outbox (bot_id, key, kind, class, chat_id, subject, payload, created_at, due_at, expires_at, state)
SELECT b.bot_id, 'bot' || cast(b.bot_id AS text) || ':' || cast(:key AS text),
       cast(:kind AS text), cast(:class_ AS text), cast(:chat_id AS bigint), cast(:subject AS text),
       cast(:payload AS text), cast(:now AS bigint), cast(:due_at AS bigint),
       cast(:expires_at AS bigint), 'pending'
FROM (SELECT coalesce((SELECT bot_id FROM process ORDER BY started_at DESC, bot_id DESC LIMIT 1), 0) AS bot_id) b
WHERE 1 = 1
ON CONFLICT (key) DO NOTHING
""")
async def queue_for_chat(tx: Tx, /, **values: Value) -> bool:
    """A notice to a group, into the queue."""


WEEK, MONTH = 7 * 86_400, 30 * 86_400
Fact = int | str


class Queued(Frozen):
    """A ready Bot API call as an update's transaction makes it. ``payload``: its JSON object without chat_id."""

    key: str
    kind: str  # "call:sendMessage"
    class_: Literal["reply", "edit"]
    chat_id: int
    person_id: int | None
    payload: str
    expires_at: int
    subject: str | None = None


def sealed(tx: Tx, key: str, payload: str) -> str:
    """A ready call as it is stored: under lock where there is a key, for it may show a phone number."""
    return tx.vault.seal(payload, f"outbox:{key}") if tx.vault.has_key else payload


def opened(tx: Tx, key: str, payload: str) -> str | None:
    """As it was queued; None for what was sealed and cannot be opened, such as a row put in another's place."""
    return tx.vault.unlocked(payload, f"outbox:{key}")


@sql("""
INSERT INTO outbox (bot_id, key, kind, class, chat_id, person_id, subject, payload,
                    created_at, due_at, expires_at, state, epoch)
VALUES (:bot_id, :key, :kind, :class_, :chat_id, :person_id, :subject, :payload,
        :now, :now, :expires_at, 'sending', :epoch)
ON CONFLICT (key) DO NOTHING
""")
async def queue_answer(tx: Tx, /, **values: Value) -> None:
    """A ready call, already in flight: the process that made it sends it right after this transaction."""


async def queue_answers(tx: Tx, bot_id: int, epoch: int, answers: Sequence[Queued], now: int) -> None:
    """In flight at once: who queued them sends them after the commit."""
    await queue_answer.many(tx,
        [
            {
                "bot_id": bot_id, "epoch": epoch, "now": now, "key": one.key, "kind": one.kind, "class_": one.class_,
                "chat_id": one.chat_id, "person_id": one.person_id, "payload": sealed(tx, one.key, one.payload),
                "expires_at": one.expires_at, "subject": one.subject,
            }
            for one in answers
        ],
    )  # fmt: skip


@sql("""
INSERT INTO outbox (bot_id, key, kind, class, chat_id, person_id, subject, payload, created_at, due_at, state, error)
SELECT coalesce(b.bot_id, 0), 'bot' || cast(coalesce(b.bot_id, 0) AS text) || ':' || cast(:key AS text),
       cast(:kind AS text), 'normal', p.telegram_id, p.id, cast(:subject AS text), '',
       cast(:now AS bigint), cast(:now AS bigint), 'dropped', 'unreachable'
FROM person p
LEFT JOIN (SELECT bot_id FROM process ORDER BY started_at DESC, bot_id DESC LIMIT 1) b ON 1 = 1
WHERE p.id = :person_id AND p.telegram_id IS NOT NULL
ON CONFLICT (key) DO NOTHING
""")
async def note_unreached_statement(
    tx: Tx, *, key: Value, kind: Value, subject: Value, now: Value, person_id: Value
) -> None:
    """What would have left for somebody who cannot be reached: it counts as not sent, and says who it was."""


async def note_unreached(tx: Tx, people: Mapping[int, str], *, kind: str, subject: str, now: int) -> None:
    """Those of an audience whom Telegram does not reach, by person id with the key their notice would have had."""
    same: dict[str, Value] = {"kind": kind, "subject": subject, "now": now}
    await note_unreached_statement.many(tx, [{**same, "key": key, "person_id": id} for id, key in people.items()])


@sql("""
SELECT p.name FROM outbox o JOIN person p ON p.id = o.person_id
WHERE o.subject = :subject AND o.state = 'dropped' AND o.error = 'unreachable' ORDER BY p.name, p.id
""")
async def unreached(tx: Tx, subject: str) -> list[str]:
    """Names of who was not reached about this subject, known before or found out while sending."""


@sql("""
SELECT p.name FROM outbox o JOIN person p ON p.id = o.person_id
WHERE o.subject = :subject AND CASE WHEN o.state = 'unknown' THEN 1 WHEN o.state IN ('dead', 'expired') THEN 0 END
    = cast(:doubt AS bigint)
ORDER BY p.name, p.id LIMIT :limit
""")
async def doubtful_people(tx: Tx, *, subject: str, doubt: int, limit: int) -> list[Row]:
    """Some names of those whom it may not have reached: nobody knows (doubt 1), or it was not delivered (0)."""


async def doubtful(tx: Tx, subject: str, limit: int) -> list[str]:
    """Some names of those of whom nobody knows whether it reached them."""
    return [row["name"] for row in await doubtful_people(tx, subject=subject, doubt=1, limit=limit)]


async def undelivered(tx: Tx, subject: str, limit: int) -> list[str]:
    """Some names of those to whom it could not be delivered, though Telegram reaches them."""
    return [row["name"] for row in await doubtful_people(tx, subject=subject, doubt=0, limit=limit)]


async def tell_chat(
    tx: Tx,
    told: Told,
    chat_id: int,
    *,
    key: str,
    subject: str | None,
    now: int,
    due_at: int | None = None,
    until: int | None = None,
) -> bool:
    """The same to a group, or to whoever is no person any more. False when the key is there already."""
    return await queue_for_chat(
        tx, kind=told.kind, key=key, chat_id=chat_id, subject=subject, payload=payload_of(told.facts, False), now=now,
        due_at=due_at or now, expires_at=told.useful(now, until), class_=told.notice.class_,
    )  # fmt: skip


@sql("""
UPDATE outbox SET state = 'dropped', payload = ''
WHERE person_id = :person_id AND kind = :kind AND state = 'pending'
""")
async def drop_kind_for(tx: Tx, *, person_id: int, kind: str) -> int:
    """What waits of this kind for a person will not leave."""


async def drop_for(tx: Tx, person_id: int, kinds: Sequence[str]) -> None:
    """What waits of these kinds for a person will not leave."""
    for kind in kinds:
        await drop_kind_for(tx, person_id=person_id, kind=kind)


@sql("""
UPDATE outbox SET person_id = :after, chat_id = (SELECT telegram_id FROM person WHERE id = :after)
WHERE subject = :subject AND kind = :kind AND person_id = :before AND state = 'pending'
    AND EXISTS (SELECT 1 FROM person p WHERE p.id = :after AND p.telegram_id IS NOT NULL AND p.unreachable_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.subject = :subject AND o.kind = :kind AND o.person_id = :after
        AND o.state = 'pending')
""")
async def readdress_kind(tx: Tx, *, subject: str, kind: str, before: int, after: int) -> int:
    """What waits of this kind for one person leaves to another, who has none of it."""


async def readdress(tx: Tx, *, subject: str, kinds: Sequence[str], before: int, after: int) -> int:
    """What waits of these kinds about this subject goes to whoever it is for now; how many it was."""
    return sum([await readdress_kind(tx, subject=subject, kind=kind, before=before, after=after) for kind in kinds])


@sql("""
SELECT DISTINCT subject FROM outbox
WHERE person_id = :person_id AND kind = :kind AND state = 'pending' AND subject IS NOT NULL ORDER BY subject
""")
async def subjects_waiting(tx: Tx, *, person_id: int, kind: str) -> list[str]:
    """What the notices of this kind are about that wait for a person."""


@sql("UPDATE outbox SET state = 'dropped', payload = '' WHERE subject = :subject AND state = 'pending'")
async def drop_subject_statement(tx: Tx, *, subject: str) -> int:
    """What waits about this subject will not leave."""


@sql("""
UPDATE outbox SET state = 'dropped', payload = '' WHERE id IN (
  SELECT id FROM outbox WHERE subject = :subject AND state = 'pending' ORDER BY due_at, id LIMIT cast(:limit AS bigint))
""")
async def drop_some(tx: Tx, subject: str, limit: int) -> int:
    """Of what waits about this subject those that would leave first will not leave."""


@sql("""
UPDATE outbox SET state = 'dropped', payload = '' WHERE subject = :subject AND kind = :kind AND state = 'pending'
""")
async def drop_subject_kind(tx: Tx, *, subject: str, kind: Value) -> int:
    """What waits of this kind about this subject will not leave."""


async def drop_subject(tx: Tx, subject: str, kinds: Sequence[str] | None = None) -> int:
    """What waits about this subject will not leave; of these kinds only, where they are named. How many it was."""
    if kinds is None:
        return await drop_subject_statement(tx, subject=subject)
    return sum([await drop_subject_kind(tx, subject=subject, kind=kind) for kind in kinds])


@sql("""
UPDATE outbox SET state = 'dropped', payload = ''
WHERE subject = :subject AND state = 'pending' AND key LIKE 'bot%:' || cast(:key AS text) || ':%'
""")
async def drop_keyed(tx: Tx, subject: str, key: str) -> int:
    """What waits about this subject under a key that begins so and goes on will not leave: what replaces it is queued
    anew. How many it was.
    """


@sql("""
SELECT 1 AS yes FROM outbox WHERE subject = :subject AND kind = :kind AND person_id = :person_id AND state = 'pending'
LIMIT 1
""")
async def waits_for(tx: Tx, *, subject: str, kind: str, person_id: int) -> bool:
    """Whether one of this kind about this subject has still to leave to this person."""


@sql("""
SELECT payload FROM outbox WHERE subject = :subject AND kind = :kind AND state = 'pending' ORDER BY id
""")
async def waiting_payloads(tx: Tx, subject: str, kind: str) -> list[Row]:
    """Of what waits of this kind about this subject, the oldest first."""


async def waiting_facts(tx: Tx, subject: str, kind: str) -> list[dict[str, Any]]:
    """The facts of what waits."""
    return [json.loads(row["payload"])["facts"] for row in await waiting_payloads(tx, subject, kind)]


@sql("""
SELECT DISTINCT person_id FROM outbox
WHERE subject = :subject AND kind = :kind AND state IN ('sending', 'sent', 'unknown') AND person_id IS NOT NULL
  AND key LIKE 'bot%:' || cast(:key AS text) || ':%' ORDER BY person_id
""")
async def told_under(tx: Tx, subject: str, kind: str, key: str) -> list[int]:
    """To whom a notice has left under a key that begins so and goes on."""


@sql("""
SELECT message_id FROM outbox
WHERE subject = :subject AND kind = :kind AND person_id = :person_id AND state = 'sent' AND message_id IS NOT NULL
  AND key LIKE 'bot%:' || cast(:key AS text) || ':%'
ORDER BY id DESC LIMIT 1
""")
async def message_under(tx: Tx, subject: str, kind: str, key: str, person_id: int) -> int | None:
    """The message that it became on this person's phone, the newest; None where it is not known."""


@sql("""
SELECT state, cast(count(*) AS bigint) AS n FROM outbox WHERE subject = :subject GROUP BY state ORDER BY state
""")
async def count_by_state(tx: Tx, *, subject: str) -> list[Row]:
    """How many notices about a subject, such as a broadcast, stand in each state."""


async def counts(tx: Tx, subject: str) -> dict[str, int]:
    """How many notices about this subject stand in each state: pending, sending, sent, unknown, dead, …"""
    return {row["state"]: row["n"] for row in await count_by_state(tx, subject=subject)}


def payload_of(facts: Mapping[str, Fact], silent: bool) -> str:
    return json.dumps({"facts": dict(facts), "silent": silent}, ensure_ascii=False)
