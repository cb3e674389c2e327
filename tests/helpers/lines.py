"""Sign-ups to test with: who stands where in one shift, in few words."""

from bot.activities import rows as activities
from bot.desk import Seated
from bot.ground.viewer import Viewer
from bot.sign_ups import list_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.acts import sign_up
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.shown import SignedUp
from bot.store import outbox_leaving as leaving
from bot.store.transaction import Tx
from tests.helpers.town import NOW, Town, viewer_of


async def signs_up(town: Town, name: str, shift_id: int, now: int = NOW) -> SignedUp:
    return await sign_up(Seated(town.tx, await town.viewer(name), now), shift_id=shift_id)


async def sign_up_id(town: Town, name: str, shift_id: int) -> int:
    """The id of this person's newest sign-up."""
    found = await sign_ups.last_sign_up(town.tx, shift_id, town.people[name])
    assert found is not None
    return found.id


async def standing(town: Town, shift_id: int) -> dict[str, str]:
    """Everybody's state by name, in the order of the list."""
    names = {id: name for name, id in town.people.items()}
    return {
        names[listed.sign_up.person_id]: str(listed.sign_up.state)
        for listed in await list_rows.of_shift(town.tx, shift_id)
    }


async def taken(tx: Tx, shift_id: int) -> int:
    shift = await activities.get_shift(tx, shift_id)
    assert shift is not None
    return shift.taken


async def crowd(town: Town, number: int, team: str = "first") -> list[Viewer]:
    """More members of a team: p0, p1, …"""
    made = []
    for turn in range(number):
        await town.person(f"p{turn}", team=team)
        await town.joins(f"p{turn}", team)
        made.append(await viewer_of(town.tx, town.people[f"p{turn}"]))
    return made


async def queued(town: Town, kind: str | None = None) -> list[tuple[str, str, int]]:
    """Notices to people of the town as (kind, to whom, when due), the oldest first."""
    names = {id: name for name, id in town.people.items()}
    rows = await leaving.due(town.tx, 0, 1 << 40, 1000)
    found = [(row["kind"], names[row["person_id"]], row["due_at"]) for row in rows if row["person_id"] in names]
    return [one for one in found if kind in {None, one[0]}]


CONFIRMED, WAITLISTED, OFFERED = (
    str(SignUpState.CONFIRMED),
    str(SignUpState.WAITLISTED),
    str(SignUpState.OFFERED),
)
