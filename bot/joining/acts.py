"""Before *I agree* nothing is kept of anybody: until then the link that was followed travels in the buttons."""

from bot.activities import rows as activities
from bot.desk import Desk, Seated
from bot.ground.drafts import Draft
from bot.ground.names import whole_name
from bot.ground.reading.names import read_name, without_number
from bot.ground.refusals import NoConsent, UnknownChoice
from bot.ground.viewer import LANGUAGES, Viewer
from bot.members import profile_rows as profiles
from bot.people import drafting, menus
from bot.people.ages import AgeBand
from bot.people.viewing import renewed
from bot.stations.acts import who_we_are
from bot.stations.rules import Agency
from bot.store import drafts
from bot.teams import rows as teams
from bot.teams.permissions import may_join
from bot.telling import station_of_reader

FORM = "join"
NAME_LIMIT = 40  # code points
ACTIVITY_LINK = "a_"


async def who_asks(desk: Desk, link: str) -> Agency:
    """Who stands behind the activity that a link leads to; without one, behind the station above all."""
    shift_id = shift_of_link(link)
    shift = await activities.get_shift(desk.tx, shift_id) if shift_id else None
    return await who_we_are(desk.tx, shift.station_id if shift else None)


async def own_agency(desk: Desk) -> Agency:
    """Who stands behind the bot for this viewer: by the team, the place of work, else the station above all."""
    at = await station_of_reader(desk.tx, person_id=desk.viewer.id)
    return await who_we_are(desk.tx, at.id if at else None)


async def agree(desk: Desk, *, adult: bool, language: str | None, client_language: str, link: str) -> Viewer:
    """Keeps the age group and that the privacy notice was agreed to, and waits for a name. Again changes nothing.

    ``language``: chosen; None follows the client. Raises UnknownChoice.
    """
    if desk.viewer.registered:
        return desk.viewer
    if language is not None and language not in LANGUAGES:
        raise UnknownChoice(field="language", value="", choices=LANGUAGES)
    await profiles.agree(
        desk.tx,
        telegram_id=desk.viewer.telegram_id,
        language=language,
        client_language=client_language,
        age_band=AgeBand.ADULT if adult else AgeBand.MINOR,
        now=desk.now,
    )
    joined = await renewed(desk)
    await drafts.open_draft(desk.tx, joined.id, FORM, "name", {"link": link}, desk.now)
    return joined


async def take_name(desk: Desk, name: str) -> tuple[Viewer, str]:
    """The person has joined; with the link to go on with, '' where there was none.

    Raises NoConsent, EmptyText, TextTooLong.
    """
    if not desk.viewer.id:
        raise NoConsent
    draft = await drafts.find(desk.tx, desk.viewer.id, FORM)
    link: str = draft.fields["link"] if draft else ""
    if not desk.viewer.registered:
        await profiles.set_name(desk.tx, desk.viewer.id, read_name("name", name, NAME_LIMIT))
        await join_team_of(Seated(desk.tx, await renewed(desk), desk.now), link)
        await menus.refresh(desk.tx, desk.viewer.id, desk.now)
    await drafts.close(desk.tx, desk.viewer.id, FORM)
    return await renewed(desk), link


async def join_team_of(desk: Desk, link: str) -> None:
    """Who comes by an activity's link joins its team, where that takes anybody: links can be guessed."""
    shift_id = shift_of_link(link)
    shift = await activities.get_shift(desk.tx, shift_id) if shift_id is not None else None
    if shift is None or shift.team_id is None:
        return
    team = await teams.team(desk.tx, shift.team_id)
    if may_join(desk.viewer, team):
        await teams.join(desk.tx, team_id=team.id, person_id=desk.viewer.id, now=desk.now)


async def hold_name(desk: Desk, typed: str) -> Draft:
    """The name waits in the draft (`name`) until it is confirmed. Raises NotFound, EmptyText, TextTooLong."""
    draft = await drafting.find(desk, FORM)
    return await drafting.advance(desk.tx, draft, desk.now, name=read_name("name", typed, NAME_LIMIT))


async def held_name(desk: Desk, revision: int) -> str:
    """Raises NotFound, StaleCard."""
    name: str = (await drafting.find(desk, FORM, revision=revision)).fields.get("name", "")
    return name


def shift_of_link(link: str) -> int | None:
    """Of an activity's link; None for any other text."""
    digits = link.removeprefix(ACTIVITY_LINK)
    known = link.startswith(ACTIVITY_LINK) and digits.isascii() and digits.isdigit() and len(digits) < 16
    return int(digits) if known else None


def proposed_name(first: str, last: str) -> str:
    """As in Telegram, cleaned, without a phone number, short enough; '' where nothing legible is left."""
    return whole_name(without_number(first), without_number(last))[:NAME_LIMIT].strip()
