"""What belongs to one person across all tables, in order to take it away. The nameless row that is left keeps totals.

On SQLite the write-ahead log still holds the old pages: a transaction that has touched this aggregate is followed by
a checkpoint that empties it.
"""

from bot.store.transaction import Tx

OF_THE_PERSON = (
    "erase_consents",
    "erase_memberships",
    "erase_grants",
)
WHOLLY = (
    "erase_company",
    "erase_qualifications",
    "erase_notice_choices",
    "erase_drafts",
    "erase_wish",
    "erase_words",
    "erase_acknowledgements",
    "erase_calls",
    "erase_call_marks",
    "erase_helping",
    "erase_roll_cards",
    "erase_invitations",
    "erase_answers",
    "erase_statements",
    "erase_waiting_records",
    "erase_notes_of_records",
    "release_managed",
    "erase_person",
)


async def erase(tx: Tx, person_id: int, *, telegram_id: int, update_id: int, now: int) -> None:
    """Everything but the nameless row. ``update_id``: the update by which the person asked for it."""
    for statement in OF_THE_PERSON:
        await tx.change(statement, person_id=person_id, now=now)
    for statement in WHOLLY:
        await tx.change(statement, person_id=person_id)
    await tx.change("erase_messages", person_id=person_id, telegram_id=telegram_id)
    await tx.change("erase_tries", telegram_id=telegram_id)
    await tx.change("erase_lanes", telegram_id=telegram_id, update_id=update_id)


async def needed_for(tx: Tx, person_id: int, now: int) -> tuple[str, ...]:
    """Titles and names of what would be left without anybody."""
    return tuple(row["name"] for row in await tx.rows("needed_for", person_id=person_id, now=now))


async def other_administrators(tx: Tx, person_id: int) -> int:
    return int(await tx.value("other_administrators", person_id=person_id))
