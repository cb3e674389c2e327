"""To whom a word goes: the lead of what the person does next, else of the own team, else the nearest staff."""

from bot import telling
from bot.ground.refusals import NotFound
from bot.ground.viewer import Viewer
from bot.messages import passing_on_rows as passing_on
from bot.messages.passing_on_rows import Who
from bot.messages.passing_on_rules import Answer, Message, Offered, Passed
from bot.messages.permissions import may_answer
from bot.people import rows as people
from bot.stations import rows as stations
from bot.store.transaction import Tx
from bot.teams import rows as teams

PASSED_ON, ANSWERED = "passed_on", "passed_answer"


async def offer(tx: Tx, viewer: Viewer, now: int, *, chat_id: int, message_id: int) -> Offered | None:
    """Asks nobody yet; None where there is nobody to ask."""
    lead = await find_lead(tx, viewer, now)
    if lead is None:
        return None
    noted = await passing_on.note_said(
        tx, person_id=viewer.id, chat_id=chat_id, message_id=message_id, lead_id=lead[0], now=now
    )
    return Offered(noted, lead[1])


async def find_lead(tx: Tx, viewer: Viewer, now: int) -> Who | None:
    nearest = await passing_on.lead_of_next_sign_up(tx, viewer.id, now) or await passing_on.lead_of_own_team(
        tx, viewer.id
    )
    return nearest or await passing_on.staff_above(tx, viewer.id, await own_path(tx, viewer))


async def own_path(tx: Tx, viewer: Viewer) -> str:
    """The station this person belongs to; without any, the root."""
    paths = [membership.path for membership in viewer.memberships] + [grant.path for grant in viewer.grants]
    root = await stations.root(tx)
    return paths[0] if paths else root.path if root else "/"


async def settle(tx: Tx, viewer: Viewer, now: int, said_id: int, *, pass_on: bool) -> str:
    """The lead's name. Pressed again changes nothing. Raises NotFound."""
    said = await own_word(tx, viewer, said_id)
    lead = await people.person(tx, said.lead_id or 0)
    settled = await passing_on.settle(tx, said_id, person_id=viewer.id, state="passed" if pass_on else "kept")
    if settled and pass_on:
        await telling.queue_notice(
            tx,
            kind=PASSED_ON,
            key=f"{PASSED_ON}:{said_id}",
            person_id=lead.id,
            subject=f"said:{said_id}",
            facts={"said": said_id},
            now=now,
        )
    return lead.name


async def own_word(tx: Tx, viewer: Viewer, said_id: int) -> Passed:
    said = await passing_on.said(tx, said_id)
    if said.person_id != viewer.id:
        raise NotFound
    return said


async def message(tx: Tx, said_id: int, now: int) -> Message | None:
    """As the lead gets it; None once the person is erased."""
    try:
        said = await passing_on.said(tx, said_id)
    except NotFound:
        return None
    person = await people.person(tx, said.person_id)
    own = await teams.teams_of(tx, person.id)
    home = next((team.name for team in own if team.id == person.home_team_id), own[0].name if own else None)
    return Message(said, person.name, home, await passing_on.next_sign_ups(tx, person.id, now))


async def word_to_answer(tx: Tx, viewer: Viewer, said_id: int) -> str:
    """The name of who said it. Raises NotFound for everybody but the lead it was passed to."""
    said = await passing_on.said(tx, said_id)
    if not may_answer(viewer, said):
        raise NotFound
    return (await people.person(tx, said.person_id)).name


async def answer(tx: Tx, viewer: Viewer, now: int, said_id: int, *, chat_id: int, message_id: int) -> str:
    """What the lead says goes back to who spoke; the name of whom. Raises NotFound."""
    name = await word_to_answer(tx, viewer, said_id)
    said = await passing_on.said(tx, said_id)
    await telling.queue_notice(
        tx,
        kind=ANSWERED,
        key=f"{ANSWERED}:{said_id}:message:{message_id}",
        person_id=said.person_id,
        subject=f"said:{said_id}",
        facts={"lead": viewer.id, "chat": chat_id, "message": message_id},
        now=now,
    )
    return name


async def answer_of(tx: Tx, lead_id: int, chat_id: int, message_id: int) -> Answer:
    return Answer((await people.person(tx, lead_id)).name, chat_id, message_id)
