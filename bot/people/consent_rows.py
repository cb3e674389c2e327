"""Names in here come and go encrypted: this room neither reads nor makes them (see ``vault``)."""

from datetime import date

from bot.people.consent import GuardianConsent, Ward, last_day_of
from bot.store.transaction import Tx


async def add_consent(
    tx: Tx,
    *,
    person_id: int,
    way: str,
    given_on: date,
    now: int,
    guardian_id: int | None = None,
    guardian_name: str | None = None,
    companion_name: str | None = None,
    companion_id: int | None = None,
    taken_by: int | None = None,
    months: int = 12,
) -> int:
    """Takes the place of what stood before; valid for so many months from ``given_on``. The new row's id."""
    await tx.change("withdraw_consents", person_id=person_id, now=now)
    added: int = await tx.value(
        "add_consent",
        person_id=person_id,
        way=way,
        guardian_id=guardian_id,
        guardian_name=guardian_name,
        companion_name=companion_name,
        companion_id=companion_id,
        given_on=given_on.isoformat(),
        valid_until=last_day_of(given_on, months).isoformat(),
        taken_by=taken_by,
        now=now,
    )
    return added


async def consent_of(tx: Tx, person_id: int) -> GuardianConsent | None:
    """The newest that was not withdrawn, run out or not."""
    row = await tx.row("consent_of", person_id=person_id)
    if row is None:
        return None
    return GuardianConsent(
        id=row["id"],
        person_id=row["person_id"],
        way=row["way"],
        guardian_id=row["guardian_id"],
        given_on=date.fromisoformat(row["given_on"]),
        valid_until=date.fromisoformat(row["valid_until"]),
        companion=bool(row["companion"]),
    )


async def wards_of(tx: Tx, guardian_id: int) -> list[Ward]:
    return [Ward(**row) for row in await tx.rows("wards_of", guardian_id=guardian_id)]


async def companion_before(tx: Tx, person_id: int, guardian_id: int) -> tuple[str | None, int | None] | None:
    """Who came along, as it is kept, when this guardian's word last stood; None where it never did."""
    row = await tx.row("last_consent_by", person_id=person_id, guardian_id=guardian_id)
    return None if row is None else (row["companion_name"], row["companion_id"])


async def withdraw_consent(tx: Tx, person_id: int, now: int) -> bool:
    """False where none stood."""
    return await tx.change("withdraw_consents", person_id=person_id, now=now) > 0


async def name_companion(tx: Tx, consent_id: int, *, name: str | None, person_id: int | None) -> None:
    """In place of who was named before; ``name`` comes encrypted."""
    await tx.change("name_companion", id=consent_id, companion_name=name, companion_id=person_id)


async def company_of(tx: Tx, companion_id: int) -> list[int]:
    """Those under 14 with whom this person comes along by another's word."""
    return [row["person_id"] for row in await tx.rows("company_of", companion_id=companion_id)]


async def clear_companion(tx: Tx, person_id: int, companion_id: int) -> None:
    """This person does not come along any more."""
    await tx.change("clear_companion", person_id=person_id, companion_id=companion_id)
