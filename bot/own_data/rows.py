"""A new table that holds something of a person needs a section here and a line in ``erasing``: a test compares both
with the schema."""

from bot.own_data.rules import Rows
from bot.store.transaction import Row, Tx

SECTIONS = {
    "person": "my_person",
    "teams": "my_teams",
    "roles": "my_roles",
    "guardian_consents": "my_consents",
    "consents_given_as_guardian": "my_wards",
    "qualifications": "my_qualifications",
    "notices_switched_off": "my_silenced",
    "sign_ups": "my_sign_ups",
    "wanted_to_join": "my_wish",
    "attendance": "my_attendance",
    "service_records": "my_records",
    "changes_told": "my_acknowledgements",
    "to_be_phoned": "my_calls",
    "helping_in": "my_helping",
    "roll_calls_open": "my_roll_cards",
    "statements": "my_statements",
    "words_passed_on": "my_words",
    "forms": "my_drafts",
    "messages": "my_messages",
}
SEALED = {"phone": "phone", "guardian_name": "guardian", "companion_name": "companion"}
"""Columns that are encrypted, and what their place in the vault is called."""


async def held(tx: Tx, person_id: int) -> dict[str, Rows]:
    """By section, in plain text."""
    found = {
        section: tuple(opened(tx, row, person_id) for row in await tx.rows(statement, person_id=person_id))
        for section, statement in SECTIONS.items()
    }
    notes = await tx.rows("my_notes", person_id=person_id, subject=f"person:{person_id}")
    return {**found, "notes": tuple(dict(row) for row in notes)}


def opened(tx: Tx, row: Row, person_id: int) -> dict[str, int | str | None]:
    """Without the key a sealed value is left out, not shown as noise."""
    values = dict(row)
    for column, what in SEALED.items():
        if values.get(column):
            place = f"person:{person_id}:{what}"
            values[column] = tx.vault.open(str(values[column]), place) if tx.vault.has_key else None
    return values
