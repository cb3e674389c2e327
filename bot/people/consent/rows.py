"""Names in here come and go encrypted: this room neither reads nor makes them (see ``vault``)."""

from datetime import date

from bot.people.consent.rules import GuardianConsent, Ward, last_day_of
from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("""
UPDATE guardian_consent SET withdrawn_at = :now WHERE person_id = :person_id AND withdrawn_at IS NULL
""")
async def withdraw_consent(tx: Tx, person_id: int, now: int) -> bool:
    """The guardian takes it back, or newer consent takes its place. False where none stood."""


@sql("""
INSERT INTO guardian_consent (person_id, way, guardian_id, guardian_name, companion_name, companion_id, given_on,
                              valid_until, taken_by, created_at)
VALUES (:person_id, :way, :guardian_id, :guardian_name, :companion_name, :companion_id, :given_on, :valid_until,
        :taken_by, :now)
RETURNING id
""")
async def add_consent_statement(tx: Tx, /, **values: Value) -> int:
    """A guardian's word for somebody under 18, given in the chat or taken from paper."""


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
    await withdraw_consent(tx, person_id, now)
    return await add_consent_statement(
        tx,
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


@sql("""
SELECT id, person_id, way, guardian_id, given_on, valid_until,
       CASE WHEN companion_name IS NULL AND companion_id IS NULL THEN 0 ELSE 1 END AS companion
FROM guardian_consent
WHERE person_id = :person_id AND withdrawn_at IS NULL
ORDER BY valid_until DESC, id DESC
LIMIT 1
""")
async def consent_of(tx: Tx, person_id: int) -> GuardianConsent | None:
    """The newest that was not withdrawn, run out or not."""


@sql("""
SELECT person.id AS child_id, person.name
FROM guardian_consent AS consent JOIN person ON person.id = consent.person_id
WHERE consent.guardian_id = :guardian_id AND consent.withdrawn_at IS NULL
ORDER BY person.name, person.id
""")
async def wards_of(tx: Tx, guardian_id: int) -> list[Ward]:
    """For whom a guardian's word stands that was given in the chat."""


@sql("""
SELECT companion_name, companion_id FROM guardian_consent
WHERE person_id = :person_id AND guardian_id = :guardian_id
ORDER BY id DESC
LIMIT 1
""")
async def companion_before(tx: Tx, person_id: int, guardian_id: int) -> tuple[str | None, int | None] | None:
    """Who came along, as it is kept, when this guardian's word last stood; None where it never did."""


@sql("""
UPDATE guardian_consent SET companion_name = :name, companion_id = :person_id WHERE id = :consent_id
""")
async def name_companion(tx: Tx, consent_id: int, *, name: str | None, person_id: int | None) -> None:
    """Comes along from now on, in place of who was named before; the guardian's word stands. ``name`` is sealed."""


@sql("""
SELECT consent.person_id
FROM guardian_consent AS consent JOIN person ON person.id = consent.person_id
WHERE consent.companion_id = :companion_id AND consent.withdrawn_at IS NULL AND person.age_band = 'under_14'
  AND coalesce(consent.guardian_id, 0) <> :companion_id
ORDER BY consent.person_id
""")
async def company_of(tx: Tx, companion_id: int) -> list[int]:
    """Those under 14 with whom this person comes along, not by the own word as guardian."""


@sql("""
UPDATE guardian_consent SET companion_id = NULL WHERE person_id = :person_id AND companion_id = :companion_id
""")
async def clear_companion(tx: Tx, person_id: int, companion_id: int) -> None:
    """This person does not come along any more, and nobody does until somebody else is named."""


@sql("""
UPDATE guardian_consent SET guardian_name = NULL, companion_name = NULL, withdrawn_at = coalesce(withdrawn_at, :now)
WHERE person_id = :person_id
""")
async def erase_consents(tx: Tx, *, now: Value, person_id: Value) -> int:
    """The guardian's and the companion's names go; that there was consent on a day stays with the nameless row."""


@sql("UPDATE guardian_consent SET companion_id = NULL WHERE companion_id = :person_id")
async def erase_company(tx: Tx, *, person_id: Value) -> int:
    """With whom the erased person once came along."""
