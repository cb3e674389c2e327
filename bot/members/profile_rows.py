"""What people say about themselves. Nothing of anybody is kept before ``agree``; see ``people`` for reading persons."""

from bot.members.profiles import Profile
from bot.store.transaction import Tx


async def agree(
    tx: Tx, *, telegram_id: int, language: str | None, client_language: str, age_band: str, now: int
) -> None:
    """The person is there from now on, without a name yet. Nothing changes for somebody who is active already."""
    await tx.change(
        "agree_to_notice",
        telegram_id=telegram_id,
        language=language,
        client_language=client_language,
        age_band=age_band,
        now=now,
    )


async def set_name(tx: Tx, person_id: int, name: str) -> None:
    """The first name makes a person active."""
    await tx.change("name_person", id=person_id, name=name)


async def set_language(tx: Tx, person_id: int, language: str | None) -> None:
    await tx.change("set_language", id=person_id, language=language)


async def set_home_team(tx: Tx, person_id: int, team_id: int | None) -> None:
    await tx.change("set_home_team", id=person_id, team_id=team_id)


async def set_age_band(tx: Tx, person_id: int, age_band: str, now: int) -> None:
    await tx.change("set_age_band", id=person_id, age_band=age_band, now=now)


async def set_volunteer_number(tx: Tx, person_id: int, number: str | None) -> None:
    await tx.change("set_volunteer_number", id=person_id, number=number)


async def profile_of(tx: Tx, person_id: int) -> Profile:
    """Of a person who is there: the viewer."""
    row = await tx.row("profile_of", id=person_id)
    if row is None:
        raise LookupError(f"person {person_id}")
    return Profile(
        name=row["name"],
        language=row["language"],
        age_band=row["age_band"],
        volunteer_number=row["volunteer_number"],
        home_team_id=row["home_team_id"],
        has_phone=bool(row["has_phone"]),
    )


async def leave_team(tx: Tx, person_id: int, team_id: int, now: int) -> bool:
    """Also as the home team; False where the person is not in it."""
    await tx.change("forget_home_team", person_id=person_id, team_id=team_id)
    return await tx.change("leave_own_team", person_id=person_id, team_id=team_id, now=now) > 0
