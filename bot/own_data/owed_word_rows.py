"""What is owed after an erasure. The rows outlive the process, so that a restart goes on where the last one stood.

The account's id stays here until its owner was told, for without it nobody could be; then it goes, from everywhere.
"""

from enum import StrEnum

from bot.ground.frozen import Frozen
from bot.store.asking import sql
from bot.store.transaction import Tx, Value


class Stage(StrEnum):
    ERASING = "erasing"  # gone from the tables; pages from before may still lie in the log
    TELLING = "telling"  # the log was empty: the word that nothing is left is on its way
    CLOSING = "closing"  # the id is gone from the tables as well; only the log may still hold it


class Erasure(Frozen):
    id: int
    telegram_id: int | None
    language: str | None
    stage: Stage
    asked_at: int


@sql("INSERT INTO erasure (telegram_id, language, asked_at) VALUES (:telegram_id, :language, :now)")
async def add(tx: Tx, *, telegram_id: int, language: str, now: int) -> None:
    """Everything of an account is erased in this transaction; the word that nothing is left is owed from now on."""


@sql("SELECT id, telegram_id, language, state AS stage, asked_at FROM erasure ORDER BY id")
async def owed(tx: Tx) -> list[Erasure]:
    """All that is owed, the oldest first."""


@sql("UPDATE erasure SET state = 'telling' WHERE id = :erasure_id AND state = 'erasing'")
async def start_telling(tx: Tx, erasure_id: int) -> bool:
    """The log was found empty: the word that nothing is left may leave. False where that was known before."""


@sql("""
SELECT 1 FROM inbox WHERE inbox.lane = :erasure.telegram_id AND inbox.state = 'new'
UNION ALL
SELECT 1 FROM outbox
WHERE outbox.chat_id = :erasure.telegram_id AND outbox.state IN ('pending', 'sending')
  AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = outbox.person_id AND person.telegram_id = outbox.chat_id)
LIMIT 1
""")
async def unsettled(tx: Tx, erasure: Erasure) -> bool:
    """Whether something to or from the account is still on its way; what belongs to who has joined again does not
    count.
    """


@sql("""
DELETE FROM outbox
WHERE outbox.chat_id = :telegram_id AND outbox.state NOT IN ('pending', 'sending')
  AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = outbox.person_id AND person.telegram_id = outbox.chat_id)
""")
async def forget_last_messages(tx: Tx, *, telegram_id: Value) -> int:
    """The word itself, and whatever else was said to the account since; not what belongs to who has joined again."""


@sql("UPDATE inbox SET lane = 0 WHERE lane = :telegram_id AND state <> 'new'")
async def forget_last_lanes(tx: Tx, *, telegram_id: Value) -> int:
    """What the account pressed and wrote since has had its effect and does not say any more whose it was."""


@sql("UPDATE erasure SET telegram_id = NULL, language = NULL, state = 'closing' WHERE id = :id")
async def forget_account_statement(tx: Tx, *, id: int) -> int:
    """The id goes; the row stays until the log is empty once more."""


async def forget_account(tx: Tx, erasure: Erasure) -> None:
    await forget_last_messages(tx, telegram_id=erasure.telegram_id)
    await forget_last_lanes(tx, telegram_id=erasure.telegram_id)
    await forget_account_statement(tx, id=erasure.id)


@sql("DELETE FROM erasure WHERE id = :erasure_id AND state = 'closing'")
async def end(tx: Tx, erasure_id: int) -> None:
    """Nothing is left, and nothing is owed."""
