"""People as staff and captains see them. Whoever is out of a viewer's reach does not exist for that viewer."""

from bot.desk import Desk, note
from bot.ground.paging import pages_of, to_read
from bot.ground.reading.names import read_name
from bot.ground.refusals import NameTaken, NotAllowed, NotFound, UnknownChoice
from bot.ground.text import clean_line
from bot.ground.times import local_day, zone_named
from bot.ground.viewer import Viewer
from bot.members import finding_rows as finding
from bot.members import profile_rows as profiles
from bot.members.shown import Page, PersonCard
from bot.people import permissions as may
from bot.people import qualification_rows as qualifications
from bot.people import rows as people
from bot.people.ages import MINORS, is_minor
from bot.people.consent import rows as consents
from bot.people.permissions import Ties
from bot.store.transaction import Tx
from bot.teams import rows as teams
from bot.teams.rules import Team

PAGE = 8
NAME_LIMIT = 40  # code points
BANDS = ("under_14", "14_17", "18_59", "60_up")


def check_finder(viewer: Viewer) -> None:
    """Raises NotAllowed."""
    if not may.may_find_people(viewer):
        raise NotAllowed(needs="social_worker")


async def find_people(desk: Desk, text: str, offset: int = 0) -> Page:
    """A page of those whose name holds ``text`` or whose volunteer number it is. Raises NotAllowed."""
    check_finder(desk.viewer)
    wanted = clean_line(text)[:NAME_LIMIT]
    page = max(0, offset) // PAGE
    found = await finding.find_people(desk.tx, desk.viewer.id, wanted, limit=to_read(page, PAGE), offset=page * PAGE)
    return Page(wanted, tuple(found[:PAGE]), page * PAGE, len(found) > PAGE, pages_of(page, PAGE, len(found)))


async def reached(desk: Desk, person_id: int) -> Ties:
    """Where the person belongs. Raises NotFound for who is out of the viewer's reach, exactly as for nobody."""
    ties = await finding.ties_of(desk.tx, person_id)
    if not may.may_see_person(desk.viewer, ties):
        raise NotFound
    return ties


async def person_card(desk: Desk, person_id: int) -> PersonCard:
    """Raises NotFound."""
    ties = await reached(desk, person_id)
    person = await people.person(desk.tx, person_id)
    return PersonCard(
        person=person,
        ties=ties,
        details=await finding.details_of(desk.tx, person_id),
        teams=tuple(await teams.teams_of(desk.tx, person_id)),
        roles=tuple(await finding.roles_of(desk.tx, person_id)) if may.may_see_roles(desk.viewer, ties) else (),
        trainings=await qualifications.qualifications_of(desk.tx, person_id),
        consent=await consents.consent_of(desk.tx, person_id) if is_minor(person) else None,
        today=local_day(zone_named(desk.viewer.zone), desk.now),
    )


async def add_managed(desk: Desk, *, team_id: int, name: str, age_band: str, again: bool = False) -> int:
    """Somebody without Telegram, cared for by the viewer; the new person's id.

    Raises NotFound, EmptyText, TextTooLong, UnknownChoice; NameTaken where the team has a member of that name, unless
    ``again`` says that this is another one.
    """
    team = await adding_to(desk, team_id)
    known_band(age_band)
    called, taken = await managed_name(desk.tx, team, name)
    if taken and not again:
        raise NameTaken(name=called)
    added = await people.add_person(
        desk.tx, now=desk.now, state="managed", name=called, language=None, age_band=age_band, home_team_id=team_id,
        managed_by_id=desk.viewer.id,
    )  # fmt: skip
    await teams.add_membership(desk.tx, team_id=team_id, person_id=added, now=desk.now)
    await note(desk, "person_added", f"person:{added}")
    return added


async def adding_to(desk: Desk, team_id: int) -> Team:
    """The team that the viewer may add somebody to. Raises NotFound."""
    team = await teams.team(desk.tx, team_id)
    if team.closed_at is not None or not may.may_add_managed(desk.viewer, team_id, team.path):
        raise NotFound
    return team


async def managed_name(tx: Tx, team: Team, name: str) -> tuple[str, bool]:
    """As it is kept, and whether a member of the team bears it already. Raises EmptyText, TextTooLong."""
    called = read_name("name", name, NAME_LIMIT)
    return called, bool(await finding.members_named(tx, team.id, called))


async def rename_managed(desk: Desk, person_id: int, name: str) -> None:
    """Raises NotFound, EmptyText, TextTooLong."""
    await check_managed(desk, person_id)
    await profiles.set_name(desk.tx, person_id, read_name("name", name, NAME_LIMIT))
    await note(desk, "person_renamed", f"person:{person_id}")


async def set_age(desk: Desk, person_id: int, age_band: str) -> None:
    """Raises NotFound, UnknownChoice; NotAllowed for a captain who would make an adult of a minor."""
    minor, ties = await aged(desk, person_id)
    known_band(age_band)
    if minor and age_band not in MINORS and not may.may_end_minority(desk.viewer, ties):
        raise NotAllowed(needs="social_worker")
    await profiles.set_age_band(desk.tx, person_id, age_band, desk.now)
    await note(desk, "age_recorded", f"person:{person_id}", band=age_band)


async def managed_card(desk: Desk, person_id: int) -> PersonCard:
    """Of somebody whose name and age the viewer may change. Raises NotFound."""
    await check_managed(desk, person_id)
    return await person_card(desk, person_id)


async def aged_card(desk: Desk, person_id: int) -> PersonCard:
    """Of somebody whose age group the viewer may record. Raises NotFound."""
    await aged(desk, person_id)
    return await person_card(desk, person_id)


async def aged(desk: Desk, person_id: int) -> tuple[bool, Ties]:
    """Whether it is a minor, and the ties. Raises NotFound."""
    ties = await reached(desk, person_id)
    minor = is_minor(await people.person(desk.tx, person_id))
    if not may.may_set_age(desk.viewer, ties, minor=minor):
        raise NotFound
    return minor, ties


async def check_managed(desk: Desk, person_id: int) -> None:
    if not may.may_edit_managed(desk.viewer, await reached(desk, person_id)):
        raise NotFound


def known_band(age_band: str) -> None:
    if age_band not in {*BANDS, "adult", "minor"}:
        raise UnknownChoice(field="age_band", value="", choices=BANDS)
