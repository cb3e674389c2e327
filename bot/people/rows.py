"""Rows of persons. A person without Telegram id is managed by somebody; an erased one keeps the id and nothing else."""

from bot.ground.viewer import Person, known_language
from bot.people import name_part_rows
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


def made(row: Row) -> Person:
    return Person(**{**row, "language": known_language(row["language"])})


@sql(
    """
SELECT id, telegram_id, state, name, language, client_language, age_band, age_band_at, home_team_id, managed_by_id,
       unreachable_at
FROM person WHERE id = :id
""",
    read=made,
)
async def person(tx: Tx, id: int) -> Person:
    """One person. Raises NotFound."""


@sql(
    """
SELECT id, telegram_id, state, name, language, client_language, age_band, age_band_at, home_team_id, managed_by_id,
       unreachable_at
FROM person WHERE telegram_id = :telegram_id
""",
    read=made,
)
async def by_telegram_id(tx: Tx, telegram_id: int) -> Person | None:
    """The person behind a Telegram account."""


@sql("""
INSERT INTO person (telegram_id, state, name, language, client_language, age_band, age_band_at, consent_at,
  home_team_id,
                    managed_by_id, created_at)
VALUES (:telegram_id, :state, :name, :language, :client_language, :age_band, :age_band_at, :consent_at, :home_team_id,
        :managed_by_id, :now)
RETURNING id
""")
async def add_person_statement(tx: Tx, /, **values: Value) -> int:
    """Anybody, with or without Telegram."""


async def add_person(
    tx: Tx,
    *,
    now: int,
    state: str,
    name: str = "",
    telegram_id: int | None = None,
    language: str | None = None,
    client_language: str = "en",
    age_band: str | None = None,
    consent_at: int | None = None,
    home_team_id: int | None = None,
    managed_by_id: int | None = None,
) -> int:
    """The new person's id, who is found by name from now on."""
    added = await add_person_statement(
        tx,
        telegram_id=telegram_id,
        state=state,
        name=name,
        language=language,
        client_language=client_language,
        age_band=age_band,
        age_band_at=now if age_band else None,
        consent_at=consent_at,
        home_team_id=home_team_id,
        managed_by_id=managed_by_id,
        now=now,
    )
    await name_part_rows.add_parts(tx, person_id=added)
    return added


def phone_place(person_id: int) -> str:
    return f"person:{person_id}:phone"


@sql("UPDATE person SET phone = :phone WHERE id = :id")
async def set_phone_statement(tx: Tx, *, phone: Value, id: int) -> int:
    """Sealed by the vault, or NULL."""


async def set_phone(tx: Tx, person_id: int, phone: str | None) -> None:
    """Sealed; None erases it. Raises NoDataKey."""
    sealed = tx.vault.seal(phone, phone_place(person_id)) if phone else None
    await set_phone_statement(tx, id=person_id, phone=sealed)


async def has_phone(tx: Tx, person_id: int) -> bool:
    return await sealed_phone(tx, id=person_id) is not None


@sql("SELECT phone FROM person WHERE id = :id")
async def sealed_phone(tx: Tx, *, id: int) -> str | None:
    """The phone number, sealed as it is."""


async def phone_of(tx: Tx, person_id: int) -> str | None:
    """In plain text; the look must be noted by whoever shows it (``members/phones.py`` does both)."""
    sealed = await sealed_phone(tx, id=person_id)
    return tx.vault.open(sealed, phone_place(person_id)) if sealed else None


@sql("""
SELECT id, age_band_at FROM person
WHERE state = 'active' AND telegram_id IS NOT NULL AND age_band = '14_17' AND age_band_at <= :asked_until
  AND NOT EXISTS (
    SELECT 1 FROM occurrence
    WHERE occurrence.key = 'age:person:' || cast(person.id AS text) || ':' || cast(person.age_band_at AS text)
  )
ORDER BY age_band_at, id
LIMIT :most
""")
async def ages_to_ask_again(tx: Tx, asked_until: int, most: int) -> list[tuple[int, int]]:
    """Who said 14 to 17 no later than ``asked_until``, with the instant, and was not asked since."""


@sql("UPDATE person SET client_language = :client_language WHERE id = :person_id AND state = 'active'")
async def follow_client_language(tx: Tx, person_id: int, client_language: str) -> None:
    """An active person's app now speaks another language."""


@sql("UPDATE person SET managed_by_id = NULL WHERE managed_by_id = :person_id")
async def release_managed(tx: Tx, *, person_id: Value) -> int:
    """People without Telegram whom an erased one looked after."""


@sql("""
UPDATE person SET telegram_id = NULL, state = 'erased', name = '', language = NULL, client_language = '',
    age_band = NULL, age_band_at = NULL, consent_at = NULL, volunteer_number = NULL, phone = NULL, home_team_id = NULL,
    managed_by_id = NULL, unreachable_at = NULL, strikes = 0, first_strike_at = NULL
WHERE id = :person_id
""")
async def erase_person(tx: Tx, *, person_id: Value) -> int:
    """What is left is a row without anything of the person, so that past sign-ups and minutes still add up."""
