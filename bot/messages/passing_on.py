"""To whom a word goes: the lead of what the person does next, else of the own team, else the nearest staff."""

from bot import telling
from bot.activities.permissions import STAFF
from bot.desk import Desk
from bot.ground import notices
from bot.ground.refusals import NotFound
from bot.messages import passing_on_rows as passing_on
from bot.messages.passing_on_rows import Who
from bot.messages.passing_on_rules import Answer, Message, NextSignUp, Offered, Passed
from bot.messages.permissions import may_answer
from bot.people import rows as people
from bot.sign_ups.withdrawing import reachable
from bot.stations import rows as stations
from bot.store.transaction import Tx
from bot.teams import rows as teams

PASSED_ON, ANSWERED = "passed_on", "passed_answer"


async def offer(desk: Desk, *, chat_id: int, message_id: int) -> Offered | None:
    """Asks nobody yet; None where there is nobody to ask."""
    lead = await find_lead(desk)
    if lead is None:
        return None
    noted = await passing_on.note_said(
        desk.tx, person_id=desk.viewer.id, chat_id=chat_id, message_id=message_id, lead_id=lead[0], now=desk.now
    )
    return Offered(noted, lead[1])


async def find_lead(desk: Desk) -> Who | None:
    nearest = await passing_on.lead_of_next_sign_up(
        desk.tx, desk.viewer.id, desk.now
    ) or await passing_on.lead_of_own_team(desk.tx, desk.viewer.id)
    return nearest or await passing_on.staff_above(desk.tx, desk.viewer.id, await own_path(desk))


async def own_path(desk: Desk) -> str:
    """The station this person belongs to; without any, the root."""
    paths = [membership.path for membership in desk.viewer.memberships] + [grant.path for grant in desk.viewer.grants]
    root = await stations.root(desk.tx)
    return paths[0] if paths else root.path if root else "/"


async def settle(desk: Desk, said_id: int, *, pass_on: bool) -> str:
    """The lead's name. Pressed again changes nothing. Raises NotFound."""
    said = await own_word(desk, said_id)
    lead = await people.person(desk.tx, said.lead_id or 0)
    settled = await passing_on.settle(desk.tx, said_id, person_id=desk.viewer.id, state="passed" if pass_on else "kept")
    if settled and pass_on:
        await telling.tell(
            desk.tx,
            notices.PassedOn(said_id),
            lead.id,
            key=f"passed_on:{said_id}",
            subject=f"said:{said_id}",
            now=desk.now,
        )
    return lead.name


async def own_word(desk: Desk, said_id: int) -> Passed:
    said = await passing_on.said(desk.tx, said_id)
    if said.person_id != desk.viewer.id:
        raise NotFound
    return said


async def message(lead: Desk, said_id: int) -> Message | None:
    """As the lead gets it; None once the person is erased, or the lead is no longer staff."""
    tx, now = lead.tx, lead.now
    if not lead.viewer.has(*STAFF):
        return None
    try:
        said = await passing_on.said(tx, said_id)
    except NotFound:
        return None
    person = await people.person(tx, said.person_id)
    own = await teams.teams_of(tx, person.id)
    home = next((team.name for team in own if team.id == person.home_team_id), own[0].name if own else None)
    coming = await passing_on.next_sign_ups(tx, person.id, now)
    return Message(said, person.name, home, coming, tuple([one for one in coming if await may_cancel(lead, one)]))


async def may_cancel(lead: Desk, one: NextSignUp) -> bool:
    """Whether who reads the words may withdraw it for who spoke."""
    try:
        await reachable(lead, one.id)
    except NotFound:
        return False
    return one.starts_at > lead.now


async def word_to_answer(desk: Desk, said_id: int) -> str:
    """The name of who said it. Raises NotFound for everybody but the lead it was passed to."""
    said = await passing_on.said(desk.tx, said_id)
    if not may_answer(desk.viewer, said):
        raise NotFound
    return (await people.person(desk.tx, said.person_id)).name


async def answer(desk: Desk, said_id: int, *, chat_id: int, message_id: int) -> str:
    """What the lead says goes back to who spoke; the name of whom. Raises NotFound."""
    name = await word_to_answer(desk, said_id)
    said = await passing_on.said(desk.tx, said_id)
    await telling.tell(
        desk.tx,
        notices.PassedAnswer(desk.viewer.id, chat_id, message_id),
        said.person_id,
        key=f"passed_answer:{said_id}:message:{message_id}",
        subject=f"said:{said_id}",
        now=desk.now,
    )
    return name


async def answer_of(tx: Tx, lead_id: int, chat_id: int, message_id: int) -> Answer:
    return Answer((await people.person(tx, lead_id)).name, chat_id, message_id)
