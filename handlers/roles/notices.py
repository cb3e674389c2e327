"""What people hear of roles given and withdrawn, and of becoming captain or staff lead of a team."""

from functools import partial
from typing import Any

from bot.ground.refusals import NotFound
from bot.ground.viewer import Role
from bot.roles import standing
from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.roles import screens as role_giving
from handlers.teams import screens as teams

Said = tuple[Role, str, str]


async def role_news(tx: Tx, notice: Notice, now: int, *, given: bool) -> Said | None:
    """Nothing, where the opposite has happened since."""
    role, station = Role(str(notice.facts["role"])), int(notice.facts["station"])
    try:
        name, title, held = await standing.holds_role(tx, notice.person_id or 0, role, station)
    except NotFound:
        return None
    return (role, name, title) if held is given else None


async def team_news(tx: Tx, notice: Notice, now: int, *, what: str) -> str | None:
    """The team's name, if it is still true."""
    try:
        return await standing.team_standing(tx, notice.person_id or 0, int(notice.facts["team"]), what)
    except NotFound:
        return None


def show_given(words: Words, said: Said) -> Screen:
    return role_giving.role_given(words, *said)


def show_withdrawn(words: Words, said: Said) -> Screen:
    return role_giving.role_withdrawn(words, *said)


ROLE_NOTICES: dict[str, LateNotice[Said]] = {
    "role_given": LateNotice(partial(role_news, given=True), show_given),
    "role_withdrawn": LateNotice(partial(role_news, given=False), show_withdrawn),
}
TEAM_NOTICES: dict[str, LateNotice[str]] = {
    "captain_made": LateNotice(partial(team_news, what="captain"), teams.captain_made),
    "captain_dismissed": LateNotice(partial(team_news, what="no_captain"), teams.captain_dismissed),
    "team_lead": LateNotice(partial(team_news, what="lead"), teams.team_lead),
}
NOTICES: dict[str, LateNotice[Any]] = {**ROLE_NOTICES, **TEAM_NOTICES}
