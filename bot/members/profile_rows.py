"""What people say about themselves. Nothing of anybody is kept before ``agree``; ``people/rows`` reads persons."""

from bot.members.profiles import Profile
from bot.people import name_part_rows
from bot.store.asking import sql
from bot.store.transaction import Tx


@sql("""
INSERT INTO person (telegram_id, state, language, client_language, age_band, age_band_at, consent_at, created_at)
VALUES (:telegram_id, 'new', :language, :client_language, :age_band, :now, :now, :now)
ON CONFLICT (telegram_id) DO UPDATE SET
    language = excluded.language, client_language = excluded.client_language, age_band = excluded.age_band,
    age_band_at = excluded.age_band_at, consent_at = excluded.consent_at
WHERE person.state = 'new'
""")
async def agree(
    tx: Tx, *, telegram_id: int, language: str | None, client_language: str, age_band: str, now: int
) -> None:
    """The first thing that is kept of anybody, without a name yet. Agreeing again renews what was said; nothing changes
    for who is active.
    """


@sql("""
UPDATE person SET name = :name, state = CASE WHEN state = 'new' THEN 'active' ELSE state END
WHERE id = :person_id AND state <> 'erased'
""")
async def set_name_statement(tx: Tx, *, person_id: int, name: str) -> None:
    """The first name makes a person active; whoever has a state already keeps it."""


async def set_name(tx: Tx, person_id: int, name: str) -> None:
    """Found by this name from now on, and by none before it. The first one makes a person active."""
    await set_name_statement(tx, person_id=person_id, name=name)
    await name_part_rows.forget_parts(tx, person_id=person_id)
    await name_part_rows.add_parts(tx, person_id=person_id)
    await name_part_rows.stand_in_teams(tx, person_id)


@sql("UPDATE person SET language = :language WHERE id = :person_id")
async def set_language(tx: Tx, person_id: int, language: str | None) -> None:
    """NULL follows the client again."""


@sql("UPDATE person SET home_team_id = :team_id WHERE id = :person_id")
async def set_home_team(tx: Tx, person_id: int, team_id: int | None) -> None:
    """The team that is meant where nothing else is said."""


@sql("UPDATE person SET age_band = :age_band, age_band_at = :now WHERE id = :person_id")
async def set_age_band(tx: Tx, person_id: int, age_band: str, now: int) -> None:
    """As the person says it, and when."""


@sql("UPDATE person SET volunteer_number = :number WHERE id = :person_id")
async def set_volunteer_number(tx: Tx, person_id: int, number: str | None) -> None:
    """The number in the union's own register."""


@sql("""
SELECT name, language, client_language, age_band, volunteer_number, home_team_id,
       CASE WHEN phone IS NULL THEN 0 ELSE 1 END AS has_phone
FROM person WHERE id = :person_id
""")
async def profile_of(tx: Tx, person_id: int) -> Profile:
    """What settings show of a person who is there; of the phone only whether there is one."""


@sql("UPDATE person SET home_team_id = NULL WHERE id = :person_id AND home_team_id = :team_id")
async def forget_home_team(tx: Tx, *, person_id: int, team_id: int) -> int:
    """After leaving the team that was meant where nothing else is said."""


@sql("""
UPDATE membership SET left_at = :now WHERE person_id = :person_id AND team_id = :team_id AND left_at IS NULL
""")
async def leave_own_team(tx: Tx, *, now: int, person_id: int, team_id: int) -> bool:
    """A member goes; the row keeps the day, so that hours of then stay with the team of then."""


async def leave_team(tx: Tx, person_id: int, team_id: int, now: int) -> bool:
    """Also as the home team; False where the person is not in it."""
    await forget_home_team(tx, person_id=person_id, team_id=team_id)
    left = await leave_own_team(tx, person_id=person_id, team_id=team_id, now=now)
    await name_part_rows.stand_in_teams(tx, person_id)
    return left
