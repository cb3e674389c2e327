"""Who is what. Nobody gives more than they hold, administrators come from the console, and the last one stays."""

from bot import telling
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.notices import Notice
from bot.ground.refusals import LastAdministrator, NotAllowed, NotForManagedPeople, NotFound, RoleHeldAlready
from bot.ground.viewer import OFFICE, Role, Viewer
from bot.happened import Happened, happen
from bot.members.acts import reached
from bot.members.shown import Withdrawn
from bot.people import menus
from bot.people import role_rows as grants
from bot.people import rows as people
from bot.people.permissions import GRANTABLE, may_grant, may_grant_somewhere, may_withdraw
from bot.roles import rows
from bot.stations import rows as stations
from bot.stations.rules import Station
from bot.store.audit import notes
from bot.store.transaction import Tx
from bot.teams import rows as teams


def check_giver(viewer: Viewer) -> None:
    """Raises NotAllowed."""
    if not may_grant_somewhere(viewer):
        raise NotAllowed(needs="coordinator")


RoleEnded = Happened[int]("role_ended", "person")
"""A role was withdrawn: what needs one is led by somebody else from now on."""


def known_role(code: str) -> Role:
    """As a button says it. Raises NotFound."""
    if code not in GRANTABLE:
        raise NotFound
    return Role(code)


async def staff_title(tx: Tx, station: Station) -> str:
    """What the station calls its social workers."""
    return await stations.staff_title_of(tx, station.id)


async def own_title(desk: Desk) -> str:
    """The same where the viewer gives roles: before a station is chosen, what most of theirs say."""
    held = next((grant.station_id for grant in desk.viewer.grants if grant.role in OFFICE), None)
    return "" if held is None else await stations.staff_title_of(desk.tx, held)


async def grant_role(desk: Desk, *, person_id: int, role: Role, station_id: int) -> Station:
    """Where it holds from now on. Raises NotFound, NotAllowed, NotForManagedPeople, RoleHeldAlready."""
    station = await stations.station(desk.tx, station_id)
    await reached(desk, person_id)
    if not may_grant(desk.viewer, role, station.path):
        raise NotAllowed(needs="coordinator") if desk.viewer.holds(station.path, *OFFICE) else NotFound
    if (await people.person(desk.tx, person_id)).state != "active":
        raise NotForManagedPeople
    await desk.tx.lock("person", person_id)
    await check_not_held(desk.tx, person_id, role, station)
    await tell(desk, notices.RoleGiven, person_id=person_id, role=role, station_id=station.id)
    await book(
        desk.tx,
        desk.now,
        person_id=person_id,
        role=role,
        station=station,
        granted_by=desk.viewer.id,
        actor_id=desk.viewer.id,
    )
    return station


async def check_not_held(tx: Tx, person_id: int, role: Role, station: Station) -> None:
    """Raises RoleHeldAlready, here or above."""
    if any(held.role is role and station.path.startswith(held.path) for held in await grants.grants_of(tx, person_id)):
        raise RoleHeldAlready(role=role.value)


async def book(
    tx: Tx, now: int, *, person_id: int, role: Role, station: Station, granted_by: int | None, actor_id: int
) -> None:
    """The role itself, the person's new menu and the note of it."""
    await grants.add_grant(tx, person_id=person_id, role=role, station_id=station.id, granted_by=granted_by, now=now)
    await stations.report_again(tx, station.id)
    await menus.refresh(tx, person_id, now)
    facts = {"role": role.value, "station": station.id, "granted_by": granted_by}
    await notes.note(tx, at=now, actor_id=actor_id, act="role_given", subject=f"person:{person_id}", facts=facts)


async def withdraw_role(desk: Desk, *, grant_id: int) -> Withdrawn:
    """At once, whatever the person still leads. Raises NotFound, LastAdministrator."""
    person_id, held = await rows.held_role(desk.tx, grant_id)
    if not may_withdraw(desk.viewer, held.role, held.path):
        raise NotFound
    if held.role is Role.ADMINISTRATOR:
        await check_not_the_last(desk.tx)
    led = await leading_now(desk, person_id)
    await grants.withdraw_grant(desk.tx, grant_id, withdrawn_by=desk.viewer.id, now=desk.now)
    await menus.refresh(desk.tx, person_id, desk.now)
    await tell(desk, notices.RoleWithdrawn, person_id=person_id, role=held.role, station_id=held.station_id)
    await note(desk, "role_withdrawn", f"person:{person_id}", role=held.role.value, station=held.station_id)
    await happen(desk, RoleEnded(person_id))
    kept = await leading_now(desk, person_id)
    handed = [tuple(name for name in before if name not in after) for before, after in zip(led, kept, strict=True)]
    return Withdrawn(person_id, held.role, held.station, held.title, *handed)


async def leading_now(desk: Desk, person_id: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the teams and of the coming activities that are this person's."""
    coming = await rows.coming_activities_of(desk.tx, person_id, desk.now)
    return await teams.led_by(desk.tx, person_id), coming


async def check_not_the_last(tx: Tx) -> None:
    """Two administrators who withdraw each other at once must not both succeed. Raises LastAdministrator."""
    for person_id in await grants.holders_of(tx, Role.ADMINISTRATOR):
        await tx.lock("person", person_id)
    if len(await grants.holders_of(tx, Role.ADMINISTRATOR)) < 2:
        raise LastAdministrator


async def tell(desk: Desk, news: Notice[str, int], *, person_id: int, role: Role, station_id: int) -> None:
    key = f"{news.kind}:{person_id}:{role.value}:{desk.now}"
    told = news(role.value, station_id)
    await telling.tell(desk.tx, told, person_id, key=key, subject=f"person:{person_id}", now=desk.now)
