"""Rows of persons. A person without Telegram id is managed by somebody; an erased one keeps the id and nothing else."""

from bot.ground.refusals import NotFound
from bot.ground.viewer import Person, known_language
from bot.store.transaction import Row, Tx


def made(row: Row) -> Person:
    return Person(**{**row, "language": known_language(row["language"])})


async def person(tx: Tx, id: int) -> Person:
    """Raises NotFound."""
    row = await tx.row("get_person", id=id)
    if row is None:
        raise NotFound
    return made(row)


async def by_telegram_id(tx: Tx, telegram_id: int) -> Person | None:
    row = await tx.row("person_by_telegram_id", telegram_id=telegram_id)
    return made(row) if row else None


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
    """The new person's id."""
    id: int = await tx.value(
        "add_person",
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
    return id


def phone_place(person_id: int) -> str:
    return f"person:{person_id}:phone"


async def set_phone(tx: Tx, person_id: int, phone: str | None) -> None:
    """Sealed; None erases it. Raises NoDataKey."""
    sealed = tx.vault.seal(phone, phone_place(person_id)) if phone else None
    await tx.change("set_phone", id=person_id, phone=sealed)


async def has_phone(tx: Tx, person_id: int) -> bool:
    return await tx.value("sealed_phone", id=person_id) is not None


async def phone_of(tx: Tx, person_id: int) -> str | None:
    """In plain text; the look must be noted by whoever shows it (``use_cases/phones.py`` does both)."""
    sealed = await tx.value("sealed_phone", id=person_id)
    return tx.vault.open(sealed, phone_place(person_id)) if sealed else None


async def ages_to_ask_again(tx: Tx, asked_until: int, most: int) -> list[tuple[int, int]]:
    """Persons of 14 to 17 with the instant at which they said so, if that was not after ``asked_until``."""
    rows = await tx.rows("ages_to_ask_again", asked_until=asked_until, most=most)
    return [(row["id"], row["age_band_at"]) for row in rows]
